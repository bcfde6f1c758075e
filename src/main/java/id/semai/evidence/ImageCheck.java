package id.semai.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** That a picture can be opened, and not only begins like one. */
final class ImageCheck {

    /** More than any scanner of an office makes of a page. */
    private static final long MOST_PIXELS = 100_000_000;

    private static final int WIDEST_LOOK = 256;

    private ImageCheck() {}

    static void check(String name, byte[] content) {
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw unreadable(name);
            }
            ImageReader reader = readers.next();
            reader.setInput(stream, true, true);
            check(name, reader);
            reader.dispose();
        } catch (IOException | RuntimeException damage) {
            throw damage instanceof RefusedFile refusal ? refusal : unreadable(name);
        }
    }

    /** Only every so manieth pixel is kept: a small file may unfold to a picture that fills the memory. */
    private static void check(String name, ImageReader reader) throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > MOST_PIXELS) {
            throw new RefusedFile("Gambar «%s» terlalu besar: paling banyak %d juta piksel."
                    .formatted(name, MOST_PIXELS / 1_000_000));
        }
        var sparse = reader.getDefaultReadParam();
        int step = (int) Math.max(1, Math.max(width, height) / WIDEST_LOOK);
        sparse.setSourceSubsampling(step, step, 0, 0);
        if (reader.canReadRaster()) {
            reader.readRaster(0, sparse);
        } else {
            reader.read(0, sparse);
        }
    }

    private static RefusedFile unreadable(String name) {
        return new RefusedFile(
                "Gambar «%s» rusak dan tidak dapat dibuka. Simpan ulang gambarnya, lalu unggah lagi.".formatted(name));
    }
}

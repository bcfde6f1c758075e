package id.semai.evidence;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * That a PDF of a few megabytes does not unfold to gigabytes: a reader of PDF unpacks whole streams into memory. What
 * is packed twice is refused when both packings can grow.
 */
final class Unpacking {

    /** More than a scanned page of 600 dpi in colours. */
    private static final long MOST_BYTES = 150_000_000;

    private static final Pattern STREAM = Pattern.compile("stream\\r?\\n");

    private static final String GROWS = "/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\\b";
    private static final Pattern PACKED_TWICE = Pattern.compile(GROWS + "\\s*" + GROWS);

    private Unpacking() {}

    static void check(String name, byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        if (PACKED_TWICE.matcher(text).find()) {
            throw tooMuch(name);
        }
        byte[] buffer = new byte[65_536];
        Matcher streams = STREAM.matcher(text);
        for (int from = 0; streams.find(from); ) {
            from = streams.end() + unpack(name, content, streams.end(), buffer);
        }
    }

    /** How many bytes the stream takes; 0 for what is not packed so. */
    private static int unpack(String name, byte[] content, int from, byte[] buffer) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(content, from, content.length - from);
            while (!inflater.finished()) {
                int some = inflater.inflate(buffer);
                if (inflater.getBytesWritten() > MOST_BYTES) {
                    throw tooMuch(name);
                }
                if (some == 0) {
                    break;
                }
            }
            return inflater.finished() ? (int) inflater.getBytesRead() : 0;
        } catch (DataFormatException notPackedSo) {
            return 0;
        } finally {
            inflater.end();
        }
    }

    private static RefusedFile tooMuch(String name) {
        return new RefusedFile("PDF «%s» terlalu besar setelah dibuka. Cetak ulang menjadi PDF biasa, lalu unggah lagi."
                .formatted(name));
    }
}

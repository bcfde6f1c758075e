package id.semai.evidence;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;

/** Files as people, and attackers, might attach them. */
public final class Samples {

    private Samples() {}

    /** A harmless page. */
    public static byte[] pdf() {
        return pdf(document -> {});
    }

    static byte[] pdfWithScript() {
        return pdf(document -> document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)")));
    }

    static byte[] pdfThatLaunches() {
        return pdf(document -> document.getDocumentCatalog().setOpenAction(new PDActionLaunch()));
    }

    static byte[] pdfThatSendsItself() {
        return pdf(document -> {
            COSDictionary action = new COSDictionary();
            action.setName(COSName.S, "SubmitForm");
            document.getDocumentCatalog().getCOSObject().setItem(COSName.OPEN_ACTION, action);
        });
    }

    static byte[] pdfWithFileInside() {
        return pdf(document -> {
            COSDictionary names = new COSDictionary();
            names.setItem(COSName.getPDFName("EmbeddedFiles"), new COSDictionary());
            document.getDocumentCatalog().getCOSObject().setItem(COSName.NAMES, names);
        });
    }

    /** The script lies in an object that nothing leads to, and only another reader might find. */
    static byte[] pdfWithHiddenScript() {
        String plain = new String(pdf(), StandardCharsets.ISO_8859_1);
        int end = plain.lastIndexOf("startxref");
        String hidden = "900 0 obj\n<< /S /J#61vaScript /J#53 (app.alert\\(1\\)) >>\nendobj\n";
        String table =
                "xref\n900 1\n%010d 00000 n \ntrailer\n<< /Size 901 /Prev %s /Root %s >>\nstartxref\n%d\n%%%%EOF\n";
        String previous = plain.substring(end).split("\\s+")[1];
        String root = plain.replaceAll("(?s).*/Root (\\d+ \\d+ R).*", "$1");
        return (plain + hidden + table.formatted(plain.length(), previous, root, plain.length() + hidden.length()))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] pdfWithPassword() {
        return pdf(document -> {
            try {
                document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** A few hundred kilobytes that unfold to 300 megabytes, where a reader must look for objects. */
    static byte[] pdfThatUnfolds() {
        return pdf(document -> {
            COSStream stream = document.getDocument().createCOSStream();
            try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                byte[] zeros = new byte[1_000_000];
                for (int i = 0; i < 300; i++) {
                    out.write(zeros);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("Large"), stream);
        });
    }

    public static byte[] png(int width, int height) {
        return image("png", width, height);
    }

    static byte[] jpeg() {
        return image("jpg", 40, 30);
    }

    /** A picture by its head only: 20,000 × 20,000 of nothing. */
    static byte[] hugePng() {
        byte[] png = png(10, 10);
        byte[] size = {0, 0, 0x4E, 0x20, 0, 0, 0x4E, 0x20};
        System.arraycopy(size, 0, png, 16, 8);
        return png;
    }

    static byte[] program() {
        byte[] program = new byte[5_000];
        program[0] = 'M';
        program[1] = 'Z';
        return program;
    }

    private static byte[] pdf(Consumer<PDDocument> with) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            with.accept(document);
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] image(String format, int width, int height) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package id.semai.evidence;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * That a PDF can be opened by everybody and only shows pages: no script, no program to launch, no form that sends
 * itself, no file inside (ISO 32000-1, 12.6.4 and 7.11.4). Every object counts, whether a page leads to it or not.
 */
final class PdfCheck {

    /** Entries whose presence alone makes a document more than pages. */
    private static final Set<String> ACTIVE_ENTRIES =
            Set.of("JS", "JavaScript", "EmbeddedFiles", "EF", "RichMediaContent", "XFA");

    /** Values of an action's type, or an annotation's. */
    private static final Set<String> ACTIVE_TYPES = Set.of(
            "JavaScript", "Launch", "SubmitForm", "ImportData", "Rendition", "RichMediaExecute", "RichMedia", "GoToE");

    private static final List<COSName> TYPES = List.of(COSName.S, COSName.SUBTYPE);

    private PdfCheck() {}

    static void check(String name, byte[] content) {
        Unpacking.check(name, content);
        try (PDDocument document = Loader.loadPDF(content, "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            if (document.isEncrypted()) {
                throw locked(name);
            }
            if (document.getNumberOfPages() == 0) {
                throw damaged(name);
            }
            if (isActive(document.getDocument())) {
                throw new RefusedFile(
                        ("PDF «%s» memuat skrip, isian yang dapat dikirim, atau berkas lain di dalamnya. Cetak ulang"
                                        + " menjadi PDF biasa (Cetak → Simpan sebagai PDF), lalu unggah lagi.")
                                .formatted(name));
            }
        } catch (InvalidPasswordException password) {
            throw locked(name);
        } catch (IOException | RuntimeException damage) {
            throw damage instanceof RefusedFile refusal ? refusal : damaged(name);
        }
    }

    private static boolean isActive(COSDocument document) throws IOException {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> open = new ArrayDeque<>();
        open.add(document.getTrailer());
        for (COSObjectKey key : List.copyOf(document.getXrefTable().keySet())) {
            open.add(document.getObjectFromPool(key));
        }
        while (!open.isEmpty()) {
            COSBase next = resolved(open.pop());
            if (next == null || !seen.add(next)) {
                continue;
            }
            if (next instanceof COSArray array) {
                array.forEach(item -> add(open, item));
            } else if (next instanceof COSDictionary dictionary) {
                if (isActive(dictionary)) {
                    return true;
                }
                dictionary.getValues().forEach(item -> add(open, item));
            }
        }
        return false;
    }

    private static boolean isActive(COSDictionary dictionary) {
        return dictionary.keySet().stream().map(COSName::getName).anyMatch(ACTIVE_ENTRIES::contains)
                || TYPES.stream().map(dictionary::getNameAsString).anyMatch(PdfCheck::isActiveType);
    }

    private static boolean isActiveType(String type) {
        return type != null && ACTIVE_TYPES.contains(type);
    }

    private static void add(Deque<COSBase> open, COSBase item) {
        if (item != null) {
            open.push(item);
        }
    }

    private static COSBase resolved(COSBase item) {
        return item instanceof COSObject reference ? reference.getObject() : item;
    }

    private static RefusedFile locked(String name) {
        return new RefusedFile(
                "PDF «%s» dikunci dengan kata sandi. Simpan tanpa kata sandi, lalu unggah lagi.".formatted(name));
    }

    private static RefusedFile damaged(String name) {
        return new RefusedFile(
                "PDF «%s» rusak dan tidak dapat dibuka. Simpan ulang PDF-nya, lalu unggah lagi.".formatted(name));
    }
}

package id.semai.evidence;

import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Whether a file may be kept: by what it holds; its name must be one, and say the same. */
@Component
class FileCheck {

    static final int LARGEST_BYTES = 10 * 1024 * 1024;

    private static final int LONGEST_NAME = 200;

    /** Parts of a path, control characters, and the marks that turn the direction of writing to disguise an ending. */
    private static final Pattern NO_PART_OF_A_NAME = Pattern.compile("[/\\\\:*?\"<>|\\p{Cntrl}\\p{Cf}]|^\\.|\\.\\.");

    /** Taking a file apart needs several times its size. */
    private final Semaphore room = new Semaphore(2);

    /** @throws RefusedFile with a sentence that says what to do */
    FileType check(String name, byte[] content) {
        checkName(name);
        FileType type = FileType.of(content)
                .orElseThrow(() -> new RefusedFile(
                        "Isi berkas «%s» bukan PDF, JPEG, atau PNG. Simpan ulang dalam salah satu bentuk itu, lalu unggah lagi."
                                .formatted(name)));
        if (!type.isNameOf(name)) {
            throw new RefusedFile(
                    "Isi berkas «%s» adalah %s, tetapi namanya tidak berakhiran %s. Betulkan namanya, lalu unggah lagi."
                            .formatted(name, type, type.ending()));
        }
        room.acquireUninterruptibly();
        try {
            switch (type) {
                case PDF -> PdfCheck.check(name, content);
                case JPEG, PNG -> ImageCheck.check(name, content);
            }
        } finally {
            room.release();
        }
        return type;
    }

    private static void checkName(String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new RefusedFile(
                    HttpStatus.BAD_REQUEST,
                    "Nama berkas harus terdiri atas 1 sampai %d karakter.".formatted(LONGEST_NAME));
        }
        if (NO_PART_OF_A_NAME.matcher(name).find()) {
            throw new RefusedFile(
                    HttpStatus.BAD_REQUEST,
                    "Nama berkas memuat tanda yang tidak diperbolehkan, misalnya garis miring atau dua titik berurutan."
                            + " Ganti namanya, lalu unggah lagi.");
        }
    }
}

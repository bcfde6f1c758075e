package id.semai.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.MediaType;

/** What is accepted, known by its first bytes and never by its name. */
enum FileType {
    PDF(MediaType.APPLICATION_PDF, new byte[] {'%', 'P', 'D', 'F', '-'}, ".pdf"),
    JPEG(MediaType.IMAGE_JPEG, new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}, ".jpg", ".jpeg"),
    PNG(MediaType.IMAGE_PNG, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}, ".png");

    private final MediaType mediaType;
    private final byte[] signature;
    private final List<String> endings;

    FileType(MediaType mediaType, byte[] signature, String... endings) {
        this.mediaType = mediaType;
        this.signature = signature;
        this.endings = List.of(endings);
    }

    static Optional<FileType> of(byte[] content) {
        return Arrays.stream(values()).filter(type -> type.begins(content)).findFirst();
    }

    MediaType mediaType() {
        return mediaType;
    }

    boolean isNameOf(String name) {
        return endings.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
    }

    String ending() {
        return endings.get(0);
    }

    private boolean begins(byte[] content) {
        return content.length > signature.length
                && Arrays.equals(signature, 0, signature.length, content, 0, signature.length);
    }
}

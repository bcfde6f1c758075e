package id.semai.changes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells an edit that changes something from one that only looks different. */
public final class Meaning {

    private Meaning() {}

    /**
     * Equal for two contents that mean the same, as hexadecimal SHA-256. White space around texts, comments, the order of
     * attributes and of flow elements, prefixes, drawn shapes and what Modeler notes for itself do not count; neither do
     * {@code incoming} and {@code outgoing}, which the engine does not read. What cannot be read as its ending says
     * means its bytes.
     */
    public static String of(String fileName, byte[] content) {
        try {
            return digest(FileKind.of(fileName).canonical(content).getBytes(StandardCharsets.UTF_8));
        } catch (Unreadable e) {
            return digest(content);
        }
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java knows SHA-256", e);
        }
    }
}

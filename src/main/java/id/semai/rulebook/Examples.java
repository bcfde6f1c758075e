package id.semai.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The small folder that the examples of the rules are changes of. */
final class Examples {

    private static final List<String> FILES =
            List.of("contoh.bpmn", "contoh-bagian.bpmn", "contoh-keputusan.dmn", "contoh-isian.form");

    private Examples() {}

    static Map<String, byte[]> folder() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        FILES.forEach(name -> files.put(name, content(name)));
        return files;
    }

    private static byte[] content(String name) {
        try (InputStream file = Examples.class.getResourceAsStream("/check/contoh/" + name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}

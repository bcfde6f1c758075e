package id.semai.sheets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** What events call in Indonesian (stages, outcomes, reasons …), in English; a name that nobody knows stays as it is. */
final class English {

    /** The page reads the same. */
    private static final String FILE = "/static/dashboard/labels-en.txt";

    private static final String IS = " = ";
    private static final Map<String, String> NAMES = read();

    private English() {}

    static String of(String name) {
        return name == null ? null : NAMES.getOrDefault(name, name);
    }

    private static Map<String, String> read() {
        try (BufferedReader file = new BufferedReader(
                new InputStreamReader(English.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
            return file.lines()
                    .filter(line -> line.contains(IS))
                    .map(line -> line.split(IS))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

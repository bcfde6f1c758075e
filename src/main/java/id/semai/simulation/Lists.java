package id.semai.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The lists that the simulation carries: a line an entry, its parts between bars. */
final class Lists {

    private Lists() {}

    static List<List<String>> read(String name) {
        try (InputStream file = Lists.class.getResourceAsStream("/simulation/" + name + ".txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Lists::parts)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> parts(String line) {
        return Arrays.stream(line.split("\\|")).map(String::strip).toList();
    }
}

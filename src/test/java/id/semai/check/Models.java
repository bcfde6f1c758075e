package id.semai.check;

import id.semai.engine.ModelLanguage;
import id.semai.people.RoleIds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.env.StandardEnvironment;

/** The check as it stands without settings, and the folder that is shipped. */
final class Models {

    static final ModelCheck CHECK =
            new ModelCheck(ModelLanguage.of(new StandardEnvironment()), RoleIds.of(new StandardEnvironment()));

    private static final Path FOLDER = Path.of("processes");

    private Models() {}

    static Map<String, byte[]> shipped() {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(FOLDER)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(FOLDER.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}

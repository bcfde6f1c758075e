package id.semai.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The folder {@code processes/}: BPMN and DMN models with their Camunda Forms, edited with Camunda Modeler. */
@Component
class ModelFolder {

    private static final Logger log = LoggerFactory.getLogger(ModelFolder.class);
    private static final String CARRIED = "classpath*:/processes/**/*.*";
    private static final String CARRIED_ROOT = "/processes/";

    private final Path folder;

    ModelFolder(ModelSettings settings) {
        this.folder = settings.folder().toAbsolutePath().normalize();
    }

    Path path() {
        return folder;
    }

    /** Every model and form below the folder, hidden folders left out, in a stable order. */
    List<Path> files() {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> name(file).matches("(?!\\.)(.*/)?[^./][^/]*\\.(bpmn|dmn|form)")
                            && !name(file).contains("/."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Folder model %s tidak dapat dibaca".formatted(folder), e);
        }
    }

    /** The name of a file relative to the folder, with slashes: the same on every machine. */
    String name(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** Gives a folder that does not exist the copy that the application carries; an existing one is left alone. */
    void unpackIfMissing() {
        if (Files.exists(folder)) {
            return;
        }
        try {
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources(CARRIED)) {
                if (isFile(resource)) {
                    unpack(resource);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Model bawaan tidak dapat disalin ke %s".formatted(folder), e);
        }
        log.info("Unpacked the models that came with Semai to {}", folder);
    }

    /** The pattern finds the folder {@code .camunda} too. */
    private static boolean isFile(Resource resource) {
        return resource.getFilename() != null && resource.getFilename().matches(".+\\.[a-z]+|\\.bpmnlintrc");
    }

    private void unpack(Resource resource) throws IOException {
        String url = resource.getURL().toString();
        String name = url.substring(url.lastIndexOf(CARRIED_ROOT) + CARRIED_ROOT.length());
        Path target = folder.resolve(name).normalize();
        Files.createDirectories(target.getParent());
        try (InputStream content = resource.getInputStream()) {
            Files.copy(content, target);
        }
    }
}

package id.semai.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
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
    private static final Pattern MODEL = Pattern.compile("(.*/)?[^./~#][^/]*\\.(bpmn|dmn|form)");

    /** Of what is longer only a part is read, which is no model. */
    private static final int LONGEST = 4_000_000;

    private final Path folder;

    /** Held by whoever reads the folder in order to release, or writes to it; always taken before any lock of the database. */
    final ReentrantLock hand = new ReentrantLock();

    ModelFolder(ModelSettings settings) {
        this.folder = settings.folder().toAbsolutePath().normalize();
    }

    Path path() {
        return folder;
    }

    /** Every model and form below the folder in a stable order; what is hidden or an editor's copy is left out. */
    List<Path> files() {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> isModel(name(file)))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Folder model %s tidak dapat dibaca".formatted(folder), e);
        } catch (UncheckedIOException e) {
            throw new UncheckedIOException("Folder model %s tidak dapat dibaca".formatted(folder), e.getCause());
        }
    }

    /** Neither {@code .x.bpmn.swp} nor {@code #x.bpmn#}, {@code x.bpmn~}, {@code ~$x.bpmn} or anything in a hidden folder. */
    static boolean isModel(String name) {
        return MODEL.matcher(name).matches() && !name.startsWith(".") && !name.contains("/.");
    }

    /** Size, time and identity of each file: equal as long as nothing was saved, read from the folder's lists alone. */
    Map<String, String> look() {
        Map<String, String> marks = new TreeMap<>();
        for (Path file : files()) {
            try {
                BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
                marks.put(name(file), is.size() + " " + is.lastModifiedTime().toMillis() + " " + is.fileKey());
            } catch (IOException vanished) {
                marks.put(name(file), "vanished");
            }
        }
        return marks;
    }

    /** When a file was changed last, by the clock of whoever keeps the folder. */
    Instant newest() {
        return files().stream()
                .map(ModelFolder::changed)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private static Instant changed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException vanished) {
            return Instant.MAX;
        }
    }

    /** A file that is taken away meanwhile is left out. */
    Snapshot read() {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        for (Path file : files()) {
            try (InputStream content = Files.newInputStream(file)) {
                contents.put(name(file), content.readNBytes(LONGEST));
            } catch (NoSuchFileException vanished) {
                log.debug("{} is gone", file);
            } catch (IOException e) {
                throw new UncheckedIOException("Berkas %s tidak dapat dibaca".formatted(file), e);
            }
        }
        return new Snapshot(contents);
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

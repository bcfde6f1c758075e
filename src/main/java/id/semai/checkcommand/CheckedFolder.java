package id.semai.checkcommand;

import id.semai.check.ModelCheck;
import id.semai.rulebook.Finding;
import id.semai.rulebook.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder with what is asked for in it.
 *
 * @param around what lies there besides, to which files may refer
 */
record CheckedFolder(Path folder, Map<String, byte[]> judged, Map<String, byte[]> around) {

    private static final int DEEPEST = 8;

    /** Where a folder itself is asked for, files of it that are named too change nothing. */
    static List<CheckedFolder> of(List<Path> paths) {
        Map<Path, List<Path>> asked = new LinkedHashMap<>();
        paths.forEach(path -> asked.computeIfAbsent(folderOf(path), first -> new ArrayList<>())
                .add(path));
        return asked.entrySet().stream()
                .map(each -> of(each.getKey(), each.getValue()))
                .toList();
    }

    private static Path folderOf(Path path) {
        if (Files.isDirectory(path)) {
            return path;
        }
        if (!Files.isReadable(path)) {
            throw new IllegalArgumentException("«" + path + "» tidak ada atau tidak dapat dibaca.");
        }
        return path.getParent() == null ? Path.of("") : path.getParent();
    }

    private static CheckedFolder of(Path folder, List<Path> asked) {
        Map<String, byte[]> all = files(folder);
        if (asked.contains(folder)) {
            return new CheckedFolder(folder, all, all);
        }
        Map<String, byte[]> judged = new TreeMap<>();
        asked.forEach(file -> judged.put(file.getFileName().toString(), content(file)));
        return new CheckedFolder(folder, judged, all);
    }

    private static Map<String, byte[]> files(Path folder) {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
            all.filter(Files::isRegularFile)
                    .filter(file -> !("/" + name(folder, file)).contains("/."))
                    .forEach(file -> files.put(name(folder, file), content(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("«" + folder + "» tidak dapat dibaca.", e);
        }
        return files;
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** No more than what is known to be too much. */
    private static byte[] content(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return content.readNBytes(ModelCheck.MOST_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException("«" + file + "» tidak dapat dibaca.", e);
        }
    }

    int size() {
        return judged.size();
    }

    /** In the order of files and lines, under the names that files have for whoever asks. */
    Stream<Finding> findings(ModelCheck check, Language language) {
        return check.check(judged, around, language).stream()
                .map(finding ->
                        finding.in(folder.resolve(finding.file()).toString().replace('\\', '/')))
                .sorted(Comparator.comparing(Finding::file).thenComparing(Finding::line));
    }
}

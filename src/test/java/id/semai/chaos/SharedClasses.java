package id.semai.chaos;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The classes of the nodes. From the first ones an archive of them is made in the JVM's own format, and all later ones
 * start from it: a run is mostly starts. The JVM archives only what comes from jars.
 */
final class SharedClasses {

    private final Path folder;
    private final Path archive;
    private final String classPath;

    /** @param folder new, of this run only: an archive fits no other class path */
    SharedClasses(Path folder) {
        this.folder = folder;
        this.archive = folder.resolve("nodes.jsa");
        this.classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::exists)
                .map(this::asJar)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    String classPath() {
        return classPath;
    }

    /** Of a node that starts from the archive, or can make it. */
    List<String> flags() {
        return List.of(
                Files.exists(archive) ? "-XX:SharedArchiveFile=" + archive : "-XX:+RecordDynamicDumpInfo",
                "-Xlog:disable");
    }

    /** Makes the archive of what a node has loaded, unless there is one; without it starts are only slower. */
    void archive(long pid) {
        if (!Files.exists(archive)) {
            ChildProcess.run(
                    Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                    Long.toString(pid),
                    "VM.cds",
                    "dynamic_dump",
                    archive.toString());
        }
    }

    private Path asJar(Path entry) {
        if (!Files.isDirectory(entry)) {
            return entry;
        }
        Path jar = folder.resolve(Math.abs(entry.hashCode()) + ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            for (Path source : below(entry)) {
                String name = entry.relativize(source).toString().replace(File.separatorChar, '/');
                // Directories, too: what is looked for by package or folder is found through them.
                out.putNextEntry(new JarEntry(Files.isDirectory(source) ? name + "/" : name));
                if (Files.isRegularFile(source)) {
                    Files.copy(source, out);
                }
            }
            return jar;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Path> below(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(path -> !path.equals(directory)).toList();
        }
    }
}

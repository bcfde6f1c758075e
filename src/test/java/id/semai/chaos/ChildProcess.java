package id.semai.chaos;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own with the classes of the tests, and the signals that an operating system can send it. */
final class ChildProcess {

    private ChildProcess() {}

    static Process java(Class<?> main, Path log, List<String> flags, String... arguments) {
        return java(main, System.getProperty("java.class.path"), log, flags, arguments);
    }

    static Process java(Class<?> main, String classPath, Path log, List<String> flags, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8"));
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        File file = log.toFile();
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(file))
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @param name STOP, CONT, KILL */
    static void signal(long pid, String name) {
        run("kill", "-" + name, Long.toString(pid));
    }

    /** Waits for its end; how it ended does not matter. */
    static void run(String... command) {
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}

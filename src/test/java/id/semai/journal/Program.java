package id.semai.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What a program printed and how it ended; one that does not end by itself is stopped and has failed. */
record Program(int exit, List<String> lines, String errors) {

    private static final int NOT_FOUND = 127;

    static Program run(Path folder, Map<String, String> environment, List<String> command) {
        try {
            Path errors = Files.createTempFile("program", ".err");
            Path output = Files.createTempFile("program", ".out");
            int exit = exit(folder, environment, command, output, errors);
            Program program =
                    new Program(exit, Files.readAllLines(output, StandardCharsets.UTF_8), Files.readString(errors));
            Files.delete(output);
            Files.delete(errors);
            return program;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whether the command exists and ends with 0. */
    static boolean works(String... command) {
        return run(Path.of("."), Map.of(), List.of(command)).exit() == 0;
    }

    private static int exit(
            Path folder, Map<String, String> environment, List<String> command, Path output, Path errors) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            return process.exitValue();
        } catch (IOException absent) {
            return NOT_FOUND;
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(failure);
        }
    }
}

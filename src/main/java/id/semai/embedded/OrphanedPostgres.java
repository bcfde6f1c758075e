package id.semai.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the PostgreSQL of a killed application left behind: a process that still runs, or only its pid file. Must be
 * called by whoever holds the data folder, else it would stop a server that somebody uses.
 */
class OrphanedPostgres {

    private static final Logger log = LoggerFactory.getLogger(OrphanedPostgres.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path directory;
    private final Path pidFile;

    OrphanedPostgres(Path directory) {
        this.directory = directory;
        this.pidFile = directory.resolve("postmaster.pid");
    }

    /** Stops the server of this very directory if it still runs, and never any other process that got its number. */
    void clear() {
        try {
            if (Files.exists(pidFile)) {
                running().ifPresent(OrphanedPostgres::stop);
                Files.deleteIfExists(pidFile);
            }
        } catch (IOException e) {
            throw new EmbeddedFailure(
                    "Berkas «" + pidFile + "» tidak dapat dibaca atau dihapus: periksa hak aksesnya.", e);
        }
    }

    /** The living PostgreSQL that the pid file names. */
    Optional<ProcessHandle> running() throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> servesThisDirectory(process.info(), lines));
    }

    private boolean servesThisDirectory(ProcessHandle.Info process, List<String> pidFileLines) {
        String program = process.command().orElse("");
        if (!program.matches("(?i)(.*[/\\\\])?postgres(\\.exe)?")) {
            return false;
        }
        return process.arguments()
                .map(arguments -> List.of(arguments).contains(directory.toString()))
                .orElseGet(() -> startedAsWritten(process, pidFileLines));
    }

    /** Windows does not tell a process's arguments; the pid file's third line is when its server started. */
    private static boolean startedAsWritten(ProcessHandle.Info process, List<String> pidFileLines) {
        if (pidFileLines.size() < 3 || process.startInstant().isEmpty()) {
            return false;
        }
        Instant written =
                Instant.ofEpochSecond(Long.parseLong(pidFileLines.get(2).strip()));
        return Duration.between(process.startInstant().get(), written).abs().toSeconds() <= 5;
    }

    private static void stop(ProcessHandle postgres) {
        log.info("Menghentikan PostgreSQL (proses {}) yang ditinggalkan Semai yang mati mendadak.", postgres.pid());
        List<ProcessHandle> children = postgres.descendants().toList();
        postgres.destroy();
        if (!hasEnded(postgres)) {
            children.forEach(ProcessHandle::destroyForcibly);
            postgres.destroyForcibly();
            hasEnded(postgres);
        }
    }

    private static boolean hasEnded(ProcessHandle postgres) {
        try {
            postgres.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

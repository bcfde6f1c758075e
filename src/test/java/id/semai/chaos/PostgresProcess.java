package id.semai.chaos;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A real PostgreSQL that keeps what it has committed, and can be killed and started again on what it holds. */
final class PostgresProcess {

    private final Path folder;
    private final int port;
    private EmbeddedPostgres server;

    PostgresProcess(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?socketTimeout=20".formatted(port, database);
    }

    JdbcClient client(String database) {
        return JdbcClient.create(new DriverManagerDataSource(url(database), "postgres", ""));
    }

    /** Returns when it takes connections; processes of a killed one may hold its memory for a moment. */
    void start() {
        Patience.await("PostgreSQL", Duration.ofSeconds(60), () -> {
            try {
                server = launch();
                return true;
            } catch (IOException | RuntimeException notYet) {
                return false;
            }
        });
    }

    void kill() {
        ChildProcess.signal(postmaster(), "KILL");
        Patience.await("end of PostgreSQL", Duration.ofSeconds(10), () -> !ProcessHandle.of(postmaster())
                .filter(ProcessHandle::isAlive)
                .isPresent());
        close();
    }

    void close() {
        try {
            server.close();
        } catch (IOException | RuntimeException dead) {
            // There is nothing left to close but the library's lock on the folder, which this gave up.
        }
    }

    private long postmaster() {
        try {
            return Long.parseLong(
                    Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private EmbeddedPostgres launch() throws IOException {
        Redirect log = Redirect.appendTo(folder.resolveSibling("postgres.log").toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(Files.createDirectories(
                                Path.of("target", "postgres-programs").toAbsolutePath())
                        .toFile())
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(30))
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .setLocaleConfig("locale", "C")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "100")
                .start();
    }
}

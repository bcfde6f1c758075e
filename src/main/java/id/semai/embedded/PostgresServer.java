package id.semai.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/**
 * A real PostgreSQL in a process of its own. What it has committed survives the death of this application, of
 * PostgreSQL itself and of the machine.
 */
class PostgresServer implements AutoCloseable {

    /** The major version of the programs in pom.xml; only a folder written by it can be opened. */
    static final String MAJOR = "16";

    static final String USER = "postgres";
    static final String DATABASE = "semai";

    private static final Duration RECOVERY_AT_MOST = Duration.ofSeconds(60);

    private final EmbeddedPostgres postgres;

    private PostgresServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Refuses what cannot be started and clears what a dead application left, so that a start may follow. */
    static void prepare(EmbeddedSettings settings, DataFolder folder) {
        requireOurMajor(folder.postgres());
        new OrphanedPostgres(folder.postgres()).clear();
        new Port(settings.postgresPort(), "PostgreSQL", "semai.embedded.postgres-port").requireFree();
    }

    /** Returns when the database {@link #DATABASE} takes connections. */
    static PostgresServer start(EmbeddedSettings settings, DataFolder folder) {
        prepare(settings, folder);
        try {
            folder.beginPostgres();
            PostgresServer server = new PostgresServer(launch(settings, folder));
            server.createDatabase();
            folder.finishPostgres();
            return server;
        } catch (IOException | SQLException | RuntimeException | ExceptionInInitializerError e) {
            new OrphanedPostgres(folder.postgres()).clear();
            throw new EmbeddedFailure(
                    "PostgreSQL bawaan tidak dapat dimulai: " + lastWords(folder.postgresLog(), e)
                            + " (selengkapnya di «" + folder.postgresLog() + "»).",
                    e);
        }
    }

    LocalPostgres address() {
        return new LocalPostgres(postgres.getPort());
    }

    String jdbcUrl() {
        return address().getJdbcUrl();
    }

    int port() {
        return postgres.getPort();
    }

    /** Waits for PostgreSQL to write everything out; to be called when nobody is connected any more. */
    @Override
    public void close() throws IOException {
        postgres.close();
    }

    private static void requireOurMajor(Path directory) {
        Path versionFile = directory.resolve("PG_VERSION");
        try {
            String version =
                    Files.exists(versionFile) ? Files.readString(versionFile).strip() : MAJOR;
            if (!version.equals(MAJOR)) {
                throw new EmbeddedFailure("Folder «" + directory + "» ditulis PostgreSQL " + version
                        + ", sedangkan Semai ini membawa PostgreSQL " + MAJOR
                        + ": pilih folder lain lewat semai.embedded.data-directory, lalu pindahkan isinya dengan pg_dump dari PostgreSQL "
                        + version + ".");
            }
        } catch (IOException e) {
            throw new EmbeddedFailure("Berkas «" + versionFile + "» tidak dapat dibaca: periksa hak aksesnya.", e);
        }
    }

    /** The library starts PostgreSQL with {@code -F} and without synchronous commit; what is set here wins. */
    private static EmbeddedPostgres launch(EmbeddedSettings settings, DataFolder folder) throws IOException {
        Redirect logFile = Redirect.appendTo(folder.postgresLog().toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.postgres())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(folder.programs().toFile())
                .setPort(settings.postgresPort())
                .setPGStartupWait(RECOVERY_AT_MOST)
                .setOutputRedirector(logFile)
                .setErrorRedirector(logFile)
                .setLocaleConfig("locale", "C")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", settings.postgresMemory().toMegabytes() + "MB")
                .setServerConfig("max_wal_size", 8 * settings.postgresMemory().toMegabytes() + "MB")
                .setServerConfig("log_checkpoints", "off")
                .start();
    }

    private void createDatabase() throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (!statement
                    .executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")
                    .next()) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
        }
    }

    private static String lastWords(Path logFile, Throwable otherwise) {
        try {
            List<String> lines = Files.readAllLines(logFile).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
            return lines.isEmpty() ? otherwise.getMessage() : lines.get(lines.size() - 1);
        } catch (IOException e) {
            return String.valueOf(otherwise.getMessage());
        }
    }
}

package id.semai.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class PostgresServerTest {

    @TempDir
    static Path sharedDirectory;

    @TempDir
    Path directory;

    @Test
    void aCommitIsOnDiskBeforeItIsAcknowledged() throws Exception {
        try (DataFolder folder = folder(sharedDirectory);
                PostgresServer postgres = PostgresServer.start(Embedded.settings(sharedDirectory), folder)) {
            assertThat(Embedded.query(postgres, "SHOW fsync")).containsExactly("on");
            assertThat(Embedded.query(postgres, "SHOW synchronous_commit")).containsExactly("on");
            assertThat(Embedded.query(postgres, "SHOW full_page_writes")).containsExactly("on");
        }
    }

    @Test
    void itKeepsAsMuchInMemoryAsItIsGiven() throws Exception {
        EmbeddedSettings settings =
                new EmbeddedSettings(true, sharedDirectory, 0, DataSize.ofMegabytes(48), 0, "localhost");
        try (DataFolder folder = folder(sharedDirectory);
                PostgresServer postgres = PostgresServer.start(settings, folder)) {
            assertThat(Embedded.query(postgres, "SHOW shared_buffers")).containsExactly("48MB");
            assertThat(Embedded.query(postgres, "SHOW max_wal_size")).containsExactly("384MB");
        }
        assertThatExceptionOfType(EmbeddedFailure.class)
                .isThrownBy(
                        () -> new EmbeddedSettings(true, sharedDirectory, 0, DataSize.ofMegabytes(15), 0, "localhost"))
                .withMessageContaining("semai.embedded.postgres-memory")
                .withMessageContaining("16MB");
    }

    @Test
    void onlyThisMachineReachesIt() throws Exception {
        try (DataFolder folder = folder(sharedDirectory);
                PostgresServer postgres = PostgresServer.start(Embedded.settings(sharedDirectory), folder)) {
            assertThat(Embedded.query(postgres, "SHOW listen_addresses")).containsExactly("127.0.0.1");
            assertThat(Embedded.query(postgres, "SHOW unix_socket_directories")).containsExactly("");
        }
    }

    @Test
    void theNextStartFindsWhatTheLastOneWrote() throws Exception {
        try (DataFolder folder = folder(sharedDirectory)) {
            try (PostgresServer postgres = PostgresServer.start(Embedded.settings(sharedDirectory), folder)) {
                Embedded.execute(postgres, "CREATE TABLE kept AS SELECT 'Labinov' AS title");
            }
            assertThat(folder.postgres().resolve("postmaster.pid")).doesNotExist();
            try (PostgresServer postgres = PostgresServer.start(Embedded.settings(sharedDirectory), folder)) {
                assertThat(Embedded.query(postgres, "SELECT title FROM kept")).containsExactly("Labinov");
            }
        }
    }

    @Test
    void aFirstStartThatWasKilledHalfWayBeginsAnew() throws Exception {
        try (DataFolder folder = folder(directory)) {
            folder.beginPostgres();
            Files.createDirectories(folder.postgres());
            Files.writeString(folder.postgres().resolve("postgresql.conf"), "# half of initdb's work");

            try (PostgresServer postgres = PostgresServer.start(Embedded.settings(directory), folder)) {
                assertThat(Embedded.query(postgres, "SELECT 1")).containsExactly("1");
            }
        }
    }

    @Test
    void aTakenPortIsNamedWithItsSetting() throws Exception {
        try (DataFolder folder = folder(directory);
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();
            EmbeddedSettings settings =
                    new EmbeddedSettings(true, directory, port, DataSize.ofMegabytes(128), 0, "localhost");

            assertThatExceptionOfType(EmbeddedFailure.class)
                    .isThrownBy(() -> PostgresServer.start(settings, folder))
                    .withMessage(
                            "Porta " + port + " untuk PostgreSQL sudah dipakai program lain: hentikan program itu, "
                                    + "atau pilih porta lain lewat semai.embedded.postgres-port.");
        }
    }

    @Test
    void aFolderOfAnotherMajorVersionIsLeftAlone() throws Exception {
        try (DataFolder folder = folder(directory)) {
            Path versionFile = Files.createDirectories(folder.postgres()).resolve("PG_VERSION");
            Files.writeString(versionFile, "15\n");

            assertThatExceptionOfType(EmbeddedFailure.class)
                    .isThrownBy(() -> PostgresServer.start(Embedded.settings(directory), folder))
                    .withMessageContainingAll(
                            folder.postgres().toString(),
                            "ditulis PostgreSQL 15",
                            "membawa PostgreSQL 16",
                            "semai.embedded.data-directory");
            assertThat(folder.postgres()).isDirectoryContaining(file -> file.equals(versionFile));
        }
    }

    @Test
    void aFolderThatPostgresRefusesEndsWithItsOwnWords() throws Exception {
        try (DataFolder folder = folder(directory)) {
            Files.createDirectories(folder.postgres());
            Files.writeString(folder.postgres().resolve("a letter"), "not a database");

            assertThatExceptionOfType(EmbeddedFailure.class)
                    .isThrownBy(() -> PostgresServer.start(Embedded.settings(directory), folder))
                    .withMessageStartingWith("PostgreSQL bawaan tidak dapat dimulai: ")
                    .withMessageContaining(folder.postgresLog().toString());
        }
    }

    private static DataFolder folder(Path directory) {
        return DataFolder.open(Embedded.settings(directory).dataDirectory());
    }
}

package id.semai.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanedPostgresTest {

    @TempDir
    Path directory;

    private Path pidFile;

    @BeforeEach
    void name() {
        pidFile = directory.resolve("postmaster.pid");
    }

    @Test
    void thePidFileOfADeadProcessIsRemoved() throws Exception {
        Process dead = Embedded.java(NothingToDo.class, List.of());
        dead.waitFor();
        writePidFile(dead.pid());

        new OrphanedPostgres(directory).clear();

        assertThat(pidFile).doesNotExist();
    }

    @Test
    void anotherProgramThatGotTheNumberLivesOn() throws Exception {
        long ourselves = ProcessHandle.current().pid();
        writePidFile(ourselves);

        new OrphanedPostgres(directory).clear();

        assertThat(ProcessHandle.of(ourselves)).get().matches(ProcessHandle::isAlive);
        assertThat(pidFile).doesNotExist();
    }

    @Test
    void thePostgresOfAnotherFolderLivesOn(@TempDir Path other) throws Exception {
        EmbeddedSettings settings = Embedded.settings(other);
        try (DataFolder folder = DataFolder.open(other);
                PostgresServer postgres = PostgresServer.start(settings, folder)) {
            Files.copy(folder.postgres().resolve("postmaster.pid"), pidFile);

            new OrphanedPostgres(directory).clear();

            assertThat(Embedded.query(postgres, "SELECT 1")).containsExactly("1");
            assertThat(pidFile).doesNotExist();
        }
    }

    @Test
    void anUnreadablePidFileIsRemoved() throws Exception {
        Files.writeString(pidFile, "");

        new OrphanedPostgres(directory).clear();

        assertThat(pidFile).doesNotExist();
    }

    private void writePidFile(long pid) throws Exception {
        Files.writeString(pidFile, pid + "\n" + directory + "\n" + Instant.now().getEpochSecond() + "\n15432\n");
    }

    static class NothingToDo {
        public static void main(String[] args) {}
    }
}

package id.semai.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class KilledApplicationTest {

    @TempDir
    Path directory;

    @Test
    void theNextStartFindsEverythingCommittedAndNoOrphan() throws Exception {
        Process application = ServersInAnotherProcess.run(directory);
        OrphanedPostgres orphan =
                new OrphanedPostgres(directory.toAbsolutePath().resolve("postgres"));
        ProcessHandle itsPostgres = orphan.running().orElseThrow();
        assertThatASecondApplicationIsRefused(application.pid());

        application.destroyForcibly().waitFor();
        assertThat(itsPostgres.isAlive())
                .as("PostgreSQL outlives its application")
                .isTrue();

        EmbeddedSettings settings = Embedded.settings(directory);
        try (DataFolder folder = DataFolder.open(directory);
                KafkaServer kafka = new KafkaServer(settings, folder)) {
            kafka.begin();
            try (PostgresServer postgres = PostgresServer.start(settings, folder)) {
                assertThat(itsPostgres.isAlive()).as("orphan").isFalse();
                assertThat(Embedded.query(postgres, "SELECT title FROM innovation"))
                        .containsExactly("Posyandu keliling");
                kafka.start();
                assertThat(Embedded.received(kafka.insideAddress())).containsExactly("Posyandu keliling");
            }
        }
        assertThat(orphan.running()).isEmpty();
    }

    private void assertThatASecondApplicationIsRefused(long first) {
        assertThatExceptionOfType(EmbeddedFailure.class)
                .isThrownBy(() -> DataFolder.open(directory))
                .withMessage("Folder data «" + directory.toAbsolutePath() + "» sedang dipakai Semai lain (proses "
                        + first + "): hentikan yang itu dahulu, atau pilih folder lain lewat "
                        + "semai.embedded.data-directory.");
    }
}

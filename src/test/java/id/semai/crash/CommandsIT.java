package id.semai.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.semai.journeys.Office;
import id.semai.journeys.Story;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What operators type, with the jar that they have, beside an application that runs and beside none. */
@Timeout(600)
class CommandsIT {

    @TempDir
    Path folder;

    SemaiJar semai;

    @BeforeEach
    void placeJarInEmptyFolder() {
        semai = new SemaiJar(folder);
    }

    @AfterEach
    void leaveNothingRunning() throws Exception {
        semai.close();
    }

    @Test
    void theJournalIsReplayedAndReconciledWhileTheApplicationRuns() throws Exception {
        semai.start();
        Story.proposed(new Office(semai.webPort()), "dikbud").committed();
        JdbcClient database = JdbcClient.create(new DriverManagerDataSource(semai.jdbcUrl(), "postgres", ""));
        await().atMost(Duration.ofMinutes(1)).until(() -> database.sql("select count(*) from semai.unshipped")
                .query(Integer.class)
                .single()
                .equals(0));

        says(0, "Semuanya cocok.", "reconcile");
        says(0, "diterbitkan ulang ke topik semai.salinan", "replay", "--to", "semai.salinan");
        says(0, "Semuanya cocok.", "reconcile", "--topic", "semai.salinan");
        says(2, "sudah berisi", "replay", "--to", "semai.salinan");
        says(2, "sedang dipakai Semai", "replay", "--to", "semai.stage-transitions.v1");
        // Nothing can be deleted from the journal, so the queue loses an event that was never sent.
        database.sql(
                        """
                        insert into semai.event
                        select gen_random_uuid(), stream, key, sequence + 1, type, occurred_at, payload, traceparent
                        from semai.event where stream = 'stage-transition' order by sequence desc limit 1
                        """)
                .update();
        says(1, "hilang", "reconcile");
    }

    @Test
    void whatCannotBeDoneIsSaidInOneSentence() throws Exception {
        says(2, "jalankan Semai dahulu", "reconcile");
        says(2, "jalankan Semai dahulu", "replay", "--to", "x");
        says(2, "Perintah «replai» tidak dikenal; yang ada: check, replay, dan reconcile.", "replai");
        says(2, "«--ke» tidak dikenal", "replay", "--ke", "x");
        says(0, "Kode keluar", "reconcile", "--help");
        says(0, "Kode keluar", "replay", "--help");
    }

    private void says(int code, String sentence, String... words) throws Exception {
        SemaiJar.Said said = semai.command(words);
        assertThat(said.text()).contains(sentence).doesNotContain("\tat ");
        assertThat(said.code()).as(said.text()).isEqualTo(code);
    }
}

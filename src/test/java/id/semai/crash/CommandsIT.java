package id.semai.crash;

import static id.semai.journeys.Office.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.semai.journeys.Office;
import id.semai.journeys.Office.Person;
import id.semai.journeys.Story;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What operators do with the jar that they have: type commands, beside no application and beside one that runs, and start
 * another node.
 */
@Timeout(600)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CommandsIT {

    private static final String NEW_PASSWORD = "empat kuda hijau terbang";

    @TempDir
    static Path folder;

    private static SemaiJar semai;
    private static SemaiJar other;

    @BeforeAll
    static void placeJarInEmptyFolders() throws Exception {
        semai = new SemaiJar(Files.createDirectory(folder.resolve("a")));
        other = semai.another(Files.createDirectory(folder.resolve("b")));
    }

    @AfterAll
    static void leaveNothingRunning() throws Exception {
        other.close();
        semai.close();
    }

    @Test
    @Order(2)
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

    /** Each node may go by what it knew two seconds ago. */
    @Test
    @Order(3)
    void aLogoutAndANewPasswordEndTheSessionsOnAnotherNodeToo() {
        other.start();
        Office here = new Office(semai.webPort());
        Office there = new Office(other.webPort());

        Person leaving = here.inBrowser("inovator.dikbud");
        Person elsewhere = there.inBrowser("inovator.dikbud");
        Person colleague = there.inBrowser("kepala.dikbud");
        assertThat(elsewhere.get("/task/count").status()).isEqualTo(200);
        assertThat(leaving.api("DELETE", "/api/sesi", null).status()).isEqualTo(204);
        awaitTheEndOf(elsewhere);
        assertThat(colleague.get("/task/count").status()).isEqualTo(200);

        Person changing = here.inBrowser("inovator.dinkes");
        Person stale = there.inBrowser("inovator.dinkes");
        assertThat(stale.get("/task/count").status()).isEqualTo(200);
        accepted(changing.api("POST", "/api/sandi", Map.of("present", here.password(), "fresh", NEW_PASSWORD)));
        awaitTheEndOf(stale);
        assertThat(changing.get("/task/count").status()).isEqualTo(200);
        assertThat(there.as("inovator.dinkes").get("/task/count").status()).isEqualTo(401);
    }

    private static void awaitTheEndOf(Person session) {
        await().atMost(Duration.ofSeconds(4))
                .until(() -> session.get("/task/count").status() == 401);
    }

    @Test
    @Order(1)
    void whatCannotBeDoneIsSaidInOneSentence() throws Exception {
        says(2, "jalankan Semai dahulu", "reconcile");
        says(2, "jalankan Semai dahulu", "replay", "--to", "x");
        says(
                2,
                "Perintah «replai» tidak dikenal; yang ada: check, replay, reconcile, dashboard, dan simulate.",
                "replai");
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

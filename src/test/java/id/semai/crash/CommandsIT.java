package id.semai.crash;

import static id.semai.journeys.Office.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import id.semai.journeys.Office;
import id.semai.journeys.Office.Person;
import id.semai.journeys.Story;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
    private static SemaiJar dashboard;

    @BeforeAll
    static void placeJarInEmptyFolders() throws Exception {
        semai = new SemaiJar(Files.createDirectory(folder.resolve("a")));
        other = semai.another(Files.createDirectory(folder.resolve("b")));
        dashboard = semai.dashboard(Files.createDirectory(folder.resolve("c")));
    }

    @AfterAll
    static void leaveNothingRunning() throws Exception {
        dashboard.close();
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
        says(2, "sedang dipakai Semai lain", "dashboard", "--rebuild");
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

    /** With nothing but an address of Kafka; the database that is named there does not exist. */
    @Test
    @Order(4)
    void theDashboardRunsAloneAndShowsPublicFiguresOnly() throws Exception {
        dashboard.start();
        Person anybody = new Office(dashboard.webPort()).nobody();
        JsonNode figures = await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> anybody.page("/dasbor/angka").json(),
                        found -> found.path("totals").path("innovations").asInt() == 1);
        assertThat(figures.path("oneAgency")
                        .path("governments")
                        .path(0)
                        .path("units")
                        .asInt())
                .isGreaterThan(40);
        assertThat(figures.has("stages") || figures.has("trend") || figures.has("heat"))
                .isFalse();
        assertThat(figures.path("choices").path("units")).isEmpty();
        assertThat(anybody.page("/dasbor").body())
                .contains("data-cakupan=\"umum\"")
                .doesNotContain("data-masuk=", "data-keluar=");
        assertThat(anybody.page("/dasbor/csv/funnel").status()).isEqualTo(200);
        assertThat(List.of(
                        "/dasbor/unit",
                        "/dasbor/unit/dikbud",
                        "/dasbor/angka?unit=dikbud",
                        "/dasbor/angka?kecamatan=Alas",
                        "/dasbor/csv/units",
                        "/dasbor/csv/stages",
                        "/dasbor/diagram/innovation-journey",
                        "/index.html",
                        "/camunda/app/tasklist/",
                        "/engine-rest/task",
                        "/masuk/akun",
                        "/masuk/kembali?code=a&state=b",
                        "/actuator/prometheus"))
                .allSatisfy(
                        path -> assertThat(anybody.page(path).status()).as(path).isEqualTo(404));
        assertThat(anybody.api("POST", "/dasbor/angka", Map.of()).status()).isEqualTo(405);
        assertThat(anybody.api("POST", "/api/sesi", Map.of()).status()).isEqualTo(405);
        assertThat(anybody.api("DELETE", "/api/sesi", null).status()).isEqualTo(405);
        assertThat(header("/dasbor", "Content-Security-Policy")).contains("default-src 'none'");
        assertThat(dashboard.stop()).isTrue();
        assertThat(dashboard.output()).doesNotContain("\tat ", "postgresql");
    }

    private static String header(String path, String name) throws IOException {
        URI address = URI.create("http://localhost:" + dashboard.webPort() + path);
        return address.toURL().openConnection().getHeaderField(name);
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
        says(0, "Kode keluar", "dashboard", "--help");
        says(2, "tidak dapat dihubungi: jalankan Kafka dahulu", "dashboard", "--rebuild");
    }

    @Test
    @Order(1)
    void modelsAreCheckedBesideNoApplication() throws Exception {
        String shipped = Path.of("processes").toAbsolutePath().toString();
        says(0, "0 kesalahan, 0 peringatan", "check", shipped);
        says(2, "tidak ada atau tidak dapat dibaca", "check", shipped + "/tidak-ada.bpmn");
        says(0, "stage-duplicate (kesalahan)", "check", "--rules");
    }

    private void says(int code, String sentence, String... words) throws Exception {
        SemaiJar.Said said = semai.command(words);
        assertThat(said.text()).contains(sentence).doesNotContain("\tat ");
        assertThat(said.code()).as(said.text()).isEqualTo(code);
    }
}

package id.semai.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.semai.engine.OpenTask;
import id.semai.engine.OpenTasks;
import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.journeys.Office.Answer;
import id.semai.journeys.Office.Person;
import id.semai.journeys.Story;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files are kept for who may see the innovation, and only if they are what they say. */
@EndToEnd
class EvidenceTest {

    private static final int MEGABYTE = 1024 * 1024;

    @Autowired
    Office office;

    @Autowired
    JdbcClient database;

    @Autowired
    Evidence evidence;

    @Autowired
    OpenTasks tasks;

    private Person head;
    private String task;

    @BeforeEach
    void aTaskThatTheHeadWorksOn() {
        Story story = Story.proposed(office, "dikbud");
        head = office.inBrowser("kepala.dikbud");
        task = story.head().task(story.innovation, "Task_SignCommitment").id();
        Office.accepted(head.claim(task));
    }

    @Test
    void isOpenedByWhoMaySeeTheInnovationAndNobodyElse() throws Exception {
        byte[] pdf = Samples.pdf();
        Answer kept = head.upload(path("Surat tugas.pdf"), pdf);
        assertThat(kept.status()).as(kept.body()).isEqualTo(201);
        assertThat(kept.json().path("sha256").asText())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(pdf)));
        String file = "/api/evidence/files/" + kept.json().path("id").asText();
        assertThat(head.page(file).status()).isEqualTo(200);
        assertThat(office.inBrowser("koordinator").page(file).body()).startsWith("%PDF-");
        assertThat(office.inBrowser("kepala.dinkes").page(file).status()).isEqualTo(404);
        assertThat(office.nobody().page(file).status()).isEqualTo(401);
        assertThat(office.inBrowser("kepala.dinkes")
                        .page("/api/evidence/tasks/" + task)
                        .status())
                .isEqualTo(404);
        assertThat(office.nobody().page("/api/evidence/tasks/" + task).status()).isEqualTo(401);
    }

    @Test
    void isAttachedOnlyByWhoWorksOnTheTask() {
        byte[] pdf = Samples.pdf();
        assertThat(office.inBrowser("koordinator").upload(path("a.pdf"), pdf).status())
                .isEqualTo(403);
        assertThat(office.inBrowser("kepala.dinkes").upload(path("a.pdf"), pdf).status())
                .isEqualTo(404);
        assertThat(office.nobody().upload(path("a.pdf"), pdf).status()).isEqualTo(401);
        assertThat(rows()).isZero();
    }

    @Test
    void isNotKeptIfTheTaskHasLeftTheirHandsWhileItWasSent() {
        OpenTask before = tasks.get(task).orElseThrow();
        Office.accepted(head.post("/task/" + task + "/unclaim", Map.of()));
        assertThatThrownBy(() -> evidence.add(before, null, "kepala.dikbud", "a.png", Samples.png(3, 3)))
                .isInstanceOf(RefusedFile.class)
                .hasMessageContaining("diambil orang lain");
        assertThat(rows()).isZero();
    }

    @Test
    void staysWhenTheTaskIsDoneAndCannotBeTakenBackThen() {
        Answer kept = head.upload(path("Foto.png"), Samples.png(20, 20));
        String file = "/api/evidence/files/" + kept.json().path("id").asText();
        assertThat(head.page("/api/evidence/tasks/" + task)
                        .json()
                        .at("/files/0/mayRemove")
                        .asBoolean())
                .isTrue();
        Office.accepted(head.submit(task, Office.answers("commitment-sign")));
        assertThat(head.api("DELETE", file, null).status()).isEqualTo(403);
        assertThat(head.page(file).status()).isEqualTo(200);
        assertThat(head.upload(path("late.png"), Samples.png(30, 30)).status()).isEqualTo(410);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void canBeTakenBackBeforeButNotByOthers() {
        Answer kept = head.upload(path("Foto.jpg"), Samples.jpeg());
        String file = "/api/evidence/files/" + kept.json().path("id").asText();
        assertThat(office.inBrowser("koordinator").api("DELETE", file, null).status())
                .isEqualTo(403);
        assertThat(rows()).isEqualTo(1);
        assertThat(head.api("DELETE", file, null).status()).isEqualTo(204);
        assertThat(rows()).isZero();
    }

    @Test
    void theSameFileTwiceIsSaid() {
        head.upload(path("a.pdf"), Samples.pdf());
        byte[] same = Samples.png(5, 5);
        assertThat(head.upload(path("b.png"), same).status()).isEqualTo(201);
        assertThat(head.upload(path("c.png"), same).status()).isEqualTo(409);
    }

    @Test
    void atMostTwentyBelongToOneTask() {
        for (int width = 1; width <= 20; width++) {
            assertThat(head.upload(path("Foto.png"), Samples.png(width, 7)).status())
                    .isEqualTo(201);
        }
        Answer oneMore = head.upload(path("Foto.png"), Samples.png(21, 7));
        assertThat(oneMore.status()).isEqualTo(409);
        assertThat(oneMore.message()).isEqualTo("Paling banyak 20 berkas untuk satu tugas.");
        assertThat(rows()).isEqualTo(20);
    }

    static Stream<Arguments> attacks() {
        return Stream.of(
                Arguments.of("program.pdf", Samples.program(), 422, "bukan PDF, JPEG, atau PNG"),
                Arguments.of("skrip.pdf", Samples.pdfWithScript(), 422, "memuat skrip"),
                Arguments.of("skrip tersembunyi.pdf", Samples.pdfWithHiddenScript(), 422, "memuat skrip"),
                Arguments.of("peluncur.pdf", Samples.pdfThatLaunches(), 422, "memuat skrip"),
                Arguments.of("pengirim.pdf", Samples.pdfThatSendsItself(), 422, "memuat skrip"),
                Arguments.of("berisi.pdf", Samples.pdfWithFileInside(), 422, "memuat skrip"),
                Arguments.of("terkunci.pdf", Samples.pdfWithPassword(), 422, "kata sandi"),
                Arguments.of("bom.pdf", Samples.pdfThatUnfolds(), 422, "terlalu besar setelah dibuka"),
                Arguments.of("rusak.pdf", "%PDF-1.7 and nothing more".getBytes(), 422, "rusak"),
                Arguments.of("raksasa.png", Samples.hugePng(), 422, "juta piksel"),
                Arguments.of("halaman.html", Samples.pdf(), 422, "tidak berakhiran"),
                Arguments.of("gambar.pdf", Samples.png(9, 9), 422, "adalah PNG"),
                Arguments.of("../../etc/passwd.pdf", Samples.pdf(), 400, "Nama berkas"),
                Arguments.of("C:\\temp\\a.pdf", Samples.pdf(), 400, "Nama berkas"),
                Arguments.of("gnp.\u202Efdp.pdf", Samples.pdf(), 400, "Nama berkas"),
                Arguments.of("x".repeat(200) + ".pdf", Samples.pdf(), 400, "Nama berkas"),
                Arguments.of("sebelas.pdf", new byte[11 * MEGABYTE], 413, "10 MB"),
                Arguments.of("lima puluh.pdf", new byte[50 * MEGABYTE], 413, "10 MB"),
                Arguments.of("kosong.pdf", new byte[0], 422, "bukan PDF"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void whatIsNotWhatItSaysIsRefusedWithASentence(String name, byte[] content, int status, String sentence) {
        Answer refused = head.upload(path(name), content);
        assertThat(refused.status()).as(refused.body()).isEqualTo(status);
        assertThat(refused.message()).contains(sentence);
        assertThat(rows()).isZero();
    }

    private String path(String name) {
        return "/api/evidence/tasks/" + task + "?name="
                + java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8);
    }

    private int rows() {
        return database.sql("select count(*) from semai.evidence where task = :task")
                .param("task", task)
                .query(Integer.class)
                .single();
    }
}

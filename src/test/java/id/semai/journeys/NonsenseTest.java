package id.semai.journeys;

import static id.semai.journeys.Office.accepted;
import static id.semai.journeys.Office.answers;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import id.semai.journeys.Office.Answer;
import id.semai.journeys.Office.Person;
import id.semai.journeys.Office.Task;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Nonsense is refused with one Indonesian sentence that names the field, through either REST root; nothing is lost. */
@EndToEnd
class NonsenseTest {

    @Autowired
    Office office;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    /** The public REST interface and the one behind the web applications. */
    enum Root {
        ENGINE_REST,
        WEB_APPLICATION;

        Person of(Office office, String user) {
            return this == ENGINE_REST ? office.as(user) : office.inBrowser(user);
        }
    }

    @ParameterizedTest
    @EnumSource(Root.class)
    void aMissingFieldIsNamedAndTheTaskStaysOpen(Root root) {
        Story story = Story.proposed(office, "dikbud");
        Person head = root.of(office, "kepala.dikbud");
        Task task = head.task(story.innovation, "Task_SignCommitment");

        Answer refused = head.submit(task.id(), answers("commitment-sign", "focus", null));

        assertRefused(refused, 400, "focus", "Isian «Pokok inovasi yang dijanjikan» wajib diisi.");
        assertRefused(head.complete(task.id(), Map.of()), 400, "decision", "Isian «Pernyataan» wajib diisi.");
        assertRefused(head.submit(task.id(), Map.of()), 400, "decision", "Isian «Pernyataan» wajib diisi.");
        assertThat(head.tasks(story.innovation)).extracting(Task::id).containsExactly(task.id());
    }

    /** Both have read the task before either can go on, and wait for the innovation's turn. */
    @ParameterizedTest
    @EnumSource(Root.class)
    void ofTwoWindowsThatCompleteATaskAtOnceOneIsTold(Root root) throws Exception {
        Story story = Story.proposed(office, "dikbud").signs();
        Person coordinator = root.of(office, "koordinator");
        Task task = coordinator.task(story.innovation, "Task_VerifyCommitment");
        accepted(coordinator.claim(task.id()));
        List<Future<Answer>> windows = transaction.execute(open -> {
            database.sql("select from semai.innovation where id = ? for update")
                    .param(story.innovation)
                    .query(row -> {});
            List<Future<Answer>> submitting = Stream.of("left", "right")
                    .map(window -> CompletableFuture.supplyAsync(
                            () -> coordinator.submit(task.id(), answers("commitment-verify"))))
                    .map(answer -> (Future<Answer>) answer)
                    .toList();
            Office.eventually(() -> waitingForALock() == 2 ? true : null);
            return submitting;
        });
        List<Answer> answers =
                List.of(windows.get(0).get(1, MINUTES), windows.get(1).get(1, MINUTES));
        assertThat(answers).extracting(Answer::status).containsOnlyOnce(204, 409);
        assertThat(answers.stream().filter(answer -> answer.status() == 409))
                .extracting(Answer::message)
                .containsExactly("Pekerjaan ini baru saja diubah orang lain. Muat ulang halaman, lalu periksa lagi.");
    }

    private int waitingForALock() {
        return database.sql(
                        "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query ilike '%innovation%'")
                .query(Integer.class)
                .single();
    }

    @ParameterizedTest
    @EnumSource(Root.class)
    void aDateInThePastAndAnUnknownUnitAreNamed(Root root) {
        Person coordinator = root.of(office, "koordinator");
        assertRefused(
                coordinator.tryToStart("workshop", answers("workshop-plan", "eventDate", "2016-12-05")),
                400,
                "eventDate",
                "«Tanggal pelaksanaan» tidak boleh sebelum ");

        String workshop = coordinator.start("workshop", answers("workshop-plan"));
        Task invite = coordinator.task(workshop, "Task_InviteUnits");
        assertRefused(
                coordinator.submit(invite.id(), answers("workshop-invitation", "invitedUnits", List.of("atlantis"))),
                400,
                "invitedUnits",
                "Perangkat daerah «atlantis» tidak dikenal.");
        assertThat(coordinator.tasks(workshop)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Root.class)
    void textBeyondItsLimitIsRefusedHoweverLong(Root root) {
        Person innovator = root.of(office, "inovator.dikbud");
        assertRefused(
                innovator.tryToStart("innovation-journey", answers("innovation-proposal", "problem", "a".repeat(4001))),
                400,
                "problem",
                "«Masalah pelayanan yang hendak dijawab» paling banyak 2.000 karakter.");
        assertRefused(
                innovator.tryToStart(
                        "innovation-journey", answers("innovation-proposal", "title", "a".repeat(10_000_000))),
                400,
                "title",
                "«Judul inovasi (boleh sementara)» paling banyak 200 karakter.");
    }

    @ParameterizedTest
    @EnumSource(Root.class)
    void aTaskThatIsGoneIsAConflictAndOneThatNeverWasIsNotFound(Root root) {
        Story story = Story.proposed(office, "dinkes");
        Person head = root.of(office, "kepala.dinkes");
        Task task = head.task(story.innovation, "Task_SignCommitment");
        accepted(head.submit(task.id(), answers("commitment-sign")));

        assertRefused(head.submit(task.id(), answers("commitment-sign")), 409, null, "Tugas ini sudah selesai");
        assertRefused(head.complete(task.id(), answers("commitment-sign")), 409, null, "Tugas ini sudah selesai");
        assertRefused(head.claim(task.id()), 409, null, "Tugas ini sudah selesai");
        assertRefused(
                head.submit(UUID.randomUUID().toString(), answers("commitment-sign")),
                404,
                null,
                "Tugas ini tidak ada");
    }

    @Test
    void aTaskThatSomebodyElseHasTakenIsNotCompletedByAnother() {
        Story story = Story.proposed(office, "dikbud").signs();
        Person admin = office.as("admin");
        Task task = story.coordinator().task(story.innovation, "Task_VerifyCommitment");
        accepted(story.coordinator().claim(task.id()));

        assertThat(admin.submit(task.id(), answers("commitment-verify")).status())
                .isEqualTo(403);
        assertThat(story.coordinator().tasks(story.innovation)).hasSize(1);
    }

    @Test
    void aRowOfThePlanIsNamedByItsNumber() {
        Story story = Story.proposed(office, "dikbud").committed();
        story.innovator().does(story.innovation, "Task_DraftHeader", "action-plan-header");
        Task task = story.innovator().task(story.innovation, "Task_DraftRows");
        List<Map<String, Object>> rows = new java.util.ArrayList<>();
        for (Object row : (List<?>) answers("action-plan-rows").get("planRows")) {
            @SuppressWarnings("unchecked")
            Map<String, Object> copy = new java.util.LinkedHashMap<>((Map<String, Object>) row);
            rows.add(copy);
        }
        rows.get(2).put("activity", " ");

        assertRefused(
                story.innovator().submit(task.id(), answers("action-plan-rows", "planRows", rows)),
                400,
                "planRows",
                "Baris 3: isian «Kegiatan» wajib diisi.");
    }

    private static void assertRefused(Answer answer, int status, String field, String sentence) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.field()).isEqualTo(field);
        assertThat(answer.message()).startsWith(sentence);
    }
}

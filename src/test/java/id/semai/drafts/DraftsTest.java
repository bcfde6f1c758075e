package id.semai.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.journeys.Office.Answer;
import id.semai.journeys.Office.Person;
import id.semai.journeys.Office.Task;
import id.semai.journeys.Story;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is typed into a form, kept for who typed it, until the task is done. */
@EndToEnd
class DraftsTest {

    private static final String START = "/api/drafts/starts/innovation-journey";

    @Autowired
    Office office;

    @Autowired
    JdbcClient database;

    @Autowired
    RepositoryService repository;

    @Autowired
    FormService forms;

    @Autowired
    IdentityService identity;

    @Autowired
    TransactionTemplate transaction;

    private Person head;
    private Person coordinator;
    private String innovation;
    private Task task;

    @BeforeEach
    void aTaskThatTheHeadWorksOn() {
        Story story = Story.proposed(office, "dikbud");
        innovation = story.innovation;
        head = office.inBrowser("kepala.dikbud");
        coordinator = office.inBrowser("koordinator");
        task = story.head().task(innovation, "Task_SignCommitment");
        Office.accepted(head.claim(task.id()));
    }

    @AfterEach
    void noStartIsBegun() {
        database.sql("delete from semai.draft where process is not null").update();
    }

    @Test
    void aDraftIsFoundAgainOnAnyComputer() {
        keep(head, "kepala.dikbud", 0, "typed here");
        Answer there = office.inBrowser("kepala.dikbud").page(path());
        assertThat(there.json().at("/answers/text").asText()).isEqualTo("typed here");
        assertThat(there.json().path("version").asInt()).isEqualTo(1);
    }

    @Test
    void nobodyElseEverSeesIt() {
        keep(head, "kepala.dikbud", 0, "mine");
        assertThat(coordinator.page(path()).json().path("version").asInt()).isZero();
        assertThat(coordinator.page(path()).body()).doesNotContain("mine");
        assertThat(office.inBrowser("kepala.dinkes").page(path()).status()).isEqualTo(404);
        assertThat(office.nobody().page(path()).status()).isEqualTo(401);
    }

    @Test
    void aPageOfWhoWasLoggedInBeforeCannotSaveForWhoIsNow() {
        assertThat(put(coordinator, "kepala.dikbud", 0, "of the head").status()).isEqualTo(403);
        assertThat(rows()).isZero();
    }

    @Test
    void anOlderWindowDoesNotOverwriteANewer() {
        keep(head, "kepala.dikbud", 0, "first");
        keep(head, "kepala.dikbud", 1, "second");
        Answer late = put(head, "kepala.dikbud", 1, "late");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().at("/answers/text").asText()).isEqualTo("second");
        assertThat(put(head, "kepala.dikbud", 0, "late").status()).isEqualTo(409);
        assertThat(put(head, "kepala.dikbud", 2, "chosen").status()).isEqualTo(200);
    }

    @Test
    void itIsGoneWithTheTaskInTheSameTransaction() {
        keep(head, "kepala.dikbud", 0, "almost done");
        keep(coordinator, "koordinator", 0, "looks on");
        Office.accepted(head.submit(task.id(), Office.answers("commitment-sign")));
        assertThat(rows()).isZero();
        Answer tooLate = put(head, "kepala.dikbud", 1, "too late");
        assertThat(tooLate.status()).isEqualTo(410);
        assertThat(tooLate.message()).isEqualTo("Tugas ini sudah selesai atau ditutup.");
    }

    @Test
    void itCanBeThrownAway() {
        keep(head, "kepala.dikbud", 0, "no");
        assertThat(head.api("DELETE", path(), null).status()).isEqualTo(200);
        assertThat(rows()).isZero();
    }

    @Test
    void nonsenseIsRefusedAndNothingIsKept() {
        assertThat(head.api("PUT", path(), "{").status()).isEqualTo(400);
        assertThat(head.api("PUT", path(), Map.of("person", "kepala.dikbud", "answers", "text", "version", 0))
                        .status())
                .isEqualTo(400);
        assertThat(head.api("PUT", path(), Map.of("person", "kepala.dikbud")).status())
                .isEqualTo(400);
        assertThat(put(head, "kepala.dikbud", 0, "\0").status()).isEqualTo(400);
        assertThat(put(head, "kepala.dikbud", 0, "x".repeat(600_000)).status()).isEqualTo(413);
        assertThat(head.page("/api/drafts/there-is-none").status()).isEqualTo(404);
        assertThat(rows()).isZero();
    }

    @Test
    void whatIsTypedIntoAStartFormIsKeptForItsPersonOnly() {
        Person innovator = office.inBrowser("inovator.dikbud");
        assertThat(putStart(innovator, "inovator.dikbud", 0, "begun").status()).isEqualTo(200);
        assertThat(putStart(innovator, "inovator.dikbud", 1, "gone on with").status())
                .isEqualTo(200);
        assertThat(putStart(innovator, "inovator.dikbud", 1, "late").status()).isEqualTo(409);
        Answer there = office.inBrowser("inovator.dikbud").page(START);
        assertThat(there.json().at("/answers/text").asText()).isEqualTo("gone on with");
        assertThat(head.page(START).json().path("version").asInt()).isZero();
        assertThat(putStart(head, "inovator.dikbud", 0, "another's").status()).isEqualTo(403);
        assertThat(putStart(innovator, "inovator.dikbud", 2, "x".repeat(600_000))
                        .status())
                .isEqualTo(413);
        assertThat(putStart(innovator, "inovator.dikbud", 2, "\0").status()).isEqualTo(400);
        assertThat(innovator.api("DELETE", START, null).status()).isEqualTo(200);
        assertThat(startDrafts()).isZero();
    }

    @Test
    void onlyWhoMayStartAProcessHasADraftOfIt() {
        assertThat(coordinator.page(START).status()).isEqualTo(404);
        assertThat(putStart(coordinator, "koordinator", 0, "none").status()).isEqualTo(404);
        assertThat(coordinator.page("/api/drafts/starts/workshop").status()).isEqualTo(200);
        assertThat(head.page("/api/drafts/starts/workshop").status()).isEqualTo(404);
        assertThat(head.page("/api/drafts/starts/commitment").status()).isEqualTo(404);
        assertThat(head.page("/api/drafts/starts/there-is-none").status()).isEqualTo(404);
        assertThat(office.nobody().page(START).status()).isEqualTo(401);
        assertThat(startDrafts()).isZero();
    }

    @Test
    void theStartTakesAwayItsOwnDraftInItsTransactionAndNobodyElses() {
        Person innovator = office.inBrowser("inovator.dikbud");
        putStart(innovator, "inovator.dikbud", 0, "almost done");
        putStart(head, "kepala.dikbud", 0, "another's");
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("innovation-journey")
                .latestVersion()
                .singleResult()
                .getId();
        identity.setAuthentication("inovator.dikbud", List.of("innovator"), List.of("dikbud"));
        try {
            transaction.executeWithoutResult(status -> {
                forms.submitStartForm(definition, Office.answers("innovation-proposal"));
                assertThat(startDrafts()).isEqualTo(1);
                status.setRollbackOnly();
            });
        } finally {
            identity.clearAuthentication();
        }
        assertThat(startDrafts()).isEqualTo(2);
        innovator.start("innovation-journey", Office.answers("innovation-proposal"));
        assertThat(innovator.page(START).json().path("version").asInt()).isZero();
        assertThat(head.page(START).json().path("version").asInt()).isEqualTo(1);
    }

    private Answer putStart(Person person, String name, int version, String text) {
        return person.api("PUT", START, Map.of("person", name, "version", version, "answers", Map.of("text", text)));
    }

    private int startDrafts() {
        return database.sql("select count(*) from semai.draft where process is not null")
                .query(Integer.class)
                .single();
    }

    private void keep(Person person, String name, int version, String text) {
        assertThat(put(person, name, version, text).status()).isEqualTo(200);
    }

    private Answer put(Person person, String name, int version, String text) {
        return person.api("PUT", path(), Map.of("person", name, "version", version, "answers", Map.of("text", text)));
    }

    private String path() {
        return "/api/drafts/" + task.id();
    }

    private int rows() {
        return database.sql("select count(*) from semai.draft where task = ?")
                .param(task.id())
                .query(Integer.class)
                .single();
    }
}

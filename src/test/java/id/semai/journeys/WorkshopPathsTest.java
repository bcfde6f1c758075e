package id.semai.journeys;

import static id.semai.journeys.Office.accepted;
import static id.semai.journeys.Office.answers;
import static id.semai.journeys.Office.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.semai.journeys.Office.Task;
import id.semai.journeys.Topic.Event;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A workshop from its plan to its minutes, with units that sign, decline, sign on paper or stay silent. */
@EndToEnd
class WorkshopPathsTest {

    private static final List<String> THREE = List.of("dikbud", "dinkes", "dukcapil");

    @Autowired
    Office office;

    @Autowired
    Topic topic;

    @Autowired
    Timers timers;

    @Autowired
    HistoryService history;

    @Test
    void aPostponedWorkshopIsHeldLaterAndACancelledOneEnds() {
        Office.Person coordinator = Story.coordinator(office);
        String workshop = coordinator.start("workshop", answers("workshop-plan"));
        coordinator.does(workshop, "Task_InviteUnits", "workshop-invitation");
        coordinator.does(
                workshop,
                "Task_RecordAttendance",
                "workshop-attendance",
                "decision",
                "postponed",
                "eventDate",
                Story.today().plusDays(7).toString());
        coordinator.does(workshop, "Task_RecordAttendance", "workshop-attendance", "decision", "cancelled");

        assertThat(outcome(workshop)).isEqualTo("cancelled");
    }

    @Test
    void whenAllHaveDecidedTheSigningEndsByItself() {
        String workshop = Story.workshop(office, "none", THREE);
        for (String unit : THREE) {
            Story.ofWorkshop(office, workshop, unit).committed();
        }

        minutes(workshop, 3, 0, 0);
        assertThat(outcome(workshop)).isEqualTo("done");
    }

    @Test
    void thoseWhoSignOnPaperAreRecordedTogether() {
        String workshop = Story.workshop(office, "none", THREE);
        Story signed = Story.ofWorkshop(office, workshop, "dikbud");
        Office.Person coordinator = Story.coordinator(office);
        coordinator.does(
                workshop,
                "Task_RecordPaperSignatures",
                "signing-record",
                "paperUnits",
                List.of("dikbud"),
                "decision",
                "more");
        coordinator.does(
                workshop, "Task_RecordPaperSignatures", "signing-record", "paperUnits", List.of("dinkes", "dukcapil"));

        assertThat(topic.atLeast(5, signed.innovation))
                .extracting(Event::brief)
                .contains("commitment completed(signed)", "action-plan entered");
        minutes(workshop, 3, 0, 0);
    }

    @Test
    void whoSignsAndIsRecordedOnPaperAtTheSameMomentHasOneCommitment() {
        String workshop = Story.workshop(office, "none", List.of("dikbud"));
        Story story = Story.ofWorkshop(office, workshop, "dikbud");
        Task signing = story.head().task(story.innovation, "Task_SignCommitment");
        Task record = story.coordinator().task(workshop, "Task_RecordPaperSignatures");
        accepted(story.head().submit(signing.id(), answers("commitment-sign")));
        accepted(story.coordinator()
                .submit(record.id(), answers("signing-record", "paperUnits", List.of("dikbud"), "decision", "done")));
        story.coordinator().does(story.innovation, "Task_VerifyCommitment", "commitment-verify");

        minutes(workshop, 1, 0, 0);
        assertThat(topic.of(story.innovation).stream().map(Event::brief).filter("commitment completed(signed)"::equals))
                .hasSize(1);
    }

    @Test
    void atTheDeadlineWithNobodySilentTheMinutesAreWritten() {
        String workshop = Story.workshop(office, "none", List.of("dikbud"));
        Story.ofWorkshop(office, workshop, "dikbud").signs();
        timers.fire(workshop, "Boundary_SigningDeadline");

        JsonNode signed = minutes(workshop, 1, 0, 0);
        assertThat(signed.path(0).asText()).endsWith("(menunggu pemeriksaan)");
    }

    @Test
    void atTheDeadlineOneSilentUnitLapsesWhenLeadershipCloses() {
        String workshop = Story.workshop(office, "none", List.of("dikbud", "dinkes"));
        Story.ofWorkshop(office, workshop, "dikbud").committed();
        Story silent = Story.ofWorkshop(office, workshop, "dinkes");
        eventually(() -> decided(workshop, "dikbud") ? true : null);
        timers.fire(workshop, "Boundary_SigningDeadline");
        silent.leadership().does(workshop, "Task_FollowUpSilent", "signing-followup");

        assertThat(topic.finished(silent.innovation))
                .extracting(Event::brief)
                .containsExactly("started", "commitment entered", "commitment completed(lapsed)", "finished(declined)");
        minutes(workshop, 1, 0, 1);
    }

    @Test
    void whenAllAreSilentAnExtensionGivesThemTimeAndOneAnswersInBetween() {
        String workshop = Story.workshop(office, "none", List.of("dikbud", "dinkes"));
        Story early = Story.ofWorkshop(office, workshop, "dikbud");
        Story late = Story.ofWorkshop(office, workshop, "dinkes");
        timers.fire(workshop, "Boundary_SigningDeadline");
        late.leadership().task(workshop, "Task_FollowUpSilent");
        early.committed();
        eventually(() -> decided(workshop, "dikbud") ? true : null);
        late.leadership()
                .does(
                        workshop,
                        "Task_FollowUpSilent",
                        "signing-followup",
                        "decision",
                        "extend",
                        "signingDueAt",
                        Story.today().plusDays(7).toString());
        late.committed();

        minutes(workshop, 2, 0, 0);
        assertThat(journeys(workshop)).isEqualTo(2);
    }

    @Test
    void aUnitWithoutAHeadIsStillRecordedOnPaper() {
        String workshop = Story.workshop(office, "none", List.of("dlh"));
        Story story = Story.ofWorkshop(office, workshop, "dlh");
        story.coordinator()
                .does(workshop, "Task_RecordPaperSignatures", "signing-record", "paperUnits", List.of("dlh"));

        assertThat(topic.atLeast(3, story.innovation))
                .extracting(Event::brief)
                .contains("commitment completed(signed)");
        minutes(workshop, 1, 0, 0);
    }

    @Test
    void aSilentUnitOfAWorkshopIsFollowedUpThereAndNotByItsOwnJourney() {
        String workshop = Story.workshop(office, "none", List.of("dikbud"));
        Story story = Story.ofWorkshop(office, workshop, "dikbud");
        timers.fire(story.innovation, "Boundary_FollowUp");

        assertThat(story.leadership().tasks(story.innovation))
                .extracting(Task::key)
                .containsExactly("Task_SignCommitment");
    }

    @Test
    void aUnitThatNobodyKnowsStopsTheSigningBeforeItOpens() {
        Office.Person coordinator = Story.coordinator(office);
        String workshop = coordinator.start("workshop", answers("workshop-plan"));
        coordinator.does(workshop, "Task_InviteUnits", "workshop-invitation");
        coordinator.does(workshop, "Task_RecordAttendance", "workshop-attendance");
        accepted(office.as("admin")
                .put(
                        "/process-instance/" + workshop + "/variables/invitedUnits",
                        Map.of("type", "Json", "value", "[\"atlantis\"]")));
        Office.Person leadership = office.as("pimpinan");
        Task signing = leadership.task(workshop, "Task_SignGovernmentCommitment");

        Office.Answer failed = leadership.submit(signing.id(), answers("government-commitment"));

        assertThat(failed.status()).isEqualTo(500);
        assertThat(failed.message()).contains("Perangkat daerah «atlantis» tidak dikenal.");
        assertThat(leadership.tasks(workshop)).extracting(Task::id).containsExactly(signing.id());
        assertThat(journeys(workshop)).isZero();
    }

    private boolean decided(String workshop, String unit) {
        return history.createHistoricVariableInstanceQuery().variableName("commitmentDecision").list().stream()
                .anyMatch(variable -> variable.getTenantId().equals(unit)
                        && history.createHistoricProcessInstanceQuery()
                                        .processInstanceId(variable.getProcessInstanceId())
                                        .variableValueEquals("workshopId", workshop)
                                        .count()
                                == 1);
    }

    private long journeys(String workshop) {
        return history.createHistoricProcessInstanceQuery()
                .processDefinitionKey("innovation-journey")
                .variableValueEquals("workshopId", workshop)
                .count();
    }

    /** Writes the minutes after looking at the three lists; returns the list of those who signed. */
    private JsonNode minutes(String workshop, int signed, int declined, int silent) {
        Office.Person coordinator = Story.coordinator(office);
        Task task = coordinator.task(workshop, "Task_WriteMinutes");
        assertThat(list(coordinator, task, "signedList")).hasSize(signed);
        assertThat(list(coordinator, task, "declinedList")).hasSize(declined);
        assertThat(list(coordinator, task, "silentList")).hasSize(silent);
        JsonNode names = list(coordinator, task, "signedList");
        coordinator.does(workshop, "Task_WriteMinutes", "workshop-minutes");
        return names;
    }

    private JsonNode list(Office.Person person, Task task, String name) {
        String value = accepted(person.get("/task/" + task.id() + "/variables/" + name + "?deserializeValue=false"))
                .json()
                .path("value")
                .asText();
        return new Office.Answer(200, value).json();
    }

    private String outcome(String workshop) {
        return eventually(
                () -> history
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(workshop)
                        .variableName("outcome")
                        .list()
                        .stream()
                        .map(variable -> (String) variable.getValue())
                        .findFirst()
                        .orElse(null));
    }
}

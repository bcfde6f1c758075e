package id.semai.journeys;

import static id.semai.journeys.Office.accepted;
import static id.semai.journeys.Office.answers;
import static id.semai.journeys.WholeJourneyTest.assertNumberedInOnePartition;
import static org.assertj.core.api.Assertions.assertThat;

import id.semai.journeys.Office.Person;
import id.semai.journeys.Story.Phase;
import id.semai.journeys.Topic.Event;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The ends of a journey, and what the topic shows of each. */
@EndToEnd
class JourneyPathsTest {

    @Autowired
    Office office;

    @Autowired
    Topic topic;

    @Autowired
    Timers timers;

    @Autowired
    RuntimeService runtime;

    @Test
    void aJourneyWithOneReturnOfThePlanAndOneInTheLabShowsSixTransitionsMore() {
        Story story = Story.proposed(office, "dikbud").committed().drafted().returnedByHead();
        story.planned().worked(Phase.DIAGNOSE).judged(Phase.DIAGNOSE, "return", "Perdalam.");
        story.developed(story.coordinator()).tried().adopted().measured();

        List<Event> events = topic.finished(story.innovation);
        assertThat(events).hasSize(34);
        assertNumberedInOnePartition(events);
        assertThat(events)
                .extracting(Event::brief)
                .containsSubsequence(
                        "action-plan.review completed(returned)",
                        "action-plan.draft entered",
                        "action-plan.draft completed(submitted)",
                        "action-plan.review entered",
                        "action-plan.review completed(approved)",
                        "lab.diagnose completed(returned)",
                        "lab.diagnose entered",
                        "lab.diagnose completed(accepted)");
        assertThat(visits(events, "action-plan.draft")).containsExactly(1, 1, 2, 2);
        assertThat(visits(events, "action-plan.review")).containsExactly(1, 1, 2, 2);
        assertThat(visits(events, "lab.diagnose")).containsExactly(1, 1, 2, 2);
    }

    @Test
    void aDeclinedCommitmentIsFourTransitions() {
        Story story = Story.proposed(office, "dinkes").declined();

        List<Event> events = topic.finished(story.innovation);
        assertThat(events)
                .extracting(Event::brief)
                .containsExactly(
                        "started", "commitment entered", "commitment completed(declined)", "finished(declined)");
        assertThat(events.get(3).data().path("reasonCode").asText()).isEqualTo("not-willing");
    }

    @Test
    void aLawfulStopAfterTheTrialKeepsReasonAndLesson() {
        Story story = Story.proposed(office, "dukcapil").committed().planned();
        story.developed(story.coordinator()).triedAndJudged("propose-stop", "Manfaatnya tidak tampak.");
        story.leadership().does(story.innovation, "Task_DecideStopTrial", "stop-decision", "decision", "stop");
        story.coordinator().does(story.innovation, "Task_RecordStop", "stop-record");

        List<Event> events = topic.finished(story.innovation);
        assertThat(events)
                .extracting(Event::brief)
                .endsWith(
                        "rollout entered",
                        "rollout.trial entered",
                        "rollout.trial completed(stopped)",
                        "rollout completed(stopped)",
                        "finished(stopped)");
        assertThat(events.get(events.size() - 1).data().path("reasonCode").asText())
                .isEqualTo("trial-failed");
    }

    @Test
    void aRedesignAfterTheTrialEntersLabAndRolloutAgain() {
        Story story = Story.proposed(office, "dikbud").committed().planned();
        story.developed(story.coordinator()).triedAndJudged("redesign", "Rancang ulang alurnya.");
        story.developed(story.coordinator()).tried().adopted().measured();

        List<Event> events = topic.finished(story.innovation);
        assertThat(events).hasSize(42);
        assertNumberedInOnePartition(events);
        assertThat(events)
                .extracting(Event::brief)
                .containsSubsequence("rollout.trial completed(redesign)", "rollout completed(redesign)", "lab entered");
        assertThat(visits(events, "lab")).containsExactly(1, 1, 2, 2);
        assertThat(visits(events, "lab.display")).containsExactly(1, 1, 2, 2);
        assertThat(visits(events, "rollout")).containsExactly(1, 1, 2, 2);
    }

    @Test
    void anOrderedStopInTheLabCancelsInnerStagesFirst() {
        Story story = Story.proposed(office, "dinkes").committed().reporting();

        story.innovator().task(story.innovation, "Task_ReportProgress");

        assertThat(stop(story.innovator(), story.innovation).status()).isEqualTo(403);
        assertThat(stop(story.head(), story.innovation).status()).isEqualTo(403);
        accepted(stop(story.leadership(), story.innovation));
        story.coordinator().does(story.innovation, "Task_RecordOrderedStop", "stop-record", "reasonCode", "policy");

        List<Event> events = topic.finished(story.innovation);
        assertThat(events)
                .extracting(Event::brief)
                .endsWith(
                        "lab.deliver entered",
                        "lab.deliver cancelled(stopped-by-order)",
                        "lab cancelled(stopped-by-order)",
                        "finished(stopped)");
        assertThat(events.get(events.size() - 1).data().path("reasonCode").asText())
                .isEqualTo("policy");
    }

    private Office.Answer stop(Person person, String innovation) {
        return person.post("/message", Map.of("messageName", "stop-innovation", "businessKey", innovation));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?skipCustomListeners=true", "?skipCustomListeners=true&skipIoMappings=true"})
    void aDeletedInstanceLeavesItsStagesInnerFirstAndFinishesCancelled(String how) {
        Story story = Story.proposed(office, "dikbud").committed().drafted();
        story.head().task(story.innovation, "Task_ApprovePlan");

        accepted(office.as("admin").delete("/process-instance/" + story.innovation + how));

        List<Event> events = topic.finished(story.innovation);
        assertThat(events)
                .extracting(Event::brief)
                .endsWith(
                        "action-plan.review entered",
                        "action-plan.review cancelled(deleted)",
                        "action-plan cancelled(deleted)",
                        "finished(cancelled)");
        assertNumberedInOnePartition(events);
    }

    @Test
    void aDeletionThatWouldLeaveTheCalledProcessRunningIsRefused() {
        Story story = Story.proposed(office, "dinkes");
        story.head().task(story.innovation, "Task_SignCommitment");

        Office.Answer refused =
                office.as("admin").delete("/process-instance/" + story.innovation + "?skipSubprocesses=true");

        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        assertThat(refused.message()).contains("hapus tanpa skipSubprocesses");
        story.committed();
        assertThat(topic.atLeast(5, story.innovation)).extracting(Event::brief).doesNotContain("finished(cancelled)");
    }

    @Test
    void aTerminatedStageIsATransitionLikeAnyOther() {
        Story story = Story.proposed(office, "dukcapil").committed();
        story.innovator().task(story.innovation, "Task_DraftHeader");

        accepted(office.as("admin")
                .post(
                        "/process-instance/" + story.innovation + "/modification",
                        Map.of(
                                "skipCustomListeners",
                                true,
                                "instructions",
                                List.of(Map.of("type", "cancel", "activityId", "Call_ActionPlan")))));

        assertThat(topic.finished(story.innovation))
                .extracting(Event::brief)
                .endsWith(
                        "action-plan.draft entered",
                        "action-plan.draft cancelled(deleted)",
                        "action-plan cancelled(deleted)",
                        "finished(cancelled)");
    }

    @Test
    void aDeletedCalledInstanceTakesTheWholeJourneyWithIt() {
        Story story = Story.proposed(office, "dinkes").committed();
        story.innovator().task(story.innovation, "Task_DraftHeader");
        String called = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(story.innovation)
                .processDefinitionKey("action-plan")
                .singleResult()
                .getId();

        accepted(office.as("admin").delete("/process-instance/" + called));

        assertThat(topic.finished(story.innovation))
                .extracting(Event::brief)
                .endsWith(
                        "action-plan.draft cancelled(deleted)",
                        "action-plan cancelled(deleted)",
                        "finished(cancelled)");
    }

    @Test
    void eachMainStageThatIsLateSaysSoOnceAndGoesOn() {
        Story story = Story.proposed(office, "dikbud");
        timers.fire(story.innovation, "Boundary_CommitmentOverdue");
        story.committed();
        timers.fire(story.innovation, "Boundary_ActionPlanOverdue");
        story.planned();
        timers.fire(story.innovation, "Boundary_LabOverdue");
        for (Phase phase : Phase.values()) {
            timers.fire(story.innovation, "Boundary_" + phase.review.substring("Task_Review".length()) + "Overdue");
            story.accepted(phase);
        }
        timers.fire(story.innovation, "Boundary_RolloutOverdue");
        story.tried().adopted().measured();

        List<Event> events = topic.finished(story.innovation);
        assertThat(events.stream().map(Event::brief).filter(brief -> brief.endsWith("overdue")))
                .containsExactly(
                        "commitment overdue",
                        "action-plan overdue",
                        "lab overdue",
                        "lab.diagnose overdue",
                        "lab.design overdue",
                        "lab.deliver overdue",
                        "lab.display overdue",
                        "rollout overdue");
        assertThat(events).last().extracting(Event::brief).isEqualTo("finished(adopted)");
    }

    @Test
    void aBusinessKeyAndForeignVariablesOfAUserAreRefused() {
        Person innovator = office.as("inovator.dikbud");
        Map<String, Object> proposal = Office.typed(answers("innovation-proposal"));

        assertThat(innovator
                        .post(
                                "/process-definition/key/innovation-journey/start",
                                Map.of("variables", proposal, "businessKey", "pilihan-sendiri"))
                        .field())
                .isEqualTo("businessKey");
        Office.Answer foreign =
                innovator.tryToStart("innovation-journey", answers("innovation-proposal", "unit", "dinkes"));
        assertThat(foreign.status()).isEqualTo(400);
        assertThat(foreign.field()).isEqualTo("unit");
    }

    static List<Integer> visits(List<Event> events, String stage) {
        return events.stream()
                .filter(event -> stage.equals(event.data().path("stage").asText()))
                .map(event -> event.data().path("visit").asInt())
                .toList();
    }
}

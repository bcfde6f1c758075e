package id.semai.journeys;

import static id.semai.journeys.JourneyPathsTest.visits;
import static org.assertj.core.api.Assertions.assertThat;

import id.semai.journeys.Story.Phase;
import id.semai.journeys.Topic.Event;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Comment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way out of every gateway in commitment, action plan, lab and rollout; timers are fired, not waited for. */
@EndToEnd
class StagePathsTest {

    @Autowired
    Office office;

    @Autowired
    Topic topic;

    @Autowired
    Timers timers;

    @Autowired
    TaskService tasks;

    // commitment

    @Test
    void aCommitmentThatIsReturnedIsSignedAgain() {
        Story story = Story.proposed(office, "dikbud").signs();
        story.coordinator()
                .does(
                        story.innovation,
                        "Task_VerifyCommitment",
                        "commitment-verify",
                        "decision",
                        "return",
                        "witnessRole",
                        null,
                        "note",
                        "Lengkapi nomor pernyataan.");
        story.committed();

        assertThat(topic.atLeast(5, story.innovation))
                .extracting(Event::brief)
                .containsExactly(
                        "started",
                        "commitment entered",
                        "commitment completed(signed)",
                        "action-plan entered",
                        "action-plan.draft entered");
    }

    @Test
    void aSilentHeadIsRemindedAndFollowedUpUntilLeadershipClosesIt() {
        Story story = Story.proposed(office, "dinkes");
        timers.fire(story.innovation, "Boundary_Reminder");
        timers.fire(story.innovation, "Boundary_FollowUp");
        story.leadership().does(story.innovation, "Task_FollowUpCommitment", "commitment-followup");
        Office.Task signing = story.head().task(story.innovation, "Task_SignCommitment");

        assertThat(signing.json().path("priority").asInt()).isEqualTo(75);
        assertThat(tasks.getTaskComments(signing.id()))
                .extracting(Comment::getFullMessage)
                .anyMatch(text -> text.matches("Pengingat ke-1: batas waktu \\d+ \\p{L}+ \\d{4}"))
                .anyMatch(text -> text.startsWith("Pengingat ke-2: "));
        story.committed();
        assertThat(topic.atLeast(5, story.innovation)).hasSize(5);
    }

    @Test
    void leadershipClosesACommitmentThatNobodySigns() {
        Story story = Story.proposed(office, "dinkes");
        timers.fire(story.innovation, "Boundary_FollowUp");
        story.leadership()
                .does(story.innovation, "Task_FollowUpCommitment", "commitment-followup", "decision", "close");

        List<Event> events = topic.finished(story.innovation);
        assertThat(events)
                .extracting(Event::brief)
                .containsExactly("started", "commitment entered", "commitment completed(lapsed)", "finished(declined)");
        assertThat(events.get(3).data().path("reasonCode").asText()).isEqualTo("no-answer");
    }

    // action plan

    @Test
    void theDraftGoesBackToItsHeaderWithoutLeavingTheStage() {
        Story story = Story.proposed(office, "dukcapil").committed();
        story.innovator().does(story.innovation, "Task_DraftHeader", "action-plan-header");
        story.innovator().does(story.innovation, "Task_DraftRows", "action-plan-rows", "decision", "back");
        story.drafted();
        story.head().task(story.innovation, "Task_ApprovePlan");

        assertThat(visits(topic.atLeast(7, story.innovation), "action-plan.draft"))
                .containsExactly(1, 1);
    }

    @Test
    void aWithdrawnPlanEndsTheJourney() {
        Story story = Story.proposed(office, "dukcapil").committed();
        story.innovator().does(story.innovation, "Task_DraftHeader", "action-plan-header");
        story.innovator()
                .does(
                        story.innovation,
                        "Task_DraftRows",
                        "action-plan-rows",
                        "decision",
                        "withdraw",
                        "reason",
                        "Digabung dengan usulan lain.");

        assertThat(topic.finished(story.innovation))
                .extracting(Event::brief)
                .endsWith(
                        "action-plan.draft completed(withdrawn)",
                        "action-plan completed(withdrawn)",
                        "finished(withdrawn)");
    }

    @Test
    void aPlanOutsideTheGovernmentsAuthorityIsRefused() {
        Story story = Story.proposed(office, "dikbud").committed().drafted();
        story.head().does(story.innovation, "Task_ApprovePlan", "plan-approval");
        story.coordinator()
                .does(
                        story.innovation,
                        "Task_ReviewPlan",
                        "plan-review",
                        "withinAuthority",
                        false,
                        "noteNovelty",
                        "Urusan ini kewenangan pusat.");

        List<Event> events = topic.finished(story.innovation);
        assertThat(events)
                .extracting(Event::brief)
                .endsWith(
                        "action-plan.review completed(refused)",
                        "action-plan completed(refused)",
                        "finished(declined)");
        assertThat(events.get(events.size() - 1).data().path("reasonCode").asText())
                .isEqualTo("not-eligible");
    }

    @Test
    void threeReturnsInARowMakeTheFourthVisit() {
        Story story = Story.proposed(office, "dikbud").committed();
        for (int round = 1; round <= 3; round++) {
            story.drafted().approvedByHead().returnedAsNotNew();
        }
        story.planned();

        List<Event> events = topic.atLeast(21, story.innovation);
        assertThat(visits(events, "action-plan.draft")).containsExactly(1, 1, 2, 2, 3, 3, 4, 4);
        assertThat(visits(events, "action-plan.review")).containsExactly(1, 1, 2, 2, 3, 3, 4, 4);
        assertThat(events)
                .filteredOn(event -> event.brief().equals("action-plan.review completed(returned)"))
                .hasSize(3);
    }

    @Test
    void aLatePlanIsRemindedAndChasedAndStillGoesOn() {
        Story story = Story.proposed(office, "dinkes").committed();
        timers.fire(story.innovation, "Start_Reminder");
        timers.fire(story.innovation, "Start_Late");
        story.coordinator().does(story.innovation, "Task_ChasePlan", "plan-followup");
        story.planned();

        assertThat(topic.atLeast(9, story.innovation))
                .extracting(Event::brief)
                .contains("action-plan completed(approved)");
    }

    @Test
    void anOpenChaseVanishesWhenThePlanIsApproved() {
        Story story = Story.proposed(office, "dinkes").committed();
        timers.fire(story.innovation, "Start_Late");
        story.planned();

        story.innovator().task(story.innovation, "Task_DiagnoseProblems");
        assertThat(story.coordinator().tasks(story.innovation))
                .extracting(Office.Task::key)
                .containsExactly("Task_DiagnoseProblems");
    }

    // lab

    @ParameterizedTest
    @EnumSource(Phase.class)
    void eachPhaseIsReturnedProposedToStopAndContinued(Phase phase) {
        Story story = atPhase(phase).worked(phase);
        story.judged(phase, "return", "Lengkapi dahulu.");
        story.worked(phase).judged(phase, "propose-stop", "Tidak ada kemajuan.");
        story.leadership().does(story.innovation, phase.decide, "stop-decision");
        story.accepted(phase);

        List<Event> events = topic.atLeast(10 + 2 * phase.ordinal() + 6, story.innovation);
        assertThat(visits(events, phase.stage())).containsExactly(1, 1, 2, 2, 3, 3);
        assertThat(events.stream().map(Event::brief).filter(brief -> brief.startsWith(phase.stage())))
                .containsExactly(
                        phase.stage() + " entered",
                        phase.stage() + " completed(returned)",
                        phase.stage() + " entered",
                        phase.stage() + " completed(returned)",
                        phase.stage() + " entered",
                        phase.stage() + " completed(accepted)");
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void eachPhaseCanBeStoppedByLeadership(Phase phase) {
        Story story = atPhase(phase).worked(phase).judged(phase, "propose-stop", "Tidak ada kemajuan.");
        story.leadership().does(story.innovation, phase.decide, "stop-decision", "decision", "stop");
        story.coordinator().does(story.innovation, "Task_RecordStop", "stop-record");

        assertThat(topic.finished(story.innovation))
                .extracting(Event::brief)
                .endsWith(phase.stage() + " completed(stopped)", "lab completed(stopped)", "finished(stopped)");
    }

    @Test
    void deliveryIsReportedAgainAndAgainUntilItIsFinished() {
        Story story = atPhase(Phase.DELIVER);
        story.innovator().does(story.innovation, "Task_ReportProgress", "lab-progress", "decision", "ongoing");
        timers.fire(story.innovation, "Catch_NextReport");
        timers.fire(story.innovation, "Start_Reminder");
        story.accepted(Phase.DELIVER);

        assertThat(visits(topic.atLeast(16, story.innovation), "lab.deliver")).containsExactly(1, 1);
    }

    private Story atPhase(Phase phase) {
        Story story = Story.proposed(office, "dikbud").committed().planned();
        for (Phase earlier : Phase.values()) {
            if (earlier.ordinal() < phase.ordinal()) {
                story.accepted(earlier);
            }
        }
        return story;
    }

    // rollout

    @Test
    void aTrialIsRepeatedProposedToStopAndContinued() {
        Story story = atRollout()
                .triedAndJudged("repeat", "Perpanjang masa uji coba.")
                .triedAndJudged("propose-stop", "Hasilnya belum tampak.");
        story.leadership().does(story.innovation, "Task_DecideStopTrial", "stop-decision");
        timers.fire(story.innovation, "Start_Reminder");
        story.tried();

        List<Event> events = topic.atLeast(27, story.innovation);
        assertThat(visits(events, "rollout.trial")).containsExactly(1, 1, 2, 2, 3, 3);
    }

    @Test
    void anInstrumentIsReturnedBeforeItIsAdopted() {
        Story story = atRollout().tried().notAdopted("return", "Perbaiki konsepnya.");
        story.adopted();
        story.innovator().does(story.innovation, "Task_MeasureResults", "results");
        story.coordinator()
                .does(
                        story.innovation,
                        "Task_VerifyResults",
                        "results-verification",
                        "decision",
                        "return",
                        "note",
                        "Ukur ulang mutunya.");
        story.measured();

        List<Event> events = topic.finished(story.innovation);
        assertThat(visits(events, "rollout.adoption")).containsExactly(1, 1);
        assertThat(visits(events, "rollout.results")).containsExactly(1, 1, 2, 2);
        assertThat(events).last().extracting(Event::brief).isEqualTo("finished(adopted)");
        assertThat(events.get(events.size() - 1).data().path("instrument").asText())
                .isNotEmpty();
        assertThat(events.get(events.size() - 1).data().has("quantityAfter")).isTrue();
    }

    @Test
    void leadershipStopsAtTheAdoption() {
        Story story = atRollout().tried().notAdopted("stop", "Anggaran tidak tersedia.");
        story.coordinator().does(story.innovation, "Task_RecordStop", "stop-record", "reasonCode", "resources");

        assertThat(topic.finished(story.innovation))
                .extracting(Event::brief)
                .endsWith("rollout.adoption completed(stopped)", "rollout completed(stopped)", "finished(stopped)");
    }

    @Test
    void aTrialCanBeStoppedByLeadership() {
        Story story = atRollout().triedAndJudged("propose-stop", "Hasilnya tidak tampak.");
        story.leadership().does(story.innovation, "Task_DecideStopTrial", "stop-decision", "decision", "stop");

        assertThat(topic.atLeast(22, story.innovation))
                .extracting(Event::brief)
                .endsWith("rollout.trial completed(stopped)", "rollout completed(stopped)");
    }

    private Story atRollout() {
        Story story = Story.proposed(office, "dukcapil").committed().planned();
        return story.developed(story.coordinator());
    }

    @Test
    void theInstrumentFollowsTheDecisionTable() {
        for (Map.Entry<String, String> suggestion : Map.of(
                        "burdensPeople", "perda", "burdensBudget", "perda", "bindsOthers", "perkada")
                .entrySet()) {
            Story story = atRollout().tried();
            story.coordinator()
                    .does(story.innovation, "Task_PrepareInstrument", "legal-draft", suggestion.getKey(), true);
            Office.Task decide = story.leadership().task(story.innovation, "Task_DecideAdoption");
            assertThat(story.leadership()
                            .get("/task/" + decide.id() + "/variables/suggestedInstrument")
                            .json()
                            .path("value")
                            .asText())
                    .isEqualTo(suggestion.getValue());
        }
    }
}

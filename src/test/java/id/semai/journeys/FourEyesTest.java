package id.semai.journeys;

import static id.semai.journeys.Office.answers;
import static org.assertj.core.api.Assertions.assertThat;

import id.semai.journeys.Office.Person;
import id.semai.journeys.Office.Task;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who did the earlier task may neither claim nor complete the one that {@code notBy} guards, whatever roles they hold. */
@EndToEnd
class FourEyesTest {

    private static final String UNIT = "dikbud";
    private static final List<String> ROLES =
            List.of("coordinator", "innovator", "unit-head", "facilitator", "leadership");

    @Autowired
    Office office;

    @Autowired
    IdentityService identity;

    @Autowired
    RepositoryService repository;

    @Autowired
    HistoryService history;

    /** Somebody who holds every role in the unit: only four eyes stand in their way. */
    @BeforeEach
    void giveOnePersonAllRoles() {
        ROLES.forEach(role -> identity.createMembership(person(), role));
    }

    @AfterEach
    void takeThemBack() {
        ROLES.stream()
                .filter(role -> identity.createGroupQuery()
                                .groupMember("serba.bisa")
                                .groupId(role)
                                .count()
                        > 0)
                .forEach(role -> identity.deleteMembership("serba.bisa", role));
        identity.deleteUser("serba.bisa");
    }

    private String person() {
        if (identity.createUserQuery().userId("serba.bisa").count() == 0) {
            var user = identity.newUser("serba.bisa");
            user.setPassword(office.password());
            Office.save(identity, user);
            identity.createTenantUserMembership(UNIT, "serba.bisa");
            identity.setUserInfo("serba.bisa", "unit", UNIT);
        }
        return "serba.bisa";
    }

    @Test
    void everyMarkedTaskRefusesWhoDidTheEarlierOne() {
        Person same = office.as("serba.bisa");
        String innovation = same.start("innovation-journey", answers("innovation-proposal"));
        Story story = Story.proposed(office, UNIT);

        same.does(innovation, "Task_SignCommitment", "commitment-sign");
        refused(same, innovation, "Task_VerifyCommitment", "commitment-verify");
        story.coordinator().does(innovation, "Task_VerifyCommitment", "commitment-verify");

        same.does(innovation, "Task_DraftHeader", "action-plan-header");
        same.does(innovation, "Task_DraftRows", "action-plan-rows");
        refused(same, innovation, "Task_ApprovePlan", "plan-approval");
        story.head().does(innovation, "Task_ApprovePlan", "plan-approval");
        refused(same, innovation, "Task_ReviewPlan", "plan-review");
        story.coordinator().does(innovation, "Task_ReviewPlan", "plan-review");

        for (Story.Phase phase : Story.Phase.values()) {
            same.does(innovation, phase.work, phase.form, phase.finished());
            refused(same, innovation, phase.review, "lab-review");
            story.coordinator().does(innovation, phase.review, "lab-review");
        }

        same.does(innovation, "Task_ReportTrial", "trial-report");
        refused(same, innovation, "Task_EvaluateTrial", "trial-evaluation");
        story.coordinator().does(innovation, "Task_EvaluateTrial", "trial-evaluation");
        same.does(innovation, "Task_PrepareInstrument", "legal-draft");
        refused(same, innovation, "Task_DecideAdoption", "adoption-decision");
        story.leadership().does(innovation, "Task_DecideAdoption", "adoption-decision");
        same.does(innovation, "Task_MeasureResults", "results");
        refused(same, innovation, "Task_VerifyResults", "results-verification");
        story.coordinator().does(innovation, "Task_VerifyResults", "results-verification");
    }

    @Test
    void whoProposedTheStopDoesNotDecideIt() {
        Person same = office.as("serba.bisa");
        Story story = Story.proposed(office, UNIT).committed().planned().worked(Story.Phase.DIAGNOSE);
        same.does(
                story.innovation,
                "Task_ReviewDiagnose",
                "lab-review",
                "decision",
                "propose-stop",
                "note",
                "Tidak ada kemajuan.");
        refused(same, story.innovation, "Task_DecideStopDiagnose", "stop-decision");
    }

    @Test
    void theShippedModelsMarkTheseTasks() {
        List<String> marked =
                repository.createProcessDefinitionQuery().withoutTenantId().latestVersion().list().stream()
                        .flatMap(definition -> repository
                                .getBpmnModelInstance(definition.getId())
                                .getModelElementsByType(CamundaProperty.class)
                                .stream())
                        .filter(property -> "notBy".equals(property.getCamundaName()))
                        .map(property -> ((UserTask) property.getParentElement()
                                        .getParentElement()
                                        .getParentElement())
                                .getId())
                        .sorted()
                        .toList();

        assertThat(marked)
                .containsExactly(
                        "Task_ApprovePlan",
                        "Task_DecideAdoption",
                        "Task_DecideStopDeliver",
                        "Task_DecideStopDesign",
                        "Task_DecideStopDiagnose",
                        "Task_DecideStopDisplay",
                        "Task_DecideStopTrial",
                        "Task_EvaluateTrial",
                        "Task_ReviewDeliver",
                        "Task_ReviewDesign",
                        "Task_ReviewDiagnose",
                        "Task_ReviewDisplay",
                        "Task_ReviewPlan",
                        "Task_VerifyCommitment",
                        "Task_VerifyResults");
    }

    @Test
    void anInnovatorCannotSignForTheHeadAndAForeignHeadSeesNothing() {
        Story story = Story.proposed(office, UNIT);
        Task task = story.head().task(story.innovation, "Task_SignCommitment");

        assertThat(story.innovator().claim(task.id()).status()).isEqualTo(403);
        assertThat(story.innovator()
                        .submit(task.id(), answers("commitment-sign"))
                        .status())
                .isEqualTo(403);
        Person foreign = office.as("kepala.dinkes");
        assertThat(foreign.tasks(story.innovation)).isEmpty();
        assertThat(foreign.submit(task.id(), answers("commitment-sign")).status())
                .isIn(403, 404);
    }

    private static void refused(Person person, String innovation, String key, String form) {
        Task task = person.task(innovation, key);
        assertThat(person.claim(task.id()).status()).as("claim " + key).isEqualTo(403);
        assertThat(person.submit(task.id(), answers(form)).status())
                .as("complete " + key)
                .isEqualTo(403);
        assertThat(person.submit(task.id(), answers(form)).message()).contains("harus dikerjakan orang lain");
    }
}

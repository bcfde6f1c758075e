package id.semai.engine;

import static id.semai.journeys.Office.answers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.journeys.Office.Answer;
import id.semai.journeys.Office.Person;
import id.semai.journeys.Office.Task;
import id.semai.journeys.Story;
import java.io.ByteArrayInputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NotValidException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Somebody of the unit who holds the grant on the process, and for whom the task is not: the head's approval of a plan,
 * tried by the innovator who drafted it. Over HTTP everything stands in the way; then the engine alone.
 */
@EndToEnd
class TaskAttacksTest {

    private static final String HOLDER = "inovator.dikbud";
    private static final Map<String, Object> VALUE = Map.of("value", "approved", "type", "String");

    @Autowired
    Office office;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    RepositoryService repository;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient database;

    private Story story;
    private Task task;
    private String process;
    private String execution;
    private String comment;
    private String attachment;
    private String before;

    @BeforeEach
    void aTaskOfTheHead() {
        story = Story.proposed(office, "dikbud").committed().drafted();
        task = story.head().task(story.innovation, "Task_ApprovePlan");
        var running = tasks.createTaskQuery().taskId(task.id()).singleResult();
        process = running.getProcessInstanceId();
        execution = running.getExecutionId();
        comment = tasks.createComment(task.id(), process, "Catatan kepala").getId();
        attachment = tasks.createAttachment("teks", task.id(), process, "surat", "surat", "https://example.org/")
                .getId();
        before = state();
    }

    @AfterEach
    void nobodyIsLoggedIn() {
        identity.clearAuthentication();
    }

    static Stream<String> roots() {
        return Stream.of("/engine-rest", "/camunda/api/engine/engine/default");
    }

    @ParameterizedTest
    @MethodSource("roots")
    void whoHoldsTheGrantAndNotTheTaskDoesNothingToItOverHttp(String root) {
        Person holder = root.equals("/engine-rest") ? office.as(HOLDER) : office.inBrowser(HOLDER);
        String own = "/task/" + task.id();
        String instance = "/process-instance/" + process;
        Map<String, Object> changes = Map.of("modifications", Map.of("outcome", VALUE));

        refused(holder.claim(task.id()));
        refused(holder.complete(task.id(), answers("plan-approval")));
        refused(holder.submit(task.id(), answers("plan-approval")));
        refused(holder.post(own + "/resolve", Map.of("variables", Map.of("outcome", VALUE))));
        refused(holder.post(own + "/delegate", Map.of("userId", HOLDER)));
        refused(holder.post(own + "/assignee", Map.of("userId", HOLDER)));
        refused(holder.post(own + "/identity-links", Map.of("userId", HOLDER, "type", "candidate")));
        refused(holder.put(own, Map.of("name", "x", "assignee", HOLDER)));
        refused(holder.delete(own));
        refused(holder.post(own + "/bpmnError", Map.of("errorCode", "x")));
        refused(holder.post(own + "/bpmnEscalation", Map.of("escalationCode", "x")));
        for (String variables : List.of("/variables", "/localVariables")) {
            refused(holder.put(own + variables + "/outcome", VALUE));
            refused(holder.post(own + variables, changes));
            refused(holder.delete(own + variables + "/title"));
        }
        refused(holder.put("/execution/" + execution + "/localVariables/outcome", VALUE));
        refused(holder.post("/execution/" + execution + "/localVariables", changes));
        refused(holder.post("/execution/" + execution + "/signal", Map.of()));
        refused(holder.post("/execution/" + execution + "/messageSubscriptions/stop-innovation/trigger", Map.of()));
        refused(holder.put(instance + "/variables/outcome", VALUE));
        refused(holder.post(instance + "/variables", changes));
        refused(holder.delete(instance));
        refused(holder.post(instance + "/modification", instructions("Task_ReviewPlan")));
        refused(holder.post(own + "/comment/create", Map.of("message", "Setuju")));
        refused(holder.put(own + "/comment", Map.of("id", comment, "message", "Setuju")));
        refused(holder.delete(own + "/comment/" + comment));
        refused(holder.post(own + "/attachment/create", Map.of()));
        refused(holder.delete(own + "/attachment/" + attachment));
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void theEngineAloneRefusesTheSame() {
        logIn(HOLDER, "innovator");

        refused(() -> tasks.claim(task.id(), HOLDER));
        refused(() -> tasks.complete(task.id()));
        refused(() -> tasks.resolveTask(task.id(), Map.of("outcome", "approved")));
        refused(() -> tasks.delegateTask(task.id(), HOLDER));
        refused(() -> tasks.setAssignee(task.id(), HOLDER));
        refused(() -> tasks.addCandidateUser(task.id(), HOLDER));
        refused(() -> tasks.setVariable(task.id(), "outcome", "approved"));
        refused(() -> tasks.setVariableLocal(task.id(), "outcome", "approved"));
        refused(() -> tasks.removeVariable(task.id(), "title"));
        refused(() -> runtime.setVariable(process, "outcome", "approved"));
        refused(() -> runtime.setVariableLocal(execution, "outcome", "approved"));
        refused(() -> runtime.signal(execution));
        refused(() -> runtime.createProcessInstanceModification(process)
                .startBeforeActivity("Task_ReviewPlan")
                .execute());
        refused(() -> tasks.createComment(task.id(), process, "Setuju"));
        refused(() -> tasks.createComment(null, process, "Setuju"));
        refused(() -> tasks.updateTaskComment(task.id(), comment, "Setuju"));
        refused(() -> tasks.deleteTaskComment(task.id(), comment));
        refused(() -> tasks.deleteTaskComments(task.id()));
        refused(() -> tasks.createAttachment("teks", task.id(), process, "x", "x", "https://example.org/"));
        refused(() ->
                tasks.createAttachment("teks", task.id(), process, "x", "x", new ByteArrayInputStream(new byte[] {1})));
        refused(() -> tasks.deleteAttachment(attachment));
        refused(() -> tasks.deleteTaskAttachment(task.id(), attachment));
        identity.clearAuthentication();
        assertThat(state()).isEqualTo(before);
    }

    /** They give it back; another gets it by an order that leaves a record. */
    @Test
    void whoHoldsATaskPassesItOnToNobodyByThemselves() {
        Person head = story.head();
        Office.accepted(head.claim(task.id()));
        for (String other : List.of(HOLDER, "kepala.dinkes", "tidak.ada")) {
            refused(head.post("/task/" + task.id() + "/assignee", Map.of("userId", other)));
            logIn("kepala.dikbud", "unit-head");
            refused(() -> tasks.setAssignee(task.id(), other));
            identity.clearAuthentication();
        }
        assertThat(tasks.createTaskQuery().taskId(task.id()).singleResult().getAssignee())
                .isEqualTo("kepala.dikbud");
        Office.accepted(head.post("/task/" + task.id() + "/assignee", Collections.singletonMap("userId", null)));
        assertThat(tasks.createTaskQuery().taskId(task.id()).singleResult().getAssignee())
                .isNull();
    }

    @Test
    void whoseTaskItIsWritesBesideItAndNowhereElse() {
        Story other = Story.proposed(office, "dinkes");
        Person head = story.head();

        assertThat(head.post("/task/" + task.id() + "/comment/create", Map.of("message", "Sudah dibaca"))
                        .status())
                .isEqualTo(200);
        refused(head.post(
                "/task/" + task.id() + "/comment/create",
                Map.of("message", "Serangan", "processInstanceId", other.innovation)));
        assertThat(tasks.getProcessInstanceComments(other.innovation)).isEmpty();
    }

    @Test
    void commentsAndAttachmentsOfAnotherUnitAreNotThere() {
        identity.setAuthentication("inovator.dinkes", List.of("innovator"), List.of("dinkes"));

        refused(() -> tasks.getTaskComments(task.id()));
        refused(() -> tasks.getTaskComment(task.id(), comment));
        refused(() -> tasks.getProcessInstanceComments(process));
        refused(() -> tasks.getTaskAttachments(task.id()));
        refused(() -> tasks.getTaskAttachment(task.id(), attachment));
        refused(() -> tasks.getTaskAttachmentContent(task.id(), attachment));
        refused(() -> tasks.getProcessInstanceAttachments(process));
        refused(() -> tasks.getAttachment(attachment));
    }

    @Test
    void theOwnUnitReadsThem() {
        logIn(HOLDER, "innovator");

        assertThat(tasks.getTaskComments(task.id())).hasSize(1);
        assertThat(tasks.getTaskAttachment(task.id(), attachment)).isNotNull();
        assertThat(tasks.getProcessInstanceComments(process)).hasSize(1);
    }

    /** A restart may begin anywhere, and asks the engine for no more than what starting asks for. */
    @Test
    void anEndedJourneyIsNotBegunAgainInTheMiddle() {
        Story ended = Story.proposed(office, "dikbud");
        String definition = runtime.createProcessInstanceQuery()
                .processInstanceId(ended.innovation)
                .singleResult()
                .getProcessDefinitionId();
        runtime.deleteProcessInstance(ended.innovation, "Percobaan");
        logIn(HOLDER, "innovator");

        refused(() -> runtime.restartProcessInstances(definition)
                .startBeforeActivity("Call_Rollout")
                .processInstanceIds(ended.innovation)
                .execute());
        refused(() -> runtime.restartProcessInstances(definition)
                .startBeforeActivity("Call_Rollout")
                .processInstanceIds(ended.innovation)
                .executeAsync());
        refused(office.as(HOLDER)
                .post(
                        "/process-definition/" + definition + "/restart",
                        Map.of("processInstanceIds", List.of(ended.innovation), "instructions", List.of())));
    }

    @Test
    void nobodyMakesATaskOfTheirOwn() {
        for (String root : List.of("/engine-rest", "/camunda/api/engine/engine/default")) {
            Person admin = root.equals("/engine-rest") ? office.as("admin") : office.inBrowser("admin");
            assertThat(admin.post("/task/create", Map.of("name", "Serangan")).status())
                    .isIn(403, 404);
        }
        identity.setAuthentication("admin", List.of("camunda-admin"), List.of());

        refused(() -> tasks.saveTask(tasks.newTask()));
        refused(() -> tasks.saveTask(tasks.newTask("serangan")));
        identity.clearAuthentication();
        assertThat(tasks.createTaskQuery().withoutTenantId().count()).isZero();
    }

    @Test
    void nobodyTakesATaskOutOfItsUnit() {
        identity.setAuthentication("admin", List.of("camunda-admin"), List.of());
        org.camunda.bpm.engine.task.Task stolen =
                tasks.createTaskQuery().taskId(task.id()).singleResult();

        assertThatThrownBy(() -> {
                    stolen.setTenantId(null);
                    tasks.saveTask(stolen);
                })
                .hasMessageContaining("enant");
        office.as("admin").put("/task/" + task.id(), Map.of("name", task.name()));
        assertThat(tasks.createTaskQuery()
                        .taskId(task.id())
                        .tenantIdIn("dikbud")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aCaseModelIsNotDeployed() {
        for (String name : List.of("serangan.cmmn", "serangan.cmmn10.xml", "serangan.CMMN11.xml")) {
            assertThatThrownBy(() -> repository
                            .createDeployment()
                            .addString(name, "<definitions/>")
                            .deploy())
                    .isInstanceOf(NotValidException.class)
                    .hasMessageContaining(name);
        }
        assertThat(repository.createCaseDefinitionQuery().count()).isZero();
    }

    private void logIn(String account, String role) {
        identity.setAuthentication(account, List.of(role), List.of("dikbud"));
    }

    private static Map<String, Object> instructions(String activity) {
        return Map.of("instructions", List.of(Map.of("type", "startBeforeActivity", "activityId", activity)));
    }

    /** The task and all that is written around it. */
    private String state() {
        return Stream.of(
                        "select id_, rev_, assignee_, owner_, delegation_, name_ from act_ru_task where proc_inst_id_ = ?",
                        "select id_, rev_, text_ from act_ru_variable where proc_inst_id_ = ?",
                        "select id_, message_ from act_hi_comment where proc_inst_id_ = ?",
                        "select id_, name_ from act_hi_attachment where proc_inst_id_ = ?",
                        "select l.id_ from act_ru_identitylink l join act_ru_task t on t.id_ = l.task_id_ where t.proc_inst_id_ = ?")
                .map(select -> database.sql(select + " order by 1")
                        .param(process)
                        .query()
                        .listOfRows())
                .toList()
                .toString();
    }

    private static void refused(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isIn(403, 404);
    }

    private static void refused(ThrowingCallable attack) {
        assertThatThrownBy(attack).isInstanceOfAny(AuthorizationException.class, Refusal.class);
    }
}

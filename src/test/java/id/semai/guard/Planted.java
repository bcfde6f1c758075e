package id.semai.guard;

import static id.semai.journeys.Office.accepted;
import static id.semai.journeys.Office.answers;

import id.semai.evidence.Samples;
import id.semai.journeys.Office;
import id.semai.journeys.Office.Person;
import id.semai.journeys.Office.Task;
import id.semai.journeys.Story;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;

/**
 * A case of one unit with everything that can hang on one, each with the same secret in it, and the ids of real objects
 * to put into paths.
 */
class Planted {

    static final String UNIT = "dukcapil";

    final String secret = "RAHASIA" + UUID.randomUUID().toString().substring(0, 8);
    final String account = "rahasia." + secret.substring(7);
    final String innovation;
    final String workshop;
    final Task task;
    /** The called process that the open task belongs to. */
    final String process;

    private final ProcessEngine engine;
    private final Map<String, String> ids = new LinkedHashMap<>();

    Planted(Office office, ProcessEngine engine) {
        this.engine = engine;
        Person innovator = office.as("inovator." + UNIT);
        innovation = innovator.start(
                "innovation-journey",
                answers("innovation-proposal", "title", secret, "problem", secret + " menunggu tiga jam di loket."));
        workshop =
                office.as("koordinator").start("workshop", answers("workshop-plan", "title", secret, "venue", secret));
        Story.of(office, UNIT, innovation).committed();
        task = innovator.task(innovation, "Task_DraftHeader");
        process = engine.getTaskService()
                .createTaskQuery()
                .taskId(task.id())
                .singleResult()
                .getProcessInstanceId();
        accepted(innovator.claim(task.id()));
        accepted(innovator.api(
                "PUT",
                "/api/drafts/" + task.id(),
                Map.of("person", "inovator." + UNIT, "version", 0, "answers", Map.of("title", secret))));
        accepted(innovator.upload("/api/evidence/tasks/" + task.id() + "?name=" + secret + ".pdf", Samples.pdf()));
        ids.put(
                "/api/evidence/files/{id}",
                innovator
                        .page("/api/evidence/tasks/" + task.id())
                        .json()
                        .path("files")
                        .path(0)
                        .path("id")
                        .asText());
        makeAccount();
        lookUp();
    }

    private void makeAccount() {
        User user = engine.getIdentityService().newUser(account);
        user.setFirstName(secret);
        user.setLastName(secret);
        engine.getIdentityService().saveUser(user);
        engine.getIdentityService().createTenantUserMembership(UNIT, account);
    }

    private void lookUp() {
        String instance = process;
        var history = engine.getHistoryService();
        var repository = engine.getRepositoryService();
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("innovation-journey")
                .latestVersion()
                .singleResult();
        var decisions =
                repository.createDecisionDefinitionQuery().latestVersion().list();
        put("/task/{id}", task.id());
        put("{task}", task.id());
        put("/process-instance/{id}", instance);
        put("/history/process-instance/{id}", instance);
        put("{instance}", instance);
        put("/execution/{id}", executionOf(task.id()));
        put(
                "{commentId}",
                engine.getTaskService()
                        .createComment(task.id(), instance, secret)
                        .getId());
        put(
                "{attachmentId}",
                engine.getTaskService()
                        .createAttachment("teks", task.id(), instance, secret, secret, "https://example.org/" + secret)
                        .getId());
        put(
                "/variable-instance/{id}",
                engine.getRuntimeService()
                        .createVariableInstanceQuery()
                        .processInstanceIdIn(innovation)
                        .variableName("title")
                        .list()
                        .get(0)
                        .getId());
        put("/history/variable-instance/{id}", ids.get("/variable-instance/{id}"));
        put(
                "/history/activity-instance/{id}",
                history.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .list()
                        .get(0)
                        .getId());
        put(
                "/history/detail/{id}",
                history.createHistoricDetailQuery()
                        .processInstanceId(innovation)
                        .list()
                        .get(0)
                        .getId());
        history.createHistoricDecisionInstanceQuery().tenantIdIn(UNIT).list().stream()
                .filter(decision -> innovation.equals(decision.getRootProcessInstanceId()))
                .findFirst()
                .ifPresent(decision -> put("/history/decision-instance/{id}", decision.getId()));
        engine.getManagementService().createJobQuery().processInstanceId(instance).list().stream()
                .findFirst()
                .ifPresent(job -> {
                    put("/job/{id}", job.getId());
                    put("/job-definition/{id}", job.getJobDefinitionId());
                });
        history.createHistoricJobLogQuery().processInstanceId(innovation).list().stream()
                .findFirst()
                .ifPresent(log -> put("/history/job-log/{id}", log.getId()));
        history.createUserOperationLogQuery().taskId(task.id()).list().stream()
                .findFirst()
                .ifPresent(entry -> put("{operationId}", entry.getOperationId()));
        put("/process-definition/{id}", definition.getId());
        put("/history/process-definition/{id}", definition.getId());
        put("/process-definition/key/{key}", definition.getKey());
        put("/decision-definition/{id}", decisions.get(0).getId());
        put("/decision-definition/key/{key}", decisions.get(0).getKey());
        put("/deployment/{id}", definition.getDeploymentId());
        put(
                "{resourceId}",
                repository
                        .getDeploymentResources(definition.getDeploymentId())
                        .get(0)
                        .getId());
        put(
                "/filter/{id}",
                engine.getFilterService()
                        .createTaskFilterQuery()
                        .filterName("Semua tugas")
                        .list()
                        .get(0)
                        .getId());
        put(
                "/authorization/{id}",
                engine.getAuthorizationService()
                        .createAuthorizationQuery()
                        .listPage(0, 1)
                        .get(0)
                        .getId());
        put("/user/{id}", account);
        put("{userId}", account);
        put("/group/{id}", "coordinator");
        put("{groupId}", "coordinator");
        put("/tenant/{id}", UNIT);
        put("{tenant-id}", UNIT);
        put("{varName}", "title");
        put("{messageName}", "stop-innovation");
        put("{workshop}", workshop);
        put("{innovation}", innovation);
        put("{process}", "innovation-journey");
        put("{app}", "tasklist");
        put("/inovasi/{id}", innovation);
        put("/cases/{id}", innovation);
    }

    private void put(String place, String id) {
        ids.put(place, Objects.requireNonNull(id, place));
    }

    private String executionOf(String task) {
        return engine.getTaskService()
                .createTaskQuery()
                .taskId(task)
                .singleResult()
                .getExecutionId();
    }

    /** The path with a real id in each of its places. */
    String fill(String template) {
        StringBuilder path = new StringBuilder();
        int from = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
            int close = template.indexOf('}', open);
            String place = template.substring(0, close + 1).replaceAll("\\{([^}:]*):[^}]*}$", "{$1}");
            path.append(template, from, open).append(id(place));
            from = close + 1;
        }
        return path.append(template.substring(from)).toString();
    }

    private String id(String place) {
        String name = place.substring(place.lastIndexOf('{'));
        return ids.entrySet().stream()
                .filter(entry -> place.endsWith(entry.getKey()))
                .max((one, other) -> one.getKey().length() - other.getKey().length())
                .map(Map.Entry::getValue)
                .orElse(name.equals("{name}") ? "default" : "none");
    }

    /** What must not appear in an answer to a request that has not named it. */
    List<String> marks() {
        List<String> marks = new ArrayList<>(List.of(secret, account));
        Stream.of(
                        "/task/{id}",
                        "/process-instance/{id}",
                        "{commentId}",
                        "{attachmentId}",
                        "/variable-instance/{id}",
                        "/history/activity-instance/{id}",
                        "/job/{id}",
                        "{workshop}",
                        "{innovation}",
                        "/api/evidence/files/{id}")
                .map(ids::get)
                .filter(Objects::nonNull)
                .forEach(marks::add);
        return marks;
    }

    /** What a query or command is narrowed to by a member or parameter of this name; null if the name means nothing here. */
    Object narrowed(String name, String me) {
        return switch (name) {
            case "processInstanceId" -> process;
            case "processInstanceIds", "processInstanceIdIn" -> List.of(process);
            case "rootProcessInstanceId", "businessKey", "processInstanceBusinessKey" -> innovation;
            case "taskId" -> task.id();
            case "taskIdIn" -> List.of(task.id());
            case "executionId" -> ids.get("/execution/{id}");
            case "processDefinitionId" -> ids.get("/process-definition/{id}");
            case "processDefinitionKey" -> "innovation-journey";
            case "tenantIdIn" -> List.of(UNIT);
            case "userId", "assignee" -> me;
            case "id" -> account;
            case "message" -> "serangan";
            case "variables" -> Map.of("title", Map.of("value", "serangan", "type", "String"));
            case "modifications" -> Map.of("title", Map.of("value", "serangan", "type", "String"));
            case "value" -> "serangan";
            case "type" -> "String";
            case "suspended" -> true;
            case "retries" -> 1;
            case "instructions" -> List.of(Map.of("type", "startBeforeActivity", "activityId", "Task_DraftRows"));
            default -> null;
        };
    }
}

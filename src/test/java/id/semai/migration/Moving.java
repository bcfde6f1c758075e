package id.semai.migration;

import static org.assertj.core.api.Assertions.assertThat;

import id.semai.journeys.Office;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;

/** A journey of its own id with a place of every kind, in as many versions as a test edits; removed with all that runs in it. */
class Moving implements AutoCloseable {

    static final String UNIT = "dikbud";
    static final String JOURNEY = "moving-journey";
    static final String CHILD = "moving-child";

    private static final List<String> STEPS =
            List.of("Task_First", "Task_Second", "Receive_Answer", "Catch_Wait", "Call_Child", "Task_Each");

    private static final String FORM =
            """
            {"schemaVersion": 16, "id": "moving", "type": "default", "executionPlatform": "Camunda Platform",
             "executionPlatformVersion": "7.22.0",
             "components": [{"type": "textfield", "id": "note", "key": "note", "label": "Catatan"}]}
            """;

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final AuthorizationService authorizations;
    private final List<String> deployments = new ArrayList<>();

    Moving(ProcessEngine engine) {
        this.repository = engine.getRepositoryService();
        this.runtime = engine.getRuntimeService();
        this.tasks = engine.getTaskService();
        this.management = engine.getManagementService();
        this.authorizations = engine.getAuthorizationService();
        grant();
    }

    private void grant() {
        Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId("innovator");
        grant.setResource(Resources.PROCESS_DEFINITION);
        grant.setResourceId(JOURNEY);
        grant.setPermissions(new Permission[] {
            ProcessDefinitionPermissions.READ,
            ProcessDefinitionPermissions.READ_TASK,
            ProcessDefinitionPermissions.TASK_WORK
        });
        authorizations.saveAuthorization(grant);
    }

    static String model(String process) {
        try (InputStream file = Moving.class.getResourceAsStream("/models/" + process + ".bpmn")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an administrator does in an editor; fails if there is nothing to replace. */
    static String edited(String model, String... fromAndTo) {
        String edited = model;
        for (int i = 0; i < fromAndTo.length; i += 2) {
            assertThat(edited).contains(fromAndTo[i]);
            edited = edited.replace(fromAndTo[i], fromAndTo[i + 1]);
        }
        return edited;
    }

    /** A further version of the journey, or of the process that it calls; returns the id of its definition. */
    String version(String process, String model) {
        return version(process, model, FORM);
    }

    private String version(String process, String model, String form) {
        DeploymentWithDefinitions deployment = repository
                .createDeployment()
                .tenantId(UNIT)
                .addString(process + ".bpmn", model)
                .addString("moving.form", form)
                .deployWithResult();
        deployments.add(deployment.getId());
        return deployment.getDeployedProcessDefinitions().get(0).getId();
    }

    String journey(String... edits) {
        return version(JOURNEY, edited(model(JOURNEY), edits));
    }

    /** The same model with another form. */
    String otherForm() {
        return version(JOURNEY, model(JOURNEY), edited(FORM, "Catatan", "Catatan penting"));
    }

    String child(String... edits) {
        return version(CHILD, edited(model(CHILD), edits));
    }

    String begun() {
        return runtime.createProcessInstanceByKey(JOURNEY)
                .processDefinitionTenantId(UNIT)
                .setVariables(Map.of("cycleYear", 2026, "title", "Layanan yang berpindah"))
                .execute()
                .getId();
    }

    /** Goes on until it waits at that place. */
    String at(String place) {
        String innovation = begun();
        STEPS.subList(0, STEPS.indexOf(place)).forEach(step -> pass(innovation, step));
        return innovation;
    }

    /** Does whatever ends the waiting at a place. */
    void pass(String innovation, String place) {
        switch (place) {
            case "Receive_Answer" ->
                runtime.createMessageCorrelation("moving-answer")
                        .processInstanceId(innovation)
                        .correlate();
            case "Catch_Wait" -> fire(innovation, "Catch_Wait");
            case "Call_Child" -> complete(innovation, "Task_Child");
            case "Task_Each" -> {
                for (Task task : open(innovation, "Task_Each")) {
                    tasks.complete(task.getId());
                }
            }
            default -> complete(innovation, place);
        }
    }

    /** Goes on from a place to the end. */
    void finish(String innovation, String from) {
        STEPS.subList(STEPS.indexOf(from), STEPS.size()).forEach(step -> pass(innovation, step));
    }

    void stop(String innovation) {
        runtime.createMessageCorrelation("moving-stop")
                .processInstanceId(innovation)
                .correlate();
    }

    void complete(String innovation, String key) {
        tasks.complete(task(innovation, key).getId());
    }

    Task task(String innovation, String key) {
        List<Task> open = open(innovation, key);
        assertThat(open).as(key).hasSize(1);
        return open.get(0);
    }

    List<Task> open(String innovation, String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(innovation)
                .taskDefinitionKey(key)
                .list();
    }

    void fire(String innovation, String timer) {
        management.executeJob(job(innovation, timer).getId());
    }

    Job job(String innovation, String timer) {
        List<Job> jobs = jobs(innovation, timer);
        assertThat(jobs).as(timer).hasSize(1);
        return jobs.get(0);
    }

    List<Job> jobs(String innovation, String timer) {
        return management
                .createJobQuery()
                .processInstanceId(innovation)
                .activityId(timer)
                .list();
    }

    /** Which messages an instance listens for. */
    List<String> messages(String instance) {
        return runtime.createEventSubscriptionQuery().processInstanceId(instance).list().stream()
                .map(subscription -> subscription.getEventName())
                .sorted()
                .toList();
    }

    String definitionOf(String instance) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getProcessDefinitionId();
    }

    /** Works the order off by hand. */
    static MigrationReport done(Migrations migrations, MigrationWork work, UUID id) {
        return Office.eventually(() -> {
            while (work.step()) {
                Thread.onSpinWait();
            }
            work.finish();
            MigrationReport report = migrations.report(id);
            return report.state().equals("done") ? report : null;
        });
    }

    @Override
    public void close() {
        for (int i = deployments.size() - 1; i >= 0; i--) {
            repository.deleteDeployment(deployments.get(i), true);
        }
        authorizations.createAuthorizationQuery().resourceId(JOURNEY).list().stream()
                .map(Authorization::getId)
                .forEach(authorizations::deleteAuthorization);
    }
}

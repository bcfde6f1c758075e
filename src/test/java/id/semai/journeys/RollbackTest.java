package id.semai.journeys;

import static id.semai.journeys.WholeJourneyTest.assertNumberedInOnePartition;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.semai.journeys.Topic.Event;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A transition is announced if, and only if, the engine's transaction commits. */
@EndToEnd
class RollbackTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FailingStep failingStep;

    @Autowired
    JdbcClient database;

    @Autowired
    Topic topic;

    private Deployment deployment;

    @BeforeEach
    void deploy() {
        deployment = repository
                .createDeployment()
                .tenantId("dikbud")
                .addClasspathResource("models/failing-journey.bpmn")
                .deploy();
    }

    @AfterEach
    void remove() {
        failingStep.broken = false;
        repository.deleteDeployment(deployment.getId(), true);
    }

    @Test
    void aStepThatFailsAfterAStageBoundaryAnnouncesNothing() {
        String innovation = runtime.createProcessInstanceByKey("failing-journey")
                .processDefinitionTenantId("dikbud")
                .setVariables(Map.of("cycleYear", 2026, "title", "Layanan yang gagal selangkah"))
                .execute()
                .getId();
        String task = tasks.createTaskQuery()
                .processInstanceId(innovation)
                .singleResult()
                .getId();
        failingStep.broken = true;

        assertThatThrownBy(() -> tasks.complete(task)).hasMessageContaining("Langkah ini gagal.");

        assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
        assertThat(journalled(innovation)).isEqualTo(2);
        failingStep.broken = false;
        tasks.complete(task);
        assertThat(topic.finished(innovation))
                .extracting(Event::brief)
                .containsExactly("started", "only entered", "only completed(done)", "finished(adopted)");
        assertNumberedInOnePartition(topic.of(innovation));
    }

    private long journalled(String innovation) {
        return database.sql("select count(*) from semai.event where key = :innovation")
                .param("innovation", innovation)
                .query(Long.class)
                .single();
    }
}

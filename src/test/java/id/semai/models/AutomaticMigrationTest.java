package id.semai.models;

import static id.semai.journeys.Office.eventually;
import static id.semai.models.LiveFolder.bytes;
import static id.semai.models.LiveFolder.shipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.journeys.Topic;
import id.semai.journeys.Topic.Event;
import id.semai.migration.Migrating;
import id.semai.migration.MigrationReport;
import id.semai.migration.MigrationReport.Row;
import id.semai.migration.Migrations;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of running innovations when a process is released, under each setting of {@code semai.models.migrate}. */
@EndToEnd
class AutomaticMigrationTest {

    private static final String FORM = "innovation-proposal";

    @Autowired
    BeanFactory beans;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RepositoryService repository;

    @Autowired
    Topic topic;

    @TempDir
    Path anywhere;

    private final String id = "uji-" + UUID.randomUUID().toString().substring(0, 8);
    private Migrations migrations;
    private LiveFolder node;

    @AfterEach
    void tidy() {
        node.close();
        node.table.of(ModelId.process(id)).stream()
                .map(Release::deployment)
                .forEach(deployment -> repository.deleteDeployment(deployment, true));
    }

    @Test
    void whoIsWhereNothingNeedsALookMovesAndTheOthersStayAndAreListed() {
        nodeThatMigrates("auto-when-safe");
        released(model());
        String moves = begun();
        String losesItsTask = begun();
        complete(losesItsTask, "Task_First");
        String waitsAnew = begun();
        complete(waitsAnew, "Task_First");
        complete(waitsAnew, "Task_Second");
        answer(waitsAnew);

        released(edited(model()));

        MigrationReport report =
                eventually(() -> order() == null || !order().state().equals("done") ? null : order());
        assertThat(report.orderedBy()).isNull();
        assertThat(report.rows())
                .extracting(Row::innovation, Row::state)
                .containsExactlyInAnyOrder(
                        tuple(moves, "moved"), tuple(losesItsTask, "stays"), tuple(waitsAnew, "stays"));
        assertThat(reason(report, losesItsTask)).contains("«Memeriksa» tidak ada lagi pada versi 2");
        assertThat(reason(report, waitsAnew)).contains("«Menunggu sebulan» berubah dari", "dihitung ulang");
        assertThat(versionOf(moves)).isEqualTo(2);
        assertThat(versionOf(losesItsTask)).isEqualTo(1);
        assertThat(versionOf(waitsAnew)).isEqualTo(1);
        assertThat(topic.atLeast(3, moves))
                .extracting(Event::brief)
                .containsExactly("started", "work entered", "migrated");
        assertThat(topic.atLeast(2, losesItsTask)).extracting(Event::brief).doesNotContain("migrated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ask", "never"})
    void otherwiseNobodyMovesByItself(String setting) {
        nodeThatMigrates(setting);
        released(model());
        String innovation = begun();

        released(edited(model()));

        assertThat(node.released(id)).containsExactly("1 folder", "2 folder");
        assertThat(order()).isNull();
        assertThat(versionOf(innovation)).isEqualTo(1);
    }

    private void nodeThatMigrates(String setting) {
        migrations = Migrating.by(setting, beans);
        node = new LiveFolder(anywhere, beans, migrations);
    }

    private void released(String model) {
        Map<String, byte[]> files = Map.of(id + ".bpmn", bytes(model), FORM + ".form", bytes(shipped(FORM + ".form")));
        node.publisher.publish(LiveFolder.unchecked(files), Origin.FOLDER, new Release.By(null, "uji"));
    }

    /** A journey with a place of every kind. */
    private String model() {
        try (InputStream file = getClass().getResourceAsStream("/models/moving-journey.bpmn")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\"moving-journey\"", "\"" + id + "\"")
                    .replace("camunda:formRef=\"moving\"", "camunda:formRef=\"" + FORM + "\"")
                    .replace(
                            "<bpmn:startEvent id=\"Start\" />",
                            "<bpmn:startEvent id=\"Start\" camunda:formRef=\"%s\" camunda:formRefBinding=\"deployment\" />"
                                    .formatted(FORM));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A task is called otherwise, the next is another, and what is waited for takes longer. */
    private static String edited(String model) {
        return model.replace("\"Mengerjakan\"", "\"Mengerjakan dengan cermat\"")
                .replace("Task_Second", "Task_Third")
                .replace(">P30D<", ">P40D<");
    }

    private String begun() {
        IdentityService identity = engine.getIdentityService();
        identity.setAuthentication("admin", List.of("camunda-admin"), List.of("dikbud"));
        try {
            return engine.getRuntimeService()
                    .startProcessInstanceByKey(id, Office.answers(FORM))
                    .getId();
        } finally {
            identity.clearAuthentication();
        }
    }

    private void complete(String innovation, String task) {
        engine.getTaskService()
                .complete(engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceId(innovation)
                        .taskDefinitionKey(task)
                        .singleResult()
                        .getId());
    }

    private void answer(String innovation) {
        engine.getRuntimeService()
                .createMessageCorrelation("moving-answer")
                .processInstanceId(innovation)
                .correlate();
    }

    private int versionOf(String innovation) {
        String definition = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(innovation)
                .singleResult()
                .getProcessDefinitionId();
        return repository.getProcessDefinition(definition).getVersion();
    }

    /** Null if nothing of the process was ordered to move. */
    private MigrationReport order() {
        return migrations.newest(20).stream()
                .filter(it -> it.process().equals(id))
                .findFirst()
                .map(it -> migrations.report(it.id()))
                .orElse(null);
    }

    private static String reason(MigrationReport report, String innovation) {
        return report.rows().stream()
                .filter(row -> innovation.equals(row.innovation()))
                .map(Row::reason)
                .findFirst()
                .orElseThrow();
    }
}

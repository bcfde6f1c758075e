package id.semai.models;

import static id.semai.models.LiveFolder.commitment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.semai.journeys.EndToEnd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A release is a deployment, a row and an event, or none of them; and it is one, however many nodes there are. */
@EndToEnd
class ReleasesTest {

    @Autowired
    BeanFactory beans;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @TempDir
    Path anywhere;

    private final String id = "uji-" + UUID.randomUUID().toString().substring(0, 8);
    private final String file = id + ".bpmn";
    private final List<LiveFolder> open = new ArrayList<>();
    private LiveFolder folder;

    @BeforeEach
    void open() {
        folder = node("satu");
    }

    private LiveFolder node(String name) {
        return keep(new LiveFolder(place(name), beans));
    }

    private LiveFolder keep(LiveFolder node) {
        open.add(node);
        return node;
    }

    private Path place(String name) {
        try {
            return Files.createDirectories(anywhere.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void tidy() {
        open.forEach(LiveFolder::close);
        repository
                .createDeploymentQuery()
                .deploymentNameLike(id + "%")
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    /** Each statement after which the transaction can still fail, made to fail in the database itself. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "model_release, before insert, model",
                "event, before insert, key",
                "model_release, at commit, model"
            })
    void ifAnyStepFailsNothingHasHappened(String step) {
        String[] what = step.split(", ");
        folder.holding(commitment(id, UnaryOperator.identity()));
        plant(what[0], what[1], what[2]);
        try {
            assertThatThrownBy(folder::look).hasStackTraceContaining("planted");

            assertThat(deployments()).isZero();
            assertThat(folder.released(id)).isEmpty();
            assertThat(folder.sequences(id)).isEmpty();
        } finally {
            database.sql("drop function planted() cascade").update();
        }
        folder.look();
        assertThat(deployments()).isEqualTo(1);
        assertThat(folder.released(id)).containsExactly("1 folder");
        assertThat(folder.sequences(id)).containsExactly(1);
    }

    private void plant(String table, String when, String column) {
        database.sql(
                        "create function planted() returns trigger language plpgsql as $$ begin raise exception 'planted'; end $$")
                .update();
        String condition = "for each row when (new.%s like '%%%s') execute function planted()".formatted(column, id);
        database.sql(
                        when.equals("at commit")
                                ? "create constraint trigger planted after insert on semai.%s deferrable initially deferred %s"
                                        .formatted(table, condition)
                                : "create trigger planted before insert on semai.%s %s".formatted(table, condition))
                .update();
    }

    private long deployments() {
        return repository.createDeploymentQuery().deploymentName(id).count();
    }

    @Test
    void whatBelongsTogetherIsReleasedTogetherOrNotAtAll() {
        String called = id + "-terpanggil";
        Map<String, byte[]> files = commitment(called, UnaryOperator.identity());
        files.put(file, LiveFolder.bytes(caller(called)));
        Review review = LiveFolder.unchecked(files);
        plant("model_release", "before insert", "model");
        try {
            assertThatThrownBy(() -> folder.publisher.publish(review, Origin.FOLDER, new Release.By(null, "uji")))
                    .hasStackTraceContaining("planted");
            assertThat(folder.released(called)).isEmpty();
        } finally {
            database.sql("drop function planted() cascade").update();
        }
        folder.publisher.publish(review, Origin.FOLDER, new Release.By(null, "uji"));
        assertThat(folder.released(called)).containsExactly("1 folder");
        assertThat(folder.released(id)).containsExactly("1 folder");
        assertThat(folder.table.all())
                .filteredOn(release -> release.model().id().startsWith(id))
                .as("the newest first: what is called is deployed before its caller")
                .extracting(release -> release.model().id())
                .containsExactly(id, called);
    }

    private String caller(String called) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="uji">
                  <process id="%s" name="Pemanggil" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <startEvent id="start"/><sequenceFlow id="f1" sourceRef="start" targetRef="call"/>
                    <callActivity id="call" calledElement="%s"/><sequenceFlow id="f2" sourceRef="call" targetRef="end"/>
                    <endEvent id="end"/>
                  </process>
                </definitions>
                """
                .formatted(id, called);
    }

    @Test
    void whatTheEngineRefusesIsAFindingAndWhatDoesNotNeedItGoesOn() {
        String called = id + "-terpanggil";
        Map<String, byte[]> files = commitment(called, UnaryOperator.identity());
        files.put(file, LiveFolder.bytes(caller(called).replace("targetRef=\"end\"", "targetRef=\"nowhere\"")));
        Review review = LiveFolder.unchecked(files);

        Publisher.Published published = folder.publisher.publish(review, Origin.FOLDER, new Release.By(null, "uji"));

        assertThat(published.review().errors()).isNotEmpty().allSatisfy(finding -> assertThat(finding.file())
                .isEqualTo(file));
        assertThat(folder.released(called)).containsExactly("1 folder");
        assertThat(folder.released(id)).isEmpty();
    }

    @Test
    void aDatabaseWithTheOldDeploymentOfTheWholeFolderIsTakenOverWithoutANewVersion() {
        Map<String, byte[]> files = commitment(id, UnaryOperator.identity());
        deployAll(files, "lama 1", "");
        deployAll(files, "lama 2", "<!-- tanpa perubahan -->");
        folder.holding(files).look();

        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(id)
                        .count())
                .isEqualTo(2);
        assertThat(folder.released(id)).containsExactly("2 start");
        assertThat(folder.sequences(id)).containsExactly(1);

        folder.edit(file, "Menandatangani pernyataan", "Menyatakan");
        folder.look();
        assertThat(folder.released(id)).containsExactly("2 start", "3 folder");
    }

    private void deployAll(Map<String, byte[]> files, String name, String comment) {
        DeploymentBuilder deployment = repository.createDeployment().name(id + name);
        files.forEach((file, content) -> deployment.addString(
                file,
                new String(content, java.nio.charset.StandardCharsets.UTF_8)
                        + (file.endsWith(".bpmn") ? comment : "")));
        deployment.addString("lain.dmn", LiveFolder.decision(id + "-lain"));
        deployment.deploy();
    }

    @Test
    void twoNodesReleaseEachContentOnce() throws Exception {
        int rounds = 50;
        LiveFolder other = node("dua");
        ExecutorService both = Executors.newFixedThreadPool(2);
        CyclicBarrier barrier = new CyclicBarrier(2);
        try {
            for (int round = 1; round <= rounds; round++) {
                String name = "Langkah " + round;
                Map<String, byte[]> files =
                        commitment(id, text -> text.replace("Menandatangani pernyataan komitmen", name));
                Review review = LiveFolder.unchecked(files);
                List<Future<Integer>> done = List.of(folder, other).stream()
                        .map(node -> both.submit(() -> {
                            barrier.await();
                            return node.publisher
                                    .publish(review, Origin.FOLDER, new Release.By(null, node.nodes.name()))
                                    .released();
                        }))
                        .toList();
                assertThat(done.get(0).get() + done.get(1).get())
                        .as("round " + round)
                        .isEqualTo(1);
            }
        } finally {
            both.shutdown();
        }
        assertThat(folder.released(id))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, rounds)
                        .mapToObj(version -> version + " folder")
                        .toList());
        assertThat(folder.sequences(id))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, rounds).boxed().toList());
        assertThat(deployments()).isEqualTo(rounds);
        System.out.println("models: two nodes, rounds=" + rounds + " released=" + deployments());
    }

    @Test
    void theNewestReleaseWinsOverANodeWithAnOldFolderAndTheDifferenceIsSaid() {
        LiveFolder behind = node("dua");
        folder.holding(commitment(id, UnaryOperator.identity())).look();
        behind.holding(commitment(id, UnaryOperator.identity())).look();
        assertThat(folder.nodes.differing()).doesNotContain(ModelId.process(id + "x"));

        folder.edit(file, "Menandatangani pernyataan", "Menyatakan");
        folder.look();
        behind.edit(file, "<bpmn:startEvent", "<!-- lama --><bpmn:startEvent");
        behind.look();

        assertThat(folder.released(id)).containsExactly("1 folder", "2 folder");
        assertThat(behind.shown(id).state()).isEqualTo("earlier");
        assertThat(folder.shown(id).state()).isEqualTo("live");
        assertThat(folder.shown(id).differs()).isTrue();
        assertThat(folder.overview.now().nodes())
                .extracting(NodeFolders.Node::name)
                .contains(folder.nodes.name(), behind.nodes.name());
        assertThat(folder.nodes.differing()).contains(ModelId.process(id));
    }

    /** Each alone keeps it out: the look at what was released before, and the index of the table. */
    @Test
    void anOldContentComesBackOnceNeitherALookNorTheIndexIsInItsWay() {
        folder.holding(commitment(id, UnaryOperator.identity())).look();
        folder.edit(file, "Menandatangani pernyataan", "Menyatakan");
        folder.look();
        LiveFolder careless = keep(LiveFolder.careless(place("lama"), beans));
        careless.holding(commitment(id, UnaryOperator.identity()));

        assertThatThrownBy(careless::look).hasStackTraceContaining("model_release_once");
        assertThat(folder.released(id)).containsExactly("1 folder", "2 folder");

        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            database.sql("drop index semai.model_release_once").update();
            folder.holding(commitment(id, UnaryOperator.identity())).look();
            assertThat(folder.released(id)).containsExactly("1 folder", "2 folder");
            careless.look();
            assertThat(folder.released(id)).containsExactly("1 folder", "2 folder", "3 folder");
        });
    }
}

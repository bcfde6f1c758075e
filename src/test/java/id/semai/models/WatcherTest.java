package id.semai.models;

import static id.semai.models.LiveFolder.bytes;
import static id.semai.models.LiveFolder.commitment;
import static id.semai.models.LiveFolder.decision;
import static id.semai.models.LiveFolder.process;
import static id.semai.models.LiveFolder.shipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.rulebook.Finding;
import id.semai.rulebook.Severity;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A folder that is edited comes alive, and nothing else in it does. */
@EndToEnd
@ExtendWith(OutputCaptureExtension.class)
class WatcherTest {

    private static final Duration GENEROUS = Duration.ofSeconds(20);

    @Autowired
    BeanFactory beans;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    IdentityService identity;

    @TempDir
    Path anywhere;

    private final String id = "uji-" + UUID.randomUUID().toString().substring(0, 8);
    private final String file = id + ".bpmn";
    private LiveFolder folder;

    @BeforeEach
    void open() {
        folder = new LiveFolder(anywhere, beans);
    }

    @AfterEach
    void tidy() {
        folder.close();
        folder.table.all().stream()
                .filter(release -> release.exists() && release.model().id().startsWith(id))
                .map(Release::deployment)
                .distinct()
                .forEach(deployment -> repository.deleteDeployment(deployment, true));
    }

    @Test
    void anEditIsLiveWithinSecondsOfItsSaving() {
        folder.holding(commitment(id, UnaryOperator.identity())).watched();
        assertThat(folder.released(id)).containsExactly("1 start");

        for (int version = 2; version <= 6; version++) {
            int next = version;
            folder.edit(file, "isExecutable=\"true\" ", "isExecutable=\"true\"  ");
            folder.edit(file, "Menandatangani pernyataan komitmen", "Menandatangani pernyataan komitmen " + version);
            long saved = System.nanoTime();
            await().pollInterval(Duration.ofMillis(10))
                    .atMost(GENEROUS)
                    .until(() -> folder.released(id).size() == next);
            System.out.println("models: from save to live "
                    + Duration.ofNanos(System.nanoTime() - saved).toMillis() + " ms");
        }
        assertThat(folder.released(id)).endsWith("6 folder");
        assertThat(folder.sequences(id)).containsExactly(1, 2, 3, 4, 5, 6);
        await().atMost(GENEROUS).until(() -> folder.state.released() == 6);
    }

    @Test
    void whatDoesNotChangeTheMeaningMakesNoVersion() {
        folder.holding(commitment(id, UnaryOperator.identity())).look();

        folder.edit(file, "<bpmn:startEvent", "<!-- mulai -->\n\n    <bpmn:startEvent");
        folder.edit(file, "<dc:Bounds x=\"", "<dc:Bounds x=\"1");
        folder.look();

        assertThat(folder.released(id)).containsExactly("1 folder");
        assertThat(folder.shown(id).state()).isEqualTo("live");
    }

    @Test
    void aFormReleasesTheProcessesThatShowItAndNoOther() {
        folder.holding(commitment(id, UnaryOperator.identity()));
        folder.save(id + "-lain.bpmn", process(id + "-lain").replace("commitment-verify", "commitment-followup"));
        folder.look();

        folder.edit("commitment-verify.form", "\"label\": \"", "\"label\": \"Diubah: ");
        folder.look();

        assertThat(folder.released(id)).containsExactly("1 folder", "2 folder");
        assertThat(folder.released(id + "-lain")).containsExactly("1 folder");
        Release newest = folder.table.current(ModelId.process(id)).orElseThrow();
        assertThat(newest.files())
                .containsOnlyKeys(file, "commitment-followup.form", "commitment-sign.form", "commitment-verify.form");
        assertThat(repository.getDeploymentResourceNames(newest.deployment()))
                .containsExactlyInAnyOrderElementsOf(newest.files().keySet());
    }

    @Test
    void aDecisionIsReleasedByItselfOrWithTheProcessThatItIsBoundTo() {
        folder.save(id + ".dmn", decision(id));
        folder.look();
        folder.edit(id + ".dmn", "Menyederhanakan", "Lebih sederhana");
        folder.look();

        assertThat(folder.table.of(new ModelId(Kind.DECISION, id)))
                .extracting(Release::version)
                .containsExactly(2, 1);
        assertThat(Bundles.of(new Snapshot(new TreeMap<>(
                                Map.of(id + ".dmn", bytes(decision(id)), "x.bpmn", bytes(businessRule("deployment"))))))
                        .all()
                        .values())
                .singleElement()
                .satisfies(bundle -> assertThat(bundle.files()).containsOnlyKeys(id + ".dmn", "x.bpmn"));
        assertThat(Bundles.of(new Snapshot(new TreeMap<>(
                                Map.of(id + ".dmn", bytes(decision(id)), "x.bpmn", bytes(businessRule("latest"))))))
                        .all()
                        .keySet())
                .containsExactly(new ModelId(Kind.DECISION, id), ModelId.process("x"));
    }

    private String businessRule(String binding) {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
                  <process id="x" isExecutable="true">
                    <businessRuleTask id="rule" camunda:decisionRef="%s" camunda:decisionRefBinding="%s"/>
                  </process>
                </definitions>
                """
                .formatted(id, binding);
    }

    @Test
    void aBadFileLeavesTheRunningVersionAndIsSaidOnceUntilItIsMended(CapturedOutput log) {
        folder.holding(commitment(id, UnaryOperator.identity())).look();
        String good = folder.read(file);

        folder.save(file, good.substring(0, good.length() / 2));
        folder.look().look().look();

        assertThat(folder.released(id)).containsExactly("1 folder");
        assertThat(folder.state.refusedFiles()).isEqualTo(1);
        assertThat(folder.overview.now().findings()).extracting(Finding::file).contains(file);
        assertThat(log.getOut().split(file + ":\\d+: error: ", -1).length - 1)
                .as("lines in the log")
                .isEqualTo((int) folder.state.review().errors().stream()
                        .filter(finding -> finding.file().equals(file))
                        .count());

        folder.save(file, good.replace("Menandatangani pernyataan", "Menyatakan"));
        folder.look();

        assertThat(folder.released(id)).containsExactly("1 folder", "2 folder");
        assertThat(folder.state.refusedFiles()).isZero();
        assertThat(folder.shown(id).state()).isEqualTo("live");
    }

    @Test
    void errorsInOneProcessHoldUpNoOther() {
        folder.holding(commitment(id, UnaryOperator.identity()));
        folder.save(id + "-lain.bpmn", process(id + "-lain"));
        folder.look();

        folder.edit(file, "<bpmn:process ", "<bpmn:process <");
        folder.edit(id + "-lain.bpmn", "Menandatangani pernyataan", "Menyatakan");
        folder.look();

        assertThat(folder.released(id)).containsExactly("1 folder");
        assertThat(folder.released(id + "-lain")).containsExactly("1 folder", "2 folder");
    }

    @Test
    void whoNeedsABrokenProcessWaitsForIt() {
        Bundles bundles = Bundles.of(new Snapshot(new TreeMap<>(Map.of(
                "a.bpmn",
                bytes(calling("a", "b")),
                "b.bpmn",
                bytes(calling("b", "c")),
                "c.bpmn",
                bytes(calling("c", "x"))))));
        Review review = new Review(
                new Snapshot(new TreeMap<>()),
                bundles,
                List.of(new Finding("b.bpmn", 1, Severity.ERROR, "any", null, null, "Rusak.")));

        assertThat(review.against(bundles.find(ModelId.process("a")).orElseThrow()))
                .hasSize(1);
        assertThat(review.against(bundles.find(ModelId.process("b")).orElseThrow()))
                .hasSize(1);
        assertThat(review.against(bundles.find(ModelId.process("c")).orElseThrow()))
                .isEmpty();
    }

    private static String calling(String process, String called) {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
                  <process id="%s" isExecutable="true"><callActivity id="call" calledElement="%s"/></process>
                </definitions>
                """
                .formatted(process, called);
    }

    @Test
    void halfAFileIsWaitedForAndNotCalledBad(CapturedOutput log) throws Exception {
        folder.holding(commitment(id, UnaryOperator.identity())).watched();
        String edited = folder.read(file).replace("Menandatangani pernyataan", "Menyatakan");

        Thread slow = new Thread(() -> {
            for (int written = 0; written < edited.length(); written += 1 + edited.length() / 8) {
                folder.save(file, edited.substring(0, written));
                pause(50);
            }
            folder.save(file, edited);
        });
        slow.start();
        slow.join();
        await().atMost(GENEROUS).until(() -> folder.released(id).size() == 2);

        assertThat(log.getOut()).doesNotContainPattern(file + ":\\d+: error");
        assertThat(folder.state.refusedFiles()).isZero();
        await().atMost(GENEROUS).until(() -> folder.state.released() == 2);
    }

    /** Not to wait for something, but to be slow. */
    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatIsSavedWithinAMomentComesAsOneVersion() {
        folder.holding(commitment(id, UnaryOperator.identity())).watched();

        folder.edit("commitment-verify.form", "\"label\": \"", "\"label\": \"Diubah: ");
        pause(100);
        folder.edit(file, "Menandatangani pernyataan", "Menyatakan");
        String saved = Digest.of(folder.read(file));
        await().atMost(GENEROUS).until(() -> folder.table
                .current(ModelId.process(id))
                .filter(release -> saved.equals(release.files().get(file)))
                .isPresent());

        assertThat(folder.released(id)).containsExactly("1 start", "2 folder");
        assertThat(folder.shown(id).state()).isEqualTo("live");
    }

    /** As of a network folder: here of an archive. */
    @Test
    void whereTheSystemTellsOfNoChangesTheFolderIsLookedAtAgainAndAgain() throws IOException {
        try (FileSystem archive = FileSystems.newFileSystem(anywhere.resolve("arsip.zip"), Map.of("create", "true"))) {
            LiveFolder apart = new LiveFolder(archive.getPath("/model"), beans);
            try (apart) {
                apart.holding(commitment(id, UnaryOperator.identity())).watched();
                apart.edit(file, "Menandatangani pernyataan", "Menyatakan");
                await().atMost(GENEROUS).until(() -> apart.released(id).size() == 2);
            }
        }
    }

    @Test
    void whatEditorsLeaveBesideAFileIsNoModelAndARenameInPlaceIsAnEdit() throws IOException {
        folder.holding(commitment(id, UnaryOperator.identity())).look();
        String edited = folder.read(file).replace("Menandatangani pernyataan", "Menyatakan");
        for (String copy : List.of(
                "." + file + ".swp",
                file + "~",
                "#" + file + "#",
                ".#" + file,
                "~$" + file,
                file + ".tmp",
                ".git/" + file)) {
            folder.save(copy, edited);
        }
        folder.look();
        assertThat(folder.released(id)).containsExactly("1 folder");

        Files.move(
                anywhere.resolve(file + ".tmp"),
                anywhere.resolve(file),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        folder.look();
        assertThat(folder.released(id)).containsExactly("1 folder", "2 folder");
    }

    @Test
    void aFileThatMovesIsTheSameProcess() {
        folder.holding(commitment(id, UnaryOperator.identity())).look();
        byte[] content = bytes(folder.read(file));
        folder.delete(file);
        folder.save("arsip/" + file, content);
        folder.look();

        assertThat(folder.released(id)).containsExactly("1 folder");
        assertThat(folder.shown(id).file()).isEqualTo("arsip/" + file);
    }

    @Test
    void aCopyThatASyncToolPutsBesideAFileHoldsNothingUp() {
        folder.holding(commitment(id, UnaryOperator.identity())).look();
        folder.save(id + " (konflik).bpmn", process(id));
        folder.edit(file, "Menandatangani pernyataan", "Menyatakan");
        folder.look();

        assertThat(folder.released(id)).containsExactly("1 folder", "2 folder");
        assertThat(folder.state.review().refusedFiles()).containsExactly(id + " (konflik).bpmn");
    }

    @Test
    void twoSavingsWithinOneTickOfTheClockAreBothSeen() throws IOException {
        folder.holding(commitment(id, UnaryOperator.identity())).look();
        var time = Files.getLastModifiedTime(anywhere.resolve(file));
        folder.edit(file, "Menandatangani pernyataan", "Menyatakan pernyataan pada");
        Files.setLastModifiedTime(anywhere.resolve(file), time);
        folder.look();
        folder.edit(file, "Menyatakan pernyataan pada", "Menyatakan pernyataan akan");
        Files.setLastModifiedTime(anywhere.resolve(file), time);
        folder.look();

        assertThat(folder.released(id)).hasSize(3);
    }

    @Test
    void aRemovedProcessGoesOnAndSaysWhoIsInIt() {
        folder.publisher.publish(
                LiveFolder.unchecked(Map.of(
                        file,
                        bytes(waiting(id)),
                        "innovation-proposal.form",
                        bytes(shipped("innovation-proposal.form")))),
                Origin.FOLDER,
                new Release.By(null, "uji"));
        identity.setAuthentication("admin", List.of("camunda-admin"), List.of("dikbud"));
        String innovation;
        try {
            innovation = runtime.startProcessInstanceByKey(id, Office.answers("innovation-proposal"))
                    .getId();
        } finally {
            identity.clearAuthentication();
        }
        folder.holding(commitment(id + "-lain", UnaryOperator.identity())).look();

        assertThat(folder.shown(id)).satisfies(model -> {
            assertThat(model.state()).isEqualTo("removed");
            assertThat(model.innovations()).containsExactly(innovation);
            assertThat(model.sentence()).contains(id, innovation);
            assertThat(model.versions()).singleElement().satisfies(it -> assertThat(it.running())
                    .isEqualTo(1));
        });
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(id)
                        .active()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aVersionThatAnAdministratorDeletedDoesNotComeBackByItself() {
        folder.holding(commitment(id, UnaryOperator.identity())).look();
        folder.edit(file, "Menandatangani pernyataan", "Menyatakan");
        folder.look();
        String newest = folder.table.current(ModelId.process(id)).orElseThrow().deployment();
        repository.deleteDeployment(newest, true);

        folder.edit(file, "<bpmn:startEvent", "<!-- lagi --><bpmn:startEvent");
        folder.look();
        assertThat(folder.released(id)).containsExactly("1 folder", "2 folder");
        assertThat(folder.shown(id).sentence()).contains("rilis 2", "dihapus");

        folder.edit(file, "Menyatakan", "Memberikan");
        folder.look();
        assertThat(folder.released(id)).as("the engine gives the number again").endsWith("2 folder", "2 folder");
        assertThat(folder.shown(id).state()).isEqualTo("live");
    }

    private static String waiting(String process) {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="uji">
                  <process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <startEvent id="start" camunda:formRef="innovation-proposal" camunda:formRefBinding="deployment"/>
                    <sequenceFlow id="f1" sourceRef="start" targetRef="wait"/>
                    <intermediateCatchEvent id="wait">
                      <timerEventDefinition><timeDuration xsi:type="tFormalExpression">P1D</timeDuration></timerEventDefinition>
                    </intermediateCatchEvent>
                    <sequenceFlow id="f2" sourceRef="wait" targetRef="end"/><endEvent id="end"/>
                  </process>
                </definitions>
                """
                .formatted(process);
    }

    @Test
    void anOldContentIsNeverReleasedAgainAndItIsSaidHowItCouldBe(CapturedOutput log) {
        folder.holding(commitment(id, UnaryOperator.identity())).look();
        String old = folder.read(file);
        folder.edit(file, "Menandatangani pernyataan", "Menyatakan");
        folder.look();

        folder.save(file, old);
        folder.look().look();

        assertThat(folder.released(id)).containsExactly("1 folder", "2 folder");
        assertThat(folder.shown(id).state()).isEqualTo("earlier");
        assertThat(log.getOut()).containsOnlyOnce("Isi " + file + " sama dengan rilis 1");
    }
}

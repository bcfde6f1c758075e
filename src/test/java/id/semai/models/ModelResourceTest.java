package id.semai.models;

import static id.semai.models.LiveFolder.bytes;
import static id.semai.models.LiveFolder.commitment;
import static id.semai.models.LiveFolder.process;
import static id.semai.models.LiveFolder.shipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import id.semai.audit.AuditTrail;
import id.semai.audit.Entry;
import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.journeys.Office.Answer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Administrators release files by uploading or deploying them, and bring earlier releases back; nobody else does. */
@EndToEnd
class ModelResourceTest {

    @Autowired
    Office office;

    @Autowired
    BeanFactory beans;

    @Autowired
    RepositoryService repository;

    @Autowired
    ReleaseTable table;

    @Autowired
    AuditTrail trail;

    @Value("${semai.models.folder}")
    Path folder;

    @TempDir
    Path anywhere;

    private final String id = "uji-" + UUID.randomUUID().toString().substring(0, 8);
    private final String file = id + ".bpmn";
    private final String form = id + "-isian.form";
    private final String edited = process(id).replace("Menandatangani pernyataan", "Menyatakan");
    private LiveFolder own;

    @BeforeEach
    void open() {
        own = new LiveFolder(anywhere, beans);
    }

    @AfterEach
    void tidy() throws IOException {
        Files.deleteIfExists(folder.resolve(file));
        Files.deleteIfExists(folder.resolve(form));
        own.close();
        repository
                .createDeploymentQuery()
                .deploymentName(id)
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void anUploadIsReleasedAndWrittenIntoTheFolderWithThePreviousOneKept() throws IOException {
        assertThat(released(upload(file, process(id)))).containsExactly(id);
        assertThat(released(upload(file, edited))).containsExactly(id);

        assertThat(folder.resolve(file)).hasContent(edited);
        assertThat(history()).singleElement().satisfies(old -> assertThat(old).hasContent(process(id)));
        assertThat(own.released(id)).containsExactly("1 upload", "2 upload");
        assertThat(own.sequences(id)).containsExactly(1, 2);
        JsonNode model = model();
        assertThat(model.path("state").asText()).isEqualTo("live");
        assertThat(model.at("/versions/0/version").asInt()).isEqualTo(2);
        assertThat(model.at("/versions/0/who").asText()).isEqualTo("admin");
        assertThat(model.at("/versions/0/files").size()).isEqualTo(4);
        assertThat(trail.newest("admin", null, null, null, null, 10))
                .extracting(AuditTrail.Numbered::entry)
                .filteredOn(entry -> id.equals(entry.subject()))
                .extracting(Entry::details)
                .containsExactly("version=2, origin=upload", "version=1, origin=upload");
    }

    @Test
    void anUploadThatDoesNotChangeTheMeaningIsWrittenAndMakesNoVersion() {
        upload(file, process(id));
        String commented = process(id).replace("<bpmn:startEvent", "<!-- mulai --><bpmn:startEvent");

        assertThat(released(upload(file, commented))).isEmpty();
        assertThat(folder.resolve(file)).hasContent(commented);
        assertThat(own.released(id)).containsExactly("1 upload");
    }

    @Test
    void whatIsRefusedIsNotWritten() {
        Answer broken = upload(file, "<bpmn:definitions");
        assertThat(broken.status()).as(broken.body()).isEqualTo(422);
        assertThat(broken.json().path("findings")).isNotEmpty();
        assertThat(broken.json().at("/findings/0/file").asText()).isEqualTo(file);

        Answer without = upload(file, process(id).replace("\"commitment-sign\"", "\"tidak-ada\""));
        assertThat(without.status()).as(without.body()).isEqualTo(422);

        assertThat(folder.resolve(file)).doesNotExist();
        assertThat(own.released(id)).isEmpty();
    }

    @Test
    void aProcessAndItsFormComeTogetherOrNotAtAll() {
        String asking = process(id).replace("\"commitment-verify\"", "\"" + id + "-isian\"");
        String asked = shipped("commitment-verify.form").replace("\"commitment-verify\"", "\"" + id + "-isian\"");

        assertThat(upload(file, asking).status()).as("without its form").isEqualTo(422);
        Answer half = upload(Map.of(file, bytes(asking), form, bytes(asked.substring(0, asked.length() / 2))));
        assertThat(half.status()).as(half.body()).isEqualTo(422);
        assertThat(half.json().path("findings").findValuesAsText("file")).contains(form);
        assertThat(folder.resolve(file)).doesNotExist();
        assertThat(folder.resolve(form)).doesNotExist();

        assertThat(released(upload(Map.of(file, bytes(asking), form, bytes(asked)))))
                .containsExactly(id);
        assertThat(folder.resolve(file)).hasContent(asking);
        assertThat(folder.resolve(form)).hasContent(asked);
        assertThat(own.released(id)).containsExactly("1 upload");
        assertThat(table.current(ModelId.process(id)).orElseThrow().files()).containsKeys(file, form);
    }

    @Test
    void whatIsNoFilesIsRefused() {
        Office.Person admin = office.as("admin");
        for (String body :
                List.of("{}", "{\"" + file + "\": null}", "{\"" + file + "\": \"<xml>\"}", "[]", "null", "{")) {
            Answer answer = admin.api("POST", "/api/models", body);
            assertThat(answer.status()).as(body + " " + answer.body()).isEqualTo(400);
        }
    }

    @Test
    void anEarlierContentIsNotReleasedByUploadingIt() {
        upload(file, process(id));
        upload(file, edited);

        Answer again = upload(file, process(id));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.message()).contains("sama dengan rilis 1");
        assertThat(folder.resolve(file)).hasContent(edited);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../uji.bpmn",
                "a/../../uji.bpmn",
                "/tmp/uji.bpmn",
                "..\\uji.bpmn",
                ".semai/uji.bpmn",
                "a/.b/uji.bpmn",
                "uji.html",
                "uji.bpmn\u0000.form",
                ".bpmn",
                "",
                "uji.bpmn/",
                "C:uji.bpmn"
            })
    void aNameThatLeadsElsewhereIsRefused(String name) throws IOException {
        List<Path> before = everything();
        Answer answer = upload(name, process("uji"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aLinkIsNotWrittenThrough() throws IOException {
        Path elsewhere = Files.createDirectories(anywhere.resolve("lain"));
        Path inside = Files.createDirectories(anywhere.resolve("model"));
        LiveFolder linked = new LiveFolder(inside, beans).holding(commitment(id, UnaryOperator.identity()));
        linked.delete(file);
        Files.writeString(elsewhere.resolve("asal.bpmn"), "asal");
        Files.createSymbolicLink(inside.resolve(file), elsewhere.resolve("asal.bpmn"));
        Files.createSymbolicLink(inside.resolve("tautan"), elsewhere);

        for (String name : List.of(file, "tautan/" + file)) {
            assertThatThrownBy(() -> linked.edits.put(Map.of(name, bytes(process(id))), Origin.UPLOAD, "admin"))
                    .isInstanceOf(RefusedModels.class)
                    .hasMessageContaining("tautan");
        }
        assertThat(elsewhere).isDirectoryContaining(it -> it.endsWith("asal.bpmn"));
        assertThat(elsewhere.resolve("asal.bpmn")).hasContent("asal");
        assertThat(linked.released(id)).isEmpty();
    }

    /** Out of the folder, and through a link in it. */
    @ParameterizedTest
    @ValueSource(strings = {"../", "tautan/"})
    void withoutALookAtItsNameAFileIsWrittenElsewhere(String there) throws IOException {
        Path elsewhere = Files.createDirectories(anywhere.resolve("lain"));
        Path inside = Files.createDirectories(elsewhere.resolve("model"));
        Files.createSymbolicLink(inside.resolve("tautan"), elsewhere);
        Map<String, byte[]> upload = Map.of(there + file, bytes(process(id)));
        try (LiveFolder careful = new LiveFolder(inside, beans);
                LiveFolder careless = LiveFolder.careless(inside, beans)) {
            careful.holding(commitment(id, UnaryOperator.identity())).delete(file);

            assertThatThrownBy(() -> careful.edits.put(upload, Origin.UPLOAD, "admin"))
                    .isInstanceOf(RefusedModels.class);
            assertThat(elsewhere.resolve(file)).doesNotExist();
            careless.edits.put(upload, Origin.UPLOAD, "admin");
            assertThat(elsewhere.resolve(file)).hasContent(process(id));
        }
    }

    /** By what is in its way, since nothing is read-only for the superuser who may run this. */
    @Test
    void aFolderThatCannotBeWrittenToSaysSoAndNothingIsReleased() throws IOException {
        own.holding(commitment(id, UnaryOperator.identity())).look();
        Files.writeString(anywhere.resolve(".semai"), "");

        assertThatThrownBy(() -> own.edits.put(Map.of(file, bytes(edited)), Origin.UPLOAD, "admin"))
                .isInstanceOf(RefusedModels.class)
                .hasMessageContaining("tidak dapat ditulis");
        assertThat(own.released(id)).containsExactly("1 folder");
        assertThat(own.sequences(id)).containsExactly(1);
        assertThat(own.read(file)).isEqualTo(process(id));
    }

    @Test
    void anEarlierReleaseIsBroughtBackAsANewOneAndItsFilesToo() throws IOException {
        upload(file, process(id));
        upload(file, edited);
        Files.deleteIfExists(history().get(0));

        Answer answer = office.as("admin").api("POST", "/api/models/" + id + "/releases/1/rollback", null);
        assertThat(released(answer)).containsExactly(id);

        assertThat(own.released(id)).containsExactly("1 upload", "2 upload", "3 rollback");
        assertThat(own.sequences(id)).containsExactly(1, 2, 3);
        assertThat(folder.resolve(file)).hasContent(process(id));
        assertThat(history()).singleElement().satisfies(current -> assertThat(current)
                .hasContent(edited));
        assertThat(office.as("admin")
                        .api("POST", "/api/models/" + id + "/releases/1/rollback", null)
                        .status())
                .isEqualTo(409);
        assertThat(office.as("admin")
                        .api("POST", "/api/models/" + id + "/releases/9/rollback", null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatElseSharesAFormGoesBackWithIt() {
        String other = id + "-lain";
        own.holding(commitment(id, UnaryOperator.identity()));
        own.save(other + ".bpmn", process(other));
        own.look();
        own.edit("commitment-verify.form", "\"label\": \"", "\"label\": \"Diubah: ");
        own.look();

        assertThat(own.edits
                        .rollBack(ModelId.process(id), 1, "admin")
                        .released()
                        .keySet())
                .extracting(bundle -> bundle.id().id())
                .containsExactlyInAnyOrder(id, other);
        assertThat(own.released(other)).containsExactly("1 folder", "2 folder", "3 rollback");
        own.look();
        assertThat(own.released(id)).containsExactly("1 folder", "2 folder", "3 rollback");
        repository
                .createDeploymentQuery()
                .deploymentName(other)
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void aDeploymentFromModelerIsAReleaseLikeAnyOther() {
        Answer answer = Office.accepted(office.as("admin").deploy(file, process(id)));

        assertThat(answer.json().path("deployedProcessDefinitions")).hasSize(1);
        String deployment = answer.json().path("id").asText();
        assertThat(repository.getDeploymentResourceNames(deployment))
                .containsExactlyInAnyOrder(
                        file, "commitment-followup.form", "commitment-sign.form", "commitment-verify.form");
        assertThat(own.released(id)).containsExactly("1 deployment");
        assertThat(table.of(ModelId.process(id)).get(0).who()).isEqualTo("admin");
        assertThat(folder.resolve(file)).hasContent(process(id));

        assertThat(Office.accepted(office.as("admin").deploy(file, process(id)))
                        .json()
                        .path("id")
                        .asText())
                .isEqualTo(deployment);
        Office.accepted(office.as("admin").deploy(file, edited));
        assertThat(own.released(id)).containsExactly("1 deployment", "2 deployment");
        assertThat(office.as("admin").deploy(file, process(id)).message()).contains("sama dengan rilis 1");
        assertThat(office.as("admin").deploy(file, "<bpmn:definitions").status())
                .isEqualTo(400);
        assertThat(folder.resolve(file)).hasContent(edited);
    }

    @Test
    void aProgramThatHasNotLoggedInDeploysPastTheFolder() {
        repository.createDeployment().name(id).addString(file, process(id)).deploy();

        assertThat(folder.resolve(file)).doesNotExist();
        assertThat(own.released(id)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"koordinator", "pimpinan", "inovator.dikbud", "fasilitator"})
    void nobodyButAdministratorsSeesOrReleasesModels(String user) {
        Office.Person person = office.as(user);
        assertThat(person.page("/api/models").status()).isEqualTo(403);
        assertThat(person.upload("/api/models?name=" + file, bytes(process(id))).status())
                .isEqualTo(403);
        assertThat(person.api("POST", "/api/models/commitment/releases/1/rollback", null)
                        .status())
                .isEqualTo(403);
        assertThat(person.deploy(file, process(id)).status()).isEqualTo(403);
        assertThat(folder.resolve(file)).doesNotExist();
        assertThat(own.released(id)).isEmpty();
    }

    @Test
    void operatorsWatchThemByMetrics() {
        own.holding(commitment(id, UnaryOperator.identity()));
        own.save(id + "-rusak.bpmn", "<bpmn:definitions");
        own.look();
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        new ModelMetrics(own.state, own.publisher, own.nodes).bindTo(meters);

        assertThat(meters.get("semai.models.refused").gauge().value()).isEqualTo(1);
        assertThat(meters.get("semai.models.released").functionCounter().count())
                .isEqualTo(1);
        assertThat(meters.get("semai.models.failing").gauge().value()).isZero();
        assertThat(meters.get("semai.models.outdated").gauge().value()).isZero();
        assertThat(meters.get("semai.models.looked").timeGauge().value()).isPositive();
        assertThat(meters.get("semai.models.differing").gauge().value())
                .as("its folder holds other models than the application's")
                .isPositive();
    }

    private Answer upload(String name, String content) {
        return office.as("admin")
                .upload("/api/models?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8), bytes(content));
    }

    private Answer upload(Map<String, byte[]> files) {
        return office.as("admin").api("POST", "/api/models", files);
    }

    private static List<String> released(Answer answer) {
        List<String> models = new ArrayList<>();
        Office.accepted(answer).json().path("released").forEach(model -> models.add(model.asText()));
        return models;
    }

    private JsonNode model() {
        JsonNode models =
                Office.accepted(office.as("admin").page("/api/models")).json().path("models");
        for (JsonNode model : models) {
            if (model.path("id").asText().equals(id)) {
                return model;
            }
        }
        throw new AssertionError(models.toString());
    }

    private List<Path> history() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve(".semai/history"))) {
            return all.filter(path -> path.getFileName().toString().endsWith(file))
                    .toList();
        }
    }

    private List<Path> everything() throws IOException {
        try (Stream<Path> all = Files.walk(folder.getParent().resolve("processes"))) {
            return all.sorted().toList();
        }
    }
}

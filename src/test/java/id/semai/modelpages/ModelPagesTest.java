package id.semai.modelpages;

import static id.semai.journeys.Office.accepted;
import static id.semai.journeys.Office.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.journeys.Office.Answer;
import id.semai.rulebook.ExplainedRule;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.util.HtmlUtils;

/** Administrators see what runs where and what sets versions apart; nobody else sees any of it. */
@EndToEnd
class ModelPagesTest {

    private static final List<String> RESOURCES = List.of(
            "/api/models",
            "/api/models/commitment/versions/1",
            "/api/models/commitment/versions/folder",
            "/api/models/commitment/changes?from=1&to=folder");

    @Autowired
    Office office;

    @Autowired
    ProcessEngine engine;

    @Value("${semai.models.folder}")
    Path folder;

    @AutoClose
    private OwnProcess own;

    @BeforeEach
    void open() {
        own = new OwnProcess(office, engine, folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"koordinator", "pimpinan", "fasilitator", "kepala.dikbud", "inovator.dikbud"})
    void nobodyButAdministratorsSeesAnything(String user) {
        for (String page : List.of("/model", "/model/aturan", "/model/commitment", "/model/tidak-ada")) {
            Answer answer = office.as(user).page(page);
            assertThat(answer.status()).as(page).isEqualTo(403);
            assertThat(answer.body())
                    .contains("Model proses", "untuk pengelola sistem")
                    .doesNotContain("commitment");
        }
        assertThat(RESOURCES)
                .allSatisfy(
                        path -> assertThat(office.as(user).page(path).status()).isEqualTo(403));
    }

    @Test
    void whoIsNotLoggedInIsAskedTo() {
        for (String page : List.of("/model", "/model/aturan", "/model/commitment")) {
            Answer answer = office.nobody().page(page);
            assertThat(answer.status()).as(page).isEqualTo(401);
            assertThat(answer.body()).contains("Masuk dahulu").doesNotContain("commitment");
        }
        assertThat(RESOURCES)
                .allSatisfy(
                        path -> assertThat(office.nobody().page(path).status()).isEqualTo(401));
    }

    @Test
    void administratorsSeeThePagesAndAreToldWhatIsNotThere() {
        assertThat(accepted(office.as("admin").page("/model")).body()).contains("Yang berlaku");
        assertThat(accepted(office.as("admin").page("/model/commitment")).body())
                .contains("Komitmen inovasi", "data-model=\"commitment\"");
        assertThat(office.as("admin").page("/model/tidak-ada").status()).isEqualTo(404);
        for (String path : List.of(
                "/api/models/tidak-ada/versions/1",
                "/api/models/commitment/versions/999",
                "/api/models/commitment/versions/99999999999",
                "/api/models/commitment/versions/x",
                "/api/models/commitment/changes?from=1&to=999",
                "/api/models/commitment/changes?from=%00&to=1")) {
            assertThat(office.as("admin").page(path).status()).as(path).isEqualTo(404);
        }
        assertThat(office.as("admin").page("/api/models/commitment/changes").status())
                .isEqualTo(400);
    }

    @Test
    void eachRuleIsExplainedWithAnExampleThatIsText() {
        String page = accepted(office.as("admin").page("/model/aturan")).body();

        assertThat(ExplainedRule.all()).hasSizeGreaterThan(60).allSatisfy(rule -> assertThat(page)
                .contains("id=\"" + rule.code() + "\"")
                .contains(HtmlUtils.htmlEscape(rule.sentence(), "UTF-8")));
        assertThat(page)
                .contains("&lt;!DOCTYPE definitions [&lt;!ENTITY", "&lt;camunda:connector /&gt;")
                .doesNotContain("<bpmn:", "<camunda:", "<!ENTITY", "%s", "%2$s");
    }

    @Test
    void aHostileNameIsText() {
        own.released("name=\"Komitmen inovasi\"", "name=\"&lt;img src=x onerror=&quot;alert(1)&quot;&gt;\"");

        String page = accepted(office.as("admin").page("/model/" + own.id)).body();
        assertThat(page).contains("&lt;img src=x").doesNotContain("<img");
    }

    @Test
    void twoWhoWaitAreCountedWhereTheyWait() {
        own.released();
        own.begun();
        own.begun();
        own.released("Menandatangani pernyataan komitmen", "Menyatakan komitmen");

        JsonNode first = version("1");
        assertThat(first.path("kind").asText()).isEqualTo("process");
        assertThat(first.path("file").asText()).isEqualTo(own.file);
        assertThat(first.path("text").asText()).isEqualTo(own.model());
        assertThat(first.path("places")).hasSize(1);
        assertThat(first.at("/places/0/element").asText()).isEqualTo("Task_SignCommitment");
        assertThat(first.at("/places/0/running").asInt()).isEqualTo(2);
        assertThat(version("2").path("places")).isEmpty();
    }

    @Test
    void whatSetsTwoVersionsApartIsToldInWords() {
        own.released();
        own.released(
                "name=\"Menandatangani pernyataan komitmen\"",
                "name=\"Menyatakan komitmen\"",
                "camunda:formRef=\"commitment-followup\" camunda:formRefBinding=\"deployment\" camunda:candidateGroups=\"leadership\"",
                "camunda:formRef=\"commitment-followup\" camunda:formRefBinding=\"deployment\" camunda:candidateGroups=\"coordinator\"");

        JsonNode changes = changes("1", "2");
        assertThat(changes).hasSize(1);
        assertThat(changes.at("/0/file").asText()).isEqualTo(own.file);
        assertThat(told(changes, "Task_SignCommitment"))
                .isEqualTo("changed nama “Menandatangani pernyataan komitmen” → “Menyatakan komitmen”");
        assertThat(told(changes, "Task_FollowUpCommitment"))
                .matches("changed peran .*Pimpinan.* → .*Bagian Organisasi.*");
        assertThat(changes("2", "2")).isEmpty();
        assertThat(changes("2", "folder")).isEmpty();
    }

    @Test
    void whatIsRefusedIsComparedToo() {
        own.released();
        own.save(own.model("formRef=\"commitment-sign\"", "formRef=\"commitment-verify\"", "leadership", "tidak-ada"));

        assertThat(eventually(() -> state("refused")).path("findings")).isNotEmpty();
        assertThat(told(changes("1", "folder"), "Task_FollowUpCommitment")).contains("tidak-ada");
        assertThat(told(changes("1", "folder"), "Task_SignCommitment")).startsWith("changed formulir");
    }

    @Test
    void aBrokenFileIsRefusedAndNotTakenForRemoved() {
        own.released();
        own.save("<bpmn:definitions");

        JsonNode model = eventually(() -> state("refused"));
        assertThat(model.at("/findings/0/file").asText()).isEqualTo(own.file);
        assertThat(version("folder").path("text").asText()).isEqualTo("<bpmn:definitions");
        assertThat(told(changes("1", "folder"), null)).contains("tidak dapat dibaca");
        own.save(own.model());
        eventually(() -> state("live"));
    }

    private JsonNode version(String version) {
        return accepted(office.as("admin").page("/api/models/" + own.id + "/versions/" + version))
                .json();
    }

    private JsonNode changes(String from, String to) {
        return accepted(office.as("admin").page("/api/models/" + own.id + "/changes?from=" + from + "&to=" + to))
                .json()
                .path("files");
    }

    /** The change of an element in one line; null for the file as a whole. */
    private static String told(JsonNode files, String element) {
        for (JsonNode change : files.at("/0/changes")) {
            if (element == null || change.path("element").asText().equals(element)) {
                return change.path("kind").asText() + " " + change.path("what").asText() + " "
                        + change.path("before").asText() + " → "
                        + change.path("after").asText();
            }
        }
        throw new AssertionError(element + " in " + files);
    }

    private JsonNode state(String state) {
        for (JsonNode model :
                accepted(office.as("admin").page("/api/models")).json().path("models")) {
            if (model.path("id").asText().equals(own.id)
                    && model.path("state").asText().equals(state)) {
                return model;
            }
        }
        return null;
    }
}

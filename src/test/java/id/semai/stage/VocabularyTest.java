package id.semai.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {

    private static final Innovation INNOVATION = new Innovation("i", "Judul", false, "u", null, 2026, null);

    @ParameterizedTest
    @ValueSource(strings = {"lab", "action-plan", "lab.design", "action-plan.draft2"})
    void aStageCodeIsWordsNestedByDots(String code) {
        assertThat(new Stage(code, "Tahap").code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Lab", "lab.", ".lab", "lab design", "lab-", "2lab", "lab..design"})
    void anythingElseIsNoStageCode(String code) {
        assertThatThrownBy(() -> new Stage(code, "Tahap")).hasMessageContaining("\"" + code + "\"");
    }

    @Test
    void aStageWithoutANameIsCalledByItsCode() {
        assertThat(new Stage("lab", " ").name()).isEqualTo("lab");
    }

    @Test
    void onlyWhatConcernsAStageNamesOne() {
        assertThatThrownBy(() -> transition(TransitionType.STAGE_ENTERED, null, Map.of()))
                .hasMessageContaining("STAGE_ENTERED");
        assertThatThrownBy(() -> transition(TransitionType.INNOVATION_STARTED, new Stage("lab", "Lab"), Map.of()))
                .hasMessageContaining("INNOVATION_STARTED");
    }

    @Test
    void aResultThatIsNotKnownIsLeftOutAndOneThatIsNoScalarIsRefused() {
        Map<String, Object> results = new HashMap<>();
        results.put("quantityTarget", 12);
        results.put("qualityTarget", null);

        assertThat(transition(TransitionType.INNOVATION_FINISHED, null, results).results())
                .containsExactly(Map.entry("quantityTarget", 12));
        assertThatThrownBy(() -> transition(TransitionType.INNOVATION_FINISHED, null, Map.of("rows", List.of(1, 2))))
                .hasMessageContaining("rows");
    }

    @Test
    void aCodeOfAModelsOwnHasNoLabel() {
        assertThat(Labels.ofOutcome("merged-with-neighbour", TransitionType.STAGE_COMPLETED))
                .isNull();
        assertThat(Labels.ofReason(null)).isNull();
    }

    @Test
    void anUnknownKindOfUnitIsNamed() {
        assertThat(Unit.Kind.of("health-centre")).isEqualTo(Unit.Kind.HEALTH_CENTRE);
        assertThatThrownBy(() -> Unit.Kind.of("castle")).hasMessageContaining("castle");
    }

    private static StageTransition transition(TransitionType type, Stage stage, Map<String, Object> results) {
        return new StageTransition(type, INNOVATION, stage, null, null, null, "innovation-journey", 1, results);
    }

    @Test
    void theSourcesOfDemandsAreCalledWhatTheFormCallsThem() throws IOException {
        JsonNode form = new ObjectMapper()
                .readTree(Path.of("processes/action-plan-header.form").toFile());
        JsonNode field = form.findParents("key").stream()
                .filter(component -> component.path("key").asText().equals("demandSource"))
                .findFirst()
                .orElseThrow();

        assertThat(field.path("values")).hasSize(6).allSatisfy(choice -> assertThat(
                        Labels.ofDemandSources(choice.path("value").asText()))
                .isEqualTo(choice.path("label").asText()));
    }

    @Test
    void aSourceThatOnlyAModelKnowsStandsForItself() {
        assertThat(Labels.ofDemandSources("media whatsapp direct")).isEqualTo("Media; whatsapp; Pengaduan langsung");
        assertThat(Labels.ofDemandSources(null)).isNull();
    }
}

package id.semai.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples and the recorded streams of the contract pack show what they say they show. */
class ExamplesTest {

    static List<String> schemas() {
        return Contract.schemas();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void theValidExampleIsValidAndTheInvalidOneHasOneFault(String schema) {
        assertThat(Contract.faults(schema, example(schema + ".valid"))).isEmpty();
        assertThat(Contract.faults(schema, example(schema + ".invalid"))).hasSize(1);
    }

    @Test
    void thereIsNoExampleOfAnythingElse() {
        assertThat(Contract.names(Contract.PACK.resolve("examples")))
                .containsExactlyInAnyOrderElementsOf(Contract.schemas().stream()
                        .flatMap(schema -> List.of(schema + ".valid.json", schema + ".invalid.json").stream())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everySchemaSpeaksIndonesianAndEnglish(String name) {
        JsonNode schema = Contract.json(Contract.PACK.resolve("schemas/" + name + ".json"));
        List<String> silent = new ArrayList<>();
        findSilent("", schema, silent);

        assertThat(schema.path("title").asText()).isNotBlank();
        assertThat(schema.path("x-title-en").asText()).isNotBlank();
        assertThat(silent).as("fields without both descriptions").isEmpty();
    }

    @Test
    void theSampleIsOneWholeJourneyWithAReturnAndADelay() {
        List<JsonNode> events = stream("sample.ndjson");

        assertThat(events)
                .allSatisfy(event -> assertThat(Contract.faults(event)).isEmpty());
        assertThat(events).extracting(event -> event.path("subject").asText()).containsOnly(innovation(events));
        assertThat(events)
                .extracting(event -> event.path("data").path("sequence").asInt())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, events.size()).boxed().toList());
        assertThat(events)
                .extracting(event -> event.path("type").asText())
                .startsWith("id.semai.innovation.started.v1")
                .contains("id.semai.stage.overdue.v1")
                .endsWith("id.semai.innovation.finished.v1");
        assertThat(events)
                .extracting(event -> event.path("data").path("visit").asInt())
                .contains(2);
    }

    @Test
    void theSampleOfTheStateIsThatAfterTheLastEvent() {
        List<JsonNode> events = stream("sample.ndjson");
        List<JsonNode> states = stream("sample-state.ndjson");
        JsonNode last = events.get(events.size() - 1);

        assertThat(states).singleElement().satisfies(state -> {
            assertThat(Contract.faults(state)).isEmpty();
            assertThat(state.path("subject")).isEqualTo(last.path("subject"));
            assertThat(state.path("sequence")).isEqualTo(last.path("sequence"));
            assertThat(state.path("time")).isEqualTo(last.path("time"));
            assertThat(state.at("/data/outcome")).isEqualTo(last.at("/data/outcome"));
        });
    }

    private static JsonNode example(String name) {
        return Contract.json(Contract.PACK.resolve("examples/" + name + ".json"));
    }

    private static List<JsonNode> stream(String file) {
        return Contract.text(Contract.PACK.resolve(file))
                .lines()
                .map(Contract::json)
                .toList();
    }

    private static String innovation(List<JsonNode> events) {
        return events.get(0).path("subject").asText();
    }

    private static void findSilent(String path, JsonNode schema, List<String> silent) {
        if (!schema.hasNonNull("description") || !schema.hasNonNull("x-description-en")) {
            silent.add(path);
        }
        schema.path("properties")
                .properties()
                .forEach(field -> findSilent(path + "/" + field.getKey(), field.getValue(), silent));
    }
}

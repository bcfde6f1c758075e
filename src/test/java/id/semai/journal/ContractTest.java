package id.semai.journal;

import static id.semai.journal.JournalWorld.cancelled;
import static id.semai.journal.JournalWorld.completed;
import static id.semai.journal.JournalWorld.entered;
import static id.semai.journal.JournalWorld.finished;
import static id.semai.journal.JournalWorld.overdue;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import id.semai.stage.Innovation;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Real events against the published schemas. */
class ContractTest {

    private static final String SCHEMAS = "urn:semai:schema:";

    @Test
    void everyEventKeepsToTheSchemaItNames() {
        List<JsonNode> events = oneOfEachType();

        assertThat(events.stream().map(event -> event.get("type").asText()).collect(Collectors.toSet()))
                .hasSize(7);
        for (JsonNode event : events) {
            assertThat(faults(event)).as(event.toPrettyString()).isEmpty();
        }
    }

    @Test
    void theSchemasMissWhatIsTakenAwayOrNull() {
        for (JsonNode event : oneOfEachType()) {
            for (String fact : List.of("unit", "sequence", "governmentName")) {
                assertThat(faults(without(event, fact)))
                        .as("%s without %s", event.get("type"), fact)
                        .isNotEmpty();
                assertThat(faults(withNull(event, fact)))
                        .as("%s, %s null", event.get("type"), fact)
                        .isNotEmpty();
            }
        }
    }

    private static List<JsonNode> oneOfEachType() {
        try (JournalWorld world = new JournalWorld()) {
            Innovation innovation = world.started();
            world.append(entered(innovation, "commitment"));
            world.append(completed(innovation, "commitment", "signed"));
            world.append(entered(innovation, "lab"));
            world.append(overdue(innovation, "lab"));
            world.append(cancelled(innovation, "lab", "stopped-by-order"));
            world.append(finished(innovation, "stopped"));
            return java.util.stream.Stream.of(Stream.values())
                    .flatMap(stream -> world.journalled(stream).stream())
                    .map(Topic::json)
                    .toList();
        }
    }

    static Set<ValidationMessage> faults(JsonNode event) {
        return schema(event.get("dataschema").asText())
                .validate(event, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true));
    }

    private static JsonSchema schema(String id) {
        String file = "/contract/schemas/" + id.substring(SCHEMAS.length()) + ".json";
        InputStream schema = ContractTest.class.getResourceAsStream(file);
        assertThat(schema).as(file).isNotNull();
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
    }

    private static JsonNode without(JsonNode event, String fact) {
        ObjectNode poorer = event.deepCopy();
        ((ObjectNode) poorer.get("data")).remove(fact);
        return poorer;
    }

    private static JsonNode withNull(JsonNode event, String fact) {
        ObjectNode poorer = event.deepCopy();
        ((ObjectNode) poorer.get("data")).putNull(fact);
        return poorer;
    }
}

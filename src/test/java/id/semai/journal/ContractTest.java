package id.semai.journal;

import static id.semai.journal.JournalWorld.cancelled;
import static id.semai.journal.JournalWorld.completed;
import static id.semai.journal.JournalWorld.entered;
import static id.semai.journal.JournalWorld.finished;
import static id.semai.journal.JournalWorld.migrated;
import static id.semai.journal.JournalWorld.overdue;
import static id.semai.journal.JournalWorld.released;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.semai.stage.Innovation;
import id.semai.stage.StageTransition;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Real events, and the latest state after each, against the published schemas. */
class ContractTest {

    @Test
    void everyEventKeepsToTheSchemaItNames() {
        List<JsonNode> events = eventsOfEveryType();

        assertThat(events.stream().map(event -> event.get("type").asText()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(Contract.types());
        for (JsonNode event : events) {
            assertThat(Contract.faults(event)).as(event.toPrettyString()).isEmpty();
        }
    }

    @Test
    void theSchemasMissWhatIsTakenAwayOrNull() {
        for (JsonNode event : eventsOfEveryType()) {
            for (String fact : factsThatMatter(event)) {
                assertThat(Contract.faults(without(event, fact)))
                        .as("%s without %s", event.get("type"), fact)
                        .isNotEmpty();
                assertThat(Contract.faults(withNull(event, fact)))
                        .as("%s, %s null", event.get("type"), fact)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void anEventThatNamesNoSchemaOfThePackIsNeverFoundFaultless() {
        for (String name : List.of("", "urn:other:stage-entered.v1", "urn:semai:schema:stage-entered.v9")) {
            ObjectNode event = (ObjectNode) Topic.json("{\"dataschema\":\"" + name + "\"}");

            assertThatThrownBy(() -> Contract.faults(event))
                    .as(name)
                    .isInstanceOfAny(AssertionError.class, UncheckedIOException.class);
        }
    }

    private static List<JsonNode> eventsOfEveryType() {
        try (JournalWorld world = new JournalWorld()) {
            Innovation innovation = world.started();
            List<JsonNode> events = new ArrayList<>();
            events.add(Topic.json(world.state(innovation)));
            for (StageTransition transition : List.of(
                    entered(innovation, "commitment"),
                    completed(innovation, "commitment", "signed"),
                    entered(innovation, "lab"),
                    entered(innovation, "lab.design"),
                    overdue(innovation, "lab.design"),
                    cancelled(innovation, "lab.design", "stopped-by-order"),
                    cancelled(innovation, "lab", "stopped-by-order"),
                    finished(innovation, "stopped"))) {
                world.append(transition);
                events.add(Topic.json(world.state(innovation)));
            }
            Innovation moved = world.started();
            world.append(entered(moved, "lab"));
            world.append(migrated(moved, 3, 4));
            events.add(Topic.json(world.state(moved)));
            world.append(released("lab", 1));
            world.append(released("lab", 2));
            for (Stream stream : Stream.values()) {
                world.journalled(stream).forEach(event -> events.add(Topic.json(event)));
            }
            return events;
        }
    }

    private static List<String> factsThatMatter(JsonNode event) {
        return switch (event.get("type").asText()) {
            case "id.semai.model.released.v1" ->
                List.of("sequence", "processKey", "processName", "processVersion", "origin", "checksum", "diagram");
            case "id.semai.innovation.migrated.v1" ->
                List.of("unit", "sequence", "governmentName", "processKey", "fromVersion", "processVersion");
            default -> List.of("unit", "sequence", "governmentName");
        };
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

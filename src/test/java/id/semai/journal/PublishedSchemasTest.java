package id.semai.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever was published stays true: each folder below is what one version of the contract gave to its readers. */
class PublishedSchemasTest {

    static final Path PUBLISHED = Path.of("src/test/resources/contract/published");

    private static final Path SCHEMAS = Contract.PACK.resolve("schemas");

    static Stream<Path> schemas() {
        return versions().stream().flatMap(version -> files(version, "schemas"));
    }

    static Stream<Path> examples() {
        return versions().stream().flatMap(version -> files(version, "examples"));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void aPublishedSchemaOnlyGainsOptionalFields(Path published) {
        Path current = SCHEMAS.resolve(published.getFileName());
        assertThat(Files.exists(current))
                .as("%s has been published and must stay, also beside a newer version", published.getFileName())
                .isTrue();

        assertThat(Evolution.of(Contract.json(published), Contract.json(current))
                        .breaks())
                .as(
                        "%s was published so; readers rely on it. Undo the change, or publish a new version of the type",
                        published)
                .isEmpty();
    }

    @Test
    void whatIsPublishedNowIsKeptForThoseWhoChangeItLater() {
        Path newest = versions().get(versions().size() - 1);

        assertThat(Contract.names(newest.resolve("schemas"))).isEqualTo(Contract.names(SCHEMAS));
        for (String name : Contract.names(SCHEMAS)) {
            assertThat(Evolution.of(
                                    Contract.json(newest.resolve("schemas").resolve(name)),
                                    Contract.json(SCHEMAS.resolve(name)))
                            .additions())
                    .as(
                            "%s has gained fields: write it in CHANGELOG.md and copy schemas and examples to a new folder in %s",
                            name, PUBLISHED)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aPastExampleIsStillAccepted(Path example) {
        assertThat(Contract.faults(Contract.json(example))).isEmpty();
    }

    @Test
    void everyPublishedVersionHasItsExamplesAndItsPlaceInTheChangelog() {
        String changelog = Contract.text(Contract.PACK.resolve("CHANGELOG.md"));

        assertThat(versions()).hasSizeGreaterThanOrEqualTo(2).allSatisfy(version -> {
            assertThat(Contract.names(version.resolve("examples")))
                    .isNotEmpty()
                    .isEqualTo(Contract.names(version.resolve("schemas")));
            assertThat(changelog).contains("## " + version.getFileName() + ".");
        });
    }

    @Test
    void eachKindOfIncompatibleChangeIsSeen() {
        assertBreaks(
                schema -> ((ArrayNode) schema.at("/properties/data/required")).add("dueAt"), "/data: \"required\"");
        assertBreaks(schema -> ((ArrayNode) schema.at("/properties/data/required")).remove(0), "/data: \"required\"");
        assertBreaks(schema -> data(schema).remove("dueAt"), "/data/dueAt: was a field");
        assertBreaks(schema -> field(schema, "visit").put("type", "string"), "/data/visit: \"type\"");
        assertBreaks(schema -> field(schema, "stage").remove("pattern"), "/data/stage: \"pattern\"");
        assertBreaks(schema -> field(schema, "unit").put("maxLength", 20), "/data/unit: \"maxLength\" was absent");
        assertBreaks(schema -> schema.put("additionalProperties", false), "/: \"additionalProperties\" was absent");
        assertBreaks(
                schema -> ((ObjectNode) schema.at("/properties/type")).put("const", "id.semai.stage.entered.v2"),
                "/type: \"const\"");
    }

    @Test
    void aClearerDescriptionAndAnOptionalFieldAreNoBreak() {
        ObjectNode changed = entered();
        field(changed, "stage").put("description", "Lebih jelas");
        data(changed).putObject("mood").put("type", "string");
        Evolution evolution = Evolution.of(entered(), changed);

        assertThat(evolution.breaks()).isEmpty();
        assertThat(evolution.additions()).containsExactly("/data/mood");
    }

    private static void assertBreaks(Consumer<ObjectNode> change, String sentence) {
        ObjectNode changed = entered();
        change.accept(changed);
        assertThat(Evolution.of(entered(), changed).breaks())
                .singleElement()
                .asString()
                .startsWith(sentence);
    }

    private static ObjectNode entered() {
        return (ObjectNode) Contract.json(SCHEMAS.resolve("stage-entered.v1.json"));
    }

    private static ObjectNode data(JsonNode schema) {
        return (ObjectNode) schema.at("/properties/data/properties");
    }

    private static ObjectNode field(JsonNode schema, String name) {
        return (ObjectNode) data(schema).get(name);
    }

    /** Oldest first. */
    static List<Path> versions() {
        return Contract.names(PUBLISHED).stream().map(PUBLISHED::resolve).toList();
    }

    private static Stream<Path> files(Path version, String folder) {
        Path within = version.resolve(folder);
        return Contract.names(within).stream().map(within::resolve);
    }
}

package id.semai.journal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** The contract pack as it lies in the sources, and the judge of whether an event keeps to it. */
public final class Contract {

    static final Path PACK = Path.of("src/main/resources/contract");

    private static final String SCHEMAS = "urn:semai:schema:";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final Map<String, JsonSchema> READ = new ConcurrentHashMap<>();

    static {
        // It would warn that it does not know x-description-en.
        ((Logger) LoggerFactory.getLogger("com.networknt")).setLevel(Level.ERROR);
    }

    private Contract() {}

    /** Where the event breaks the schema that it names; an event that names none of the pack is refused outright. */
    public static List<String> faults(JsonNode event) {
        String named = event.path("dataschema").asText();
        assertThat(named).as("dataschema of %s", event).startsWith(SCHEMAS);
        return faults(named.substring(SCHEMAS.length()), event);
    }

    /** @param schema name and version: {@code stage-entered.v1} */
    static List<String> faults(String schema, JsonNode event) {
        return READ
                .computeIfAbsent(schema, name -> FACTORY.getSchema(json(PACK.resolve("schemas/" + name + ".json"))))
                .validate(event.toString(), InputFormat.JSON, context -> context.getExecutionConfig()
                        .setFormatAssertionsEnabled(true))
                .stream()
                .map(Object::toString)
                .toList();
    }

    /** The types of all events that the pack describes. */
    public static List<String> types() {
        return schemas().stream()
                .map(name -> json(PACK.resolve("schemas/" + name + ".json")))
                .map(schema -> schema.at("/properties/type/const").asText())
                .toList();
    }

    /** Name and version of each schema, in the order of the alphabet. */
    static List<String> schemas() {
        return names(PACK.resolve("schemas")).stream()
                .map(name -> name.replaceFirst("\\.json$", ""))
                .toList();
    }

    static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static JsonNode json(Path file) {
        return json(text(file));
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(text, failure);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

package id.semai.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Every operation of the engine's REST, as Camunda's OpenAPI file describes it. */
final class RestOperations {

    private static final List<String> QUERIES = List.of("sorting", "orQueries");

    private final JsonNode api;

    private RestOperations(JsonNode api) {
        this.api = api;
    }

    static List<RestOperation> all() {
        try (InputStream file = RestOperations.class.getResourceAsStream("/openapi.json")) {
            return new RestOperations(new ObjectMapper().readTree(file)).read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<RestOperation> read() {
        List<RestOperation> operations = new ArrayList<>();
        api.path("paths").fields().forEachRemaining(path -> path.getValue()
                .fields()
                .forEachRemaining(
                        method -> operations.add(operation(path.getKey(), method.getKey(), method.getValue()))));
        return operations;
    }

    private RestOperation operation(String path, String method, JsonNode operation) {
        Set<String> parameters = new LinkedHashSet<>();
        operation.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals("query")) {
                parameters.add(parameter.path("name").asText());
            }
        });
        Set<String> members = new LinkedHashSet<>();
        operation.path("requestBody").path("content").forEach(type -> addMembers(type.path("schema"), members));
        boolean writes = !method.equals("get") && !method.equals("options") && !isQuery(path, members);
        return new RestOperation(method.toUpperCase(Locale.ROOT), path, parameters, members, writes);
    }

    private static boolean isQuery(String path, Set<String> members) {
        return QUERIES.stream().anyMatch(members::contains) || path.matches("/filter/.*/(list|count|singleResult)");
    }

    private void addMembers(JsonNode schema, Set<String> members) {
        if (schema.has("$ref")) {
            addMembers(api.at(schema.path("$ref").asText().substring(1)), members);
        }
        schema.path("allOf").forEach(part -> addMembers(part, members));
        schema.path("properties").fieldNames().forEachRemaining(members::add);
    }

    /**
     * @param parameters names of what the query string takes
     * @param members of the body
     * @param writes false for what reads only
     */
    record RestOperation(String method, String path, Set<String> parameters, Set<String> members, boolean writes) {}
}

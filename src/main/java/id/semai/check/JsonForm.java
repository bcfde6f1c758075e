package id.semai.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.semai.rulebook.Report;
import id.semai.rulebook.Rule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A Camunda Form with the lines that its components begin on. */
record JsonForm(JsonNode root, List<Component> components) {

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(40)
                            .maxNumberLength(30)
                            .maxStringLength(20_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    record Component(JsonNode json, int line) {

        String text(String field) {
            return json.path(field).asText();
        }
    }

    /** Null if it cannot be read; the report says why. */
    static JsonForm read(byte[] content, Report report) {
        try {
            JsonNode root = JSON.readTree(content);
            if (root == null || !root.isObject()) {
                report.add(Rule.FORM_JSON, 1, null, null, "{…}");
                return null;
            }
            List<Component> components = new ArrayList<>();
            collect(root, lines(content), components, true);
            return new JsonForm(root, components);
        } catch (JsonProcessingException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
            report.add(Rule.FORM_JSON, Math.max(0, line), null, null, broken.getOriginalMessage());
        } catch (IOException broken) {
            report.add(Rule.FORM_JSON, 0, null, null, broken.getMessage());
        }
        return null;
    }

    /** Of every object, in the order of the file. */
    private static Iterator<Integer> lines(byte[] content) throws IOException {
        List<Integer> lines = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(content)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    lines.add(parser.currentTokenLocation().getLineNr());
                }
            }
        }
        return lines.iterator();
    }

    private static void collect(JsonNode node, Iterator<Integer> lines, List<Component> components, boolean isForm) {
        if (node.isObject()) {
            int line = lines.next();
            if (!isForm && node.has("type")) {
                components.add(new Component(node, line));
            }
        }
        node.forEach(child -> collect(child, lines, components, false));
    }

    String id() {
        return root.path("id").asText();
    }

    Set<String> keys() {
        return components.stream()
                .map(component -> component.text("key"))
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toSet());
    }
}

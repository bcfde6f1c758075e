package id.semai.forms;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The forms of processes/, what a task knows when it shows them, and their smallest valid payloads. */
class SampleForms {

    static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    private static final Path FOLDER = Path.of("processes");
    private static final Path PAYLOADS = Path.of("src/test/resources/forms/payloads");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Forms forms = new Forms();

    static List<String> designed() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".form"))
                    .map(name -> name.substring(0, name.length() - ".form".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> all() {
        return Stream.concat(designed().stream(), Stream.of("action-plan-rows", "lab-progress"))
                .toList();
    }

    static String text(String id) {
        return read(FOLDER.resolve(id + ".form"));
    }

    static JsonNode json(String id) {
        try {
            return JSON.readTree(text(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every component, those inside groups too. */
    static List<JsonNode> components(JsonNode form) {
        return form.findParents("type").stream()
                .filter(node -> node.has("id") && !node.has("schemaVersion"))
                .toList();
    }

    static Map<String, Object> payload(String id) {
        try {
            return JSON.readValue(
                    read(PAYLOADS.resolve(id + ".json")), new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Form form(String id) {
        return forms.embedded("embedded:/forms/" + id + ".html").orElseGet(() -> forms.parse(text(id)));
    }

    Map<String, Object> accept(String id, Map<String, Object> submitted) {
        return accept(id, submitted, known());
    }

    Map<String, Object> accept(String id, Map<String, Object> submitted, Map<String, Object> known) {
        return forms.accept(form(id), submitted, known, TODAY).values();
    }

    /** The smallest payload with some answers changed; a null takes its answer away. */
    Map<String, Object> acceptWith(String id, Map<String, Object> changes) {
        Map<String, Object> submitted = payload(id);
        submitted.putAll(changes);
        return accept(id, submitted);
    }

    static Map<String, Object> known() {
        Map<String, Object> known = new HashMap<>();
        List<Map<String, String>> units = List.of(
                Map.of("value", "dikbud", "label", "Dinas Pendidikan dan Kebudayaan"),
                Map.of("value", "sumbawa.alas", "label", "Kecamatan Alas"));
        known.put("unitOptions", units);
        known.put("openUnitOptions", units.subList(1, 2));
        known.put("suggestedInstrument", "decree");
        known.put("labPhase", "design");
        known.put("planRows", payload("action-plan-rows").get("planRows"));
        return known;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

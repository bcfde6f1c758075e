package id.semai.tasklist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** What Camunda ships of its web applications, with the single files in which ours take the place of theirs. */
public final class Shipped {

    private static final String ROOT = "/META-INF/resources/webjars/camunda/";

    private Shipped() {}

    public static String text(String file) {
        try (InputStream stream = Shipped.class.getResourceAsStream(ROOT + file)) {
            if (stream == null) {
                throw new IllegalArgumentException("nothing is shipped as " + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\uFEFF", "");
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /** The texts of a language by their place in its file, date formats and names of months too. */
    static Map<String, String> texts(String app, String language) {
        Map<String, String> texts = new TreeMap<>();
        JsonNode file = parse(text("app/" + app + "/locales/" + language + ".json"));
        collect("", file.path("dateLocales"), texts);
        collect("", file.path("labels"), texts);
        return texts;
    }

    /** The labels alone. */
    public static Map<String, String> labels(String app, String language) {
        Map<String, String> labels = new TreeMap<>();
        collect("", parse(text("app/" + app + "/locales/" + language + ".json")).path("labels"), labels);
        return labels;
    }

    private static void collect(String place, JsonNode node, Map<String, String> texts) {
        if (node.isValueNode()) {
            texts.put(place, node.asText());
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(place + "." + i, node.get(i), texts);
            }
        } else {
            node.properties().forEach(field -> collect(join(place, field.getKey()), field.getValue(), texts));
        }
    }

    private static String join(String place, String key) {
        return place.isEmpty() ? key : place + "." + key;
    }

    private static JsonNode parse(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

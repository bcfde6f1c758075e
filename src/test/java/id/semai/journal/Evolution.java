package id.semai.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What has changed between a schema as it was published and as it is now, beyond its wording. */
record Evolution(List<String> breaks, List<String> additions) {

    private static final Set<String> WORDING = Set.of("title", "description", "x-title-en", "x-description-en");

    static Evolution of(JsonNode published, JsonNode current) {
        Evolution evolution = new Evolution(new ArrayList<>(), new ArrayList<>());
        evolution.compare("", published, current);
        return evolution;
    }

    private void compare(String path, JsonNode published, JsonNode current) {
        Set<String> keywords = new TreeSet<>();
        published.fieldNames().forEachRemaining(keywords::add);
        current.fieldNames().forEachRemaining(keywords::add);
        keywords.removeAll(WORDING);
        keywords.remove("properties");
        for (String keyword : keywords) {
            JsonNode before = published.path(keyword);
            JsonNode after = current.path(keyword);
            if (!before.equals(after)) {
                breaks.add("%s: \"%s\" was %s and is %s".formatted(place(path), keyword, show(before), show(after)));
            }
        }
        compareFields(path, published.path("properties"), current.path("properties"));
    }

    private void compareFields(String path, JsonNode published, JsonNode current) {
        for (Map.Entry<String, JsonNode> field : published.properties()) {
            String name = path + "/" + field.getKey();
            if (current.has(field.getKey())) {
                compare(name, field.getValue(), current.get(field.getKey()));
            } else {
                breaks.add(name + ": was a field and is none");
            }
        }
        current.fieldNames().forEachRemaining(name -> {
            if (!published.has(name)) {
                additions.add(path + "/" + name);
            }
        });
    }

    private static String place(String path) {
        return path.isEmpty() ? "/" : path;
    }

    private static String show(JsonNode value) {
        return value instanceof MissingNode ? "absent" : value.toString();
    }
}

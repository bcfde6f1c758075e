package id.semai.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A form with its fields, those in groups too. */
final class FormParts {

    private static final Map<String, Aspect> MEMBERS = Map.ofEntries(
            Map.entry("type", Aspect.TYPE),
            Map.entry("label", Aspect.LABEL),
            Map.entry("dateLabel", Aspect.LABEL),
            Map.entry("timeLabel", Aspect.LABEL),
            Map.entry("text", Aspect.LABEL),
            Map.entry("key", Aspect.KEY),
            Map.entry("description", Aspect.DOCUMENTATION),
            Map.entry("values", Aspect.OPTIONS),
            Map.entry("valuesKey", Aspect.OPTIONS),
            Map.entry("id", Aspect.ID),
            Map.entry("validate.required", Aspect.REQUIRED),
            Map.entry("validate.minLength", Aspect.LIMIT),
            Map.entry("validate.maxLength", Aspect.LIMIT),
            Map.entry("validate.min", Aspect.LIMIT),
            Map.entry("validate.max", Aspect.LIMIT),
            Map.entry("decimalDigits", Aspect.LIMIT),
            Map.entry("conditional.hide", Aspect.HIDDEN_WHEN));

    private static final Map<String, String> LIMITS = Map.of(
            "minLength", "paling sedikit (huruf)",
            "maxLength", "paling banyak (huruf)",
            "min", "paling kecil",
            "max", "paling besar",
            "decimalDigits", "angka di belakang koma");

    private static final Set<String> FLATTENED = Set.of("validate", "conditional", "properties");

    private final Keys keys = new Keys();
    private final List<Part> parts = new ArrayList<>();

    private FormParts() {}

    static Inventory of(ObjectNode form) {
        FormParts reader = new FormParts();
        reader.read(form, null);
        return Inventory.of(reader.parts);
    }

    private String read(JsonNode node, String parent) {
        String key = parent == null ? keys.next("form", "", "") : keys.next(id(node), parent, "component");
        int position = parts.size();
        parts.add(null);
        Facets facets = new Facets();
        if (parent != null) {
            facets.add("parent", Facet.reference(Aspect.PARENT, List.of(parent), parent));
        }
        node.properties().forEach(member -> readMember(member.getKey(), member.getValue(), parent, facets));
        JsonNode components = node.path("components");
        if (isListOfParts(components)) {
            List<String> inOrder = new ArrayList<>();
            components.forEach(component -> inOrder.add(read(component, key)));
            facets.add("order", Facet.order(inOrder, String.join(", ", inOrder)));
        }
        String type = parent == null ? "form" : node.path("type").asText("field");
        String summary = facets.summary(Aspect.REQUIRED, Aspect.OPTIONS);
        parts.set(position, new Part(key, type, name(node), summary, position, facets.all()));
        return key;
    }

    private static String id(JsonNode node) {
        return node.path("id").isTextual() ? node.path("id").asText() : null;
    }

    private static boolean isListOfParts(JsonNode node) {
        boolean all = node.isArray();
        for (JsonNode component : node) {
            all &= component.isObject();
        }
        return all;
    }

    private static void readMember(String name, JsonNode value, String parent, Facets facets) {
        boolean isKey = name.equals("id") && parent != null && value.isTextual();
        if (isKey || (name.equals("components") && isListOfParts(value))) {
            return;
        }
        if (FLATTENED.contains(name) && value.isObject() && !value.isEmpty()) {
            value.properties()
                    .forEach(inner -> add(name + "." + inner.getKey(), inner.getKey(), inner.getValue(), facets));
        } else {
            add(name, name, value, facets);
        }
    }

    private static void add(String key, String name, JsonNode value, Facets facets) {
        Aspect aspect = MEMBERS.getOrDefault(key, Aspect.OTHER);
        facets.add(key, Facet.plain(aspect, FormEssence.canonical(value), words(aspect, name, value)));
    }

    private static String words(Aspect aspect, String name, JsonNode value) {
        String text = value.isValueNode() ? value.asText() : Wording.brief(FormEssence.canonical(value));
        return switch (aspect) {
            case LABEL -> Wording.quoted(text);
            case REQUIRED -> Wording.yesNo(text);
            case LIMIT -> LIMITS.getOrDefault(name, name) + " " + number(value, text);
            case OPTIONS -> value.isArray() ? options(value) : text;
            case OTHER -> name + " = " + text;
            case TYPE -> Wording.type(text);
            default -> text;
        };
    }

    private static String number(JsonNode value, String text) {
        return value.isNumber() ? value.decimalValue().toPlainString() : text;
    }

    private static String options(JsonNode values) {
        List<String> options = new ArrayList<>();
        values.forEach(value -> options.add(
                value.path("label").asText() + " (" + value.path("value").asText() + ")"));
        return String.join(", ", options);
    }

    private static String name(JsonNode node) {
        return List.of("label", "dateLabel", "timeLabel").stream()
                .map(label -> node.path(label).asText(null))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}

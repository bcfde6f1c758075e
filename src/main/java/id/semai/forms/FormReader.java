package id.semai.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a Camunda Form; what only form-js evaluates (texts, templates, layout) is passed over. */
final class FormReader {

    private static final Set<String> SHOWN =
            Set.of("text", "html", "image", "table", "separator", "spacer", "expression", "button");

    private final String id;
    private final List<Question> questions = new ArrayList<>();
    private final Set<String> shown = new HashSet<>();
    private final Set<String> lists = new HashSet<>();

    private FormReader(String id) {
        this.id = id;
    }

    static Form read(JsonNode form) {
        FormReader reader = new FormReader(form.path("id").asText());
        reader.readAll(form.path("components"), List.of());
        return new Form(reader.id, reader.questions, reader.shown, reader.lists);
    }

    private void readAll(JsonNode components, List<Feel> hides) {
        components.forEach(component -> read(component, hides));
    }

    private void read(JsonNode component, List<Feel> around) {
        String type = component.path("type").asText();
        List<Feel> hides = hides(component, around);
        if (type.equals("group")) {
            readAll(component.path("components"), hides);
        } else if (SHOWN.contains(type) || component.path("disabled").asBoolean() || isReadOnly(component)) {
            shown.add(component.path("id").asText());
            shown.add(component.path("key").asText());
        } else {
            boolean required = component.path("validate").path("required").asBoolean();
            questions.add(new Question(field(type, component), required, hides, rules(component)));
        }
    }

    private static boolean isReadOnly(JsonNode component) {
        return component.path("readonly").asBoolean();
    }

    private static List<Feel> hides(JsonNode component, List<Feel> around) {
        String hide = component.path("conditional").path("hide").asText();
        if (hide.isBlank()) {
            return around;
        }
        List<Feel> hides = new ArrayList<>(around);
        hides.add(new Feel(hide));
        return hides;
    }

    private Field field(String type, JsonNode component) {
        String key = component.path("key").asText();
        String label =
                component.path(type.equals("datetime") ? "dateLabel" : "label").asText(key);
        return switch (type) {
            case "textfield", "textarea" -> text(key, label, component.path("validate"));
            case "number" -> amount(key, label, component);
            case "datetime" -> new Day(key, label);
            case "checkbox" -> new Tick(key, label);
            case "radio", "select" -> new Choice(key, label, options(component));
            case "checklist", "taglist" -> new Choices(key, label, options(component));
            default ->
                throw new IllegalArgumentException(
                        "Form " + id + ": Tasklist cannot complete a form with " + key + " of type " + type);
        };
    }

    private static Text text(String key, String label, JsonNode validate) {
        return new Text(
                key,
                label,
                validate.path("minLength").asInt(0),
                validate.path("maxLength").asInt(Text.LONGEST));
    }

    private static Amount amount(String key, String label, JsonNode component) {
        JsonNode validate = component.path("validate");
        JsonNode digits = component.path("decimalDigits");
        boolean whole = digits.isNumber() && digits.asInt() == 0;
        return new Amount(key, label, whole, bound(validate.path("min")), bound(validate.path("max")));
    }

    private static BigDecimal bound(JsonNode bound) {
        return bound.isNumber() ? bound.decimalValue() : null;
    }

    private Options options(JsonNode component) {
        Set<String> fixed = new HashSet<>();
        component.path("values").forEach(value -> fixed.add(value.path("value").asText()));
        String variable = component.path("valuesKey").asText(null);
        if (variable != null) {
            lists.add(variable);
        }
        return new Options(fixed, variable, "unit".equals(property(component, "known")));
    }

    private static List<Rule> rules(JsonNode component) {
        List<Rule> rules = new ArrayList<>();
        String notBefore = property(component, "notBefore");
        if (notBefore != null) {
            rules.add(new Rule.NotBefore(notBefore, condition(component, "notBeforeIf")));
        }
        String oneOf = property(component, "oneOf");
        if (oneOf != null) {
            String sentence = component.path("properties").path("oneOfMessage").asText("Isi paling sedikit satu.");
            rules.add(new Rule.OneOf(keys(oneOf), condition(component, "oneOfIf"), sentence));
        }
        return rules;
    }

    private static List<String> keys(String commaSeparated) {
        return Arrays.stream(commaSeparated.split(",")).map(String::strip).toList();
    }

    private static Feel condition(JsonNode component, String property) {
        String expression = property(component, property);
        return expression == null ? null : new Feel(expression);
    }

    private static String property(JsonNode component, String name) {
        return component.path("properties").path(name).asText(null);
    }
}

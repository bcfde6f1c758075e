package id.semai.check;

import com.fasterxml.jackson.databind.JsonNode;
import id.semai.check.JsonForm.Component;
import id.semai.forms.FeelLimits;
import id.semai.forms.Forms;
import id.semai.rulebook.Report;
import id.semai.rulebook.Rule;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What Tasklist 7.24 (form-js 1.8.7) and the check of submissions ask of a form. */
final class FormRules {

    private static final Set<String> INPUTS = new TreeSet<>(Set.of(
            "textfield", "textarea", "number", "datetime", "checkbox", "radio", "select", "checklist", "taglist"));
    private static final Set<String> TEXTS = Set.of("textfield", "textarea");
    private static final Set<String> COMPONENTS = new TreeSet<>(
            Set.of("text", "html", "image", "table", "group", "separator", "spacer", "expression", "button"));
    private static final int NEWEST_SCHEMA = 16;
    private static final int LONGEST = 4000;

    static {
        COMPONENTS.addAll(INPUTS);
    }

    private FormRules() {}

    static void look(JsonForm form, byte[] content, Report report) {
        FileNames.check(form.id(), 1, report);
        head(form.root(), report);
        Set<String> ids = new HashSet<>();
        form.components().forEach(component -> component(component, ids, report));
        if (!report.hasErrors()) {
            ownRules(content, report);
        }
    }

    private static void head(JsonNode form, Report report) {
        String platform = form.path("executionPlatform").asText();
        String version = form.path("executionPlatformVersion").asText();
        if (!platform.equals("Camunda Platform") || !version.matches("7\\.(1[5-9]|2[0-4])\\.\\d+")) {
            report.add(Rule.FORM_PLATFORM, 1, null, null, platform + " " + version);
        }
        JsonNode schema = form.path("schemaVersion");
        if (!schema.isInt() || schema.asInt() < 1 || schema.asInt() > NEWEST_SCHEMA) {
            report.add(Rule.FORM_SCHEMA, 1, null, null, schema.asText());
        }
    }

    private static void component(Component component, Set<String> ids, Report report) {
        String type = component.text("type");
        String id = component.text("id");
        if (!COMPONENTS.contains(type)) {
            tell(Rule.FORM_COMPONENT, component, report, type, COMPONENTS);
        }
        if (!ids.add(id) || INPUTS.contains(type) && (id.isEmpty() || !id.equals(component.text("key")))) {
            tell(Rule.FORM_KEY, component, report, id);
        }
        String label = component.text(type.equals("datetime") ? "dateLabel" : "label");
        if (INPUTS.contains(type) && label.isBlank()) {
            tell(Rule.FORM_LABEL, component, report, id);
        }
        if (TEXTS.contains(type)) {
            length(component, report);
        }
        feel(component, report);
        component.json().path("properties").fields().forEachRemaining(property -> {
            if (!property.getValue().isTextual()) {
                tell(Rule.FORM_PROPERTY, component, report, property.getKey());
            }
        });
    }

    private static void feel(Component component, Report report) {
        JsonNode properties = component.json().path("properties");
        Stream.of(
                        component.json().path("conditional").path("hide"),
                        properties.path("notBeforeIf"),
                        properties.path("oneOfIf"))
                .map(condition -> FeelLimits.fault(condition.asText()))
                .filter(fault -> fault != null)
                .forEach(fault -> tell(Rule.FORM_RULE, component, report, fault));
    }

    private static void length(Component component, Report report) {
        JsonNode longest = component.json().path("validate").path("maxLength");
        if (!longest.canConvertToInt() || longest.asInt() < 1 || longest.asInt() > LONGEST) {
            tell(Rule.FORM_LENGTH, component, report, component.text("id"));
        }
    }

    private static void ownRules(byte[] content, Report report) {
        try {
            new Forms().parse(new String(content, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException unusable) {
            report.add(Rule.FORM_RULE, 1, null, null, unusable.getMessage());
        }
    }

    private static void tell(Rule rule, Component component, Report report, Object... words) {
        String id = component.text("id");
        String label = component.text("label");
        report.add(rule, component.line(), id.isEmpty() ? null : id, label.isEmpty() ? null : label, words);
    }
}

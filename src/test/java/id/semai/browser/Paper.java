package id.semai.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A Camunda Form on the screen, filled in by hand: fields are found by the key that the form's file gives them. */
class Paper {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter AS_TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Page page;
    private final JsonNode form;

    Paper(Page page, String form) {
        this.page = page;
        this.form = read(Path.of("processes", form + ".form"));
        page.locator(".fjs-form").waitFor();
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("form " + file + " is readable: " + Files.isReadable(file), e);
        }
    }

    /**
     * In the order of the form: an answer may show the fields that follow it. Then reads it over, as people do: the form
     * draws itself anew after each field, and may drop what is typed into the next one faster than any hand.
     */
    Paper fill(Map<String, Object> answers) {
        List<JsonNode> asked = fields(form)
                .filter(field -> answers.get(field.path("key").asText()) != null)
                .toList();
        asked.forEach(field -> fill(field, answers.get(field.path("key").asText())));
        Awaitility.await("the form to hold what is typed")
                .pollInSameThread()
                .pollDelay(Duration.ofMillis(100))
                .atMost(Duration.ofMinutes(1))
                .until(() -> asked.stream().filter(Paper::isTyped).allMatch(field -> holds(field, answers)));
        return this;
    }

    private static boolean isTyped(JsonNode field) {
        return List.of("textfield", "textarea", "number")
                .contains(field.path("type").asText());
    }

    private boolean holds(JsonNode field, Map<String, Object> answers) {
        String key = field.path("key").asText();
        String text = answers.get(key) instanceof Number number
                ? typed(number)
                : answers.get(key).toString();
        if (part(key).inputValue().equals(text)) {
            return true;
        }
        write(part(key), text);
        return false;
    }

    private static Stream<JsonNode> fields(JsonNode parent) {
        List<JsonNode> children = new ArrayList<>();
        parent.path("components").forEach(children::add);
        return children.stream()
                .flatMap(child -> child.has("components") ? fields(child) : Stream.of(child))
                .filter(child -> child.has("key"));
    }

    private void fill(JsonNode field, Object answer) {
        String key = field.path("key").asText();
        switch (field.path("type").asText()) {
            case "textfield", "textarea" -> write(part(key), answer.toString());
            case "number" -> write(part(key), typed((Number) answer));
            case "datetime" -> type(part(key + "-date"), LocalDate.parse(answer.toString()));
            case "checkbox" -> tick(part(key), (Boolean) answer);
            case "radio" -> part(key + "-" + place(field, answer)).check();
            case "checklist" ->
                ((List<?>) answer)
                        .forEach(each -> part(key + "-" + place(field, each)).check());
            case "select" -> select(key, place(field, answer));
            case "taglist" ->
                tags(key, ((List<?>) answer).stream().map(Object::toString).toList());
            default -> throw new IllegalArgumentException("cannot fill " + field);
        }
    }

    /** The form takes text a moment after the last key, or on leaving the field: leave it, as people do. */
    private static void write(Locator field, String text) {
        field.fill(text);
        field.blur();
    }

    /** Leaves the field before first: a sentence that goes with it moves the form below. */
    private static void tick(Locator box, boolean ticked) {
        box.focus();
        box.setChecked(ticked);
    }

    private static String typed(Number number) {
        return new BigDecimal(number.toString()).toPlainString();
    }

    private static void type(Locator field, LocalDate date) {
        field.fill(AS_TYPED.format(date));
        field.press("Enter");
        field.blur();
    }

    private static int place(JsonNode field, Object value) {
        for (int i = 0; i < field.path("values").size(); i++) {
            if (field.path("values").path(i).path("value").asText().equals(value)) {
                return i;
            }
        }
        throw new IllegalArgumentException(value + " is not offered by " + field);
    }

    private void select(String key, int place) {
        part(key + "-display").click();
        page.locator(".fjs-form-field-select .fjs-dropdownlist-item").nth(place).click();
        part(key).blur();
    }

    /** The fields that must be answered, are shown, and hold nothing yet. */
    List<String> unanswered() {
        return fields(form)
                .filter(field -> field.path("validate").path("required").asBoolean())
                .filter(this::isEmpty)
                .map(field -> field.path("key").asText())
                .toList();
    }

    private boolean isEmpty(JsonNode field) {
        String key = field.path("key").asText();
        return switch (field.path("type").asText()) {
            case "textfield", "textarea", "number" -> holdsNothing(part(key));
            case "datetime" -> holdsNothing(part(key + "-date"));
            case "radio", "checklist" ->
                part(key + "-0").count() > 0 && checked(key).count() == 0;
            case "select" ->
                part(key + "-display")
                                .and(page.locator(".fjs-select-placeholder"))
                                .count()
                        > 0;
            case "taglist" -> part(key).count() > 0 && tags(key).count() == 0;
            default -> false;
        };
    }

    private static boolean holdsNothing(Locator field) {
        return field.count() > 0 && field.inputValue().isEmpty();
    }

    private Locator checked(String key) {
        return page.locator("[id^='fjs-form-'][id*='-" + key + "-']:checked");
    }

    private Locator tags(String key) {
        return taglist(key).locator(".fjs-taglist-tag-remove");
    }

    private Locator taglist(String key) {
        return page.locator(".fjs-form-field-taglist").filter(new Locator.FilterOptions().setHas(part(key)));
    }

    /** What the form says is wrong with a field, beside it. */
    Locator sentence(String key) {
        return part(key + "-error-message");
    }

    /** Leaves only the given ones in a list of tags. */
    Paper tags(String key, List<String> labels) {
        for (int left = tags(key).count(); left > 0; left--) {
            tags(key).first().click();
        }
        for (String label : labels) {
            part(key).fill(label);
            taglist(key)
                    .locator(".fjs-dropdownlist-item")
                    .getByText(label)
                    .first()
                    .click();
        }
        part(key).blur();
        return this;
    }

    private Locator part(String id) {
        return page.locator("[id^='fjs-form-'][id$='-" + id + "']");
    }
}

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
            case "checkbox" -> part(key).setChecked((Boolean) answer);
            case "radio" -> part(key + "-" + place(field, answer)).check();
            case "checklist" ->
                ((List<?>) answer)
                        .forEach(each -> part(key + "-" + place(field, each)).check());
            case "select" -> select(key, place(field, answer));
            default -> throw new IllegalArgumentException("cannot fill " + field);
        }
    }

    /** The form takes text a moment after the last key, or on leaving the field: leave it, as people do. */
    private static void write(Locator field, String text) {
        field.fill(text);
        field.blur();
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

    /** Leaves only the given ones in a list of tags. */
    Paper tags(String key, List<String> labels) {
        Locator field = page.locator(".fjs-form-field-taglist").filter(new Locator.FilterOptions().setHas(part(key)));
        Locator removals = field.locator(".fjs-taglist-tag-remove");
        for (int left = removals.count(); left > 0; left--) {
            removals.first().click();
        }
        for (String label : labels) {
            part(key).fill(label);
            field.locator(".fjs-dropdownlist-item").getByText(label).first().click();
        }
        part(key).blur();
        return this;
    }

    private Locator part(String id) {
        return page.locator("[id^='fjs-form-'][id$='-" + id + "']");
    }
}

package id.semai.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Tasklist 7.24 (form-js 1.8.7) and our own rules ask of every file. */
class FormFilesTest {

    private static final Set<String> ALLOWED = Set.of(
            "textfield",
            "textarea",
            "number",
            "datetime",
            "checkbox",
            "radio",
            "select",
            "checklist",
            "taglist",
            "text",
            "html",
            "image",
            "table",
            "group",
            "separator",
            "spacer",
            "expression",
            "button");
    private static final Set<String> INPUTS = Set.of(
            "textfield", "textarea", "number", "datetime", "checkbox", "radio", "select", "checklist", "taglist");

    static List<String> forms() {
        return SampleForms.designed();
    }

    @Test
    void everyFormHasASmallestPayload() {
        assertThat(SampleForms.all()).hasSize(30).allSatisfy(id -> assertThat(SampleForms.payload(id))
                .isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void itSaysWhichFormItIsAndWhoCanShowIt(String id) {
        JsonNode form = SampleForms.json(id);
        assertThat(form.path("id").asText()).isEqualTo(id);
        assertThat(form.path("type").asText()).isEqualTo("default");
        assertThat(form.path("schemaVersion").asInt()).isEqualTo(16);
        assertThat(form.path("executionPlatform").asText()).isEqualTo("Camunda Platform");
        assertThat(form.path("executionPlatformVersion").asText()).isEqualTo("7.22.0");
        assertThat(form.path("exporter").path("name").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyComponentIsOneThatTasklistCanCompleteAFormWith(String id) {
        assertThat(SampleForms.components(SampleForms.json(id)))
                .isNotEmpty()
                .extracting(component -> component.path("type").asText())
                .isSubsetOf(ALLOWED);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void idsAreUniqueAndThoseOfFieldsAreTheirKeys(String id) {
        List<JsonNode> components = SampleForms.components(SampleForms.json(id));
        assertThat(components)
                .extracting(component -> component.path("id").asText())
                .doesNotHaveDuplicates();
        assertThat(components).filteredOn(FormFilesTest::isInput).allSatisfy(field -> assertThat(
                        field.path("key").asText())
                .isNotEmpty()
                .isEqualTo(field.path("id").asText()));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFieldHasALabel(String id) {
        assertThat(SampleForms.components(SampleForms.json(id)))
                .filteredOn(FormFilesTest::isInput)
                .allSatisfy(field -> assertThat(label(field)).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyTextSaysHowLongItMayBe(String id) {
        assertThat(SampleForms.components(SampleForms.json(id)))
                .filteredOn(field -> Set.of("textfield", "textarea")
                        .contains(field.path("type").asText()))
                .allSatisfy(field -> assertThat(
                                field.path("validate").path("maxLength").asInt())
                        .isBetween(1, 4000));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void customPropertiesAreTextsThatModelerCanEdit(String id) {
        assertThat(SampleForms.components(SampleForms.json(id)))
                .allSatisfy(
                        component -> assertThat(component.path("properties")).allMatch(JsonNode::isTextual));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void ourOwnRulesCanReadIt(String id) {
        List<JsonNode> fields = SampleForms.components(SampleForms.json(id)).stream()
                .filter(FormFilesTest::isInput)
                .toList();
        assertThat(new Forms().parse(SampleForms.text(id)).keys())
                .containsExactlyElementsOf(
                        fields.stream().map(field -> field.path("key").asText()).toList());
    }

    static boolean isInput(JsonNode component) {
        return INPUTS.contains(component.path("type").asText());
    }

    static String label(JsonNode field) {
        return field.path(field.path("type").asText().equals("datetime") ? "dateLabel" : "label")
                .asText();
    }
}

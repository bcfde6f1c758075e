package id.semai.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form, from its smallest valid payload to every nonsense in every one of its fields. */
class EveryFormTest {

    private final SampleForms forms = new SampleForms();

    static List<String> designed() {
        return SampleForms.designed();
    }

    static List<String> all() {
        return SampleForms.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void itsSmallestPayloadIsAcceptedAndEveryKeyWritten(String id) {
        Map<String, Object> submitted = SampleForms.payload(id);
        Map<String, Object> accepted = forms.accept(id, submitted);
        assertThat(accepted.keySet()).isEqualTo(forms.form(id).keys());
        submitted.forEach((key, value) -> {
            if (!(value instanceof List<?>)) {
                assertThat(accepted).containsEntry(key, value);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsAcceptedIsAcceptedAgain(String id) {
        Map<String, Object> accepted = forms.accept(id, SampleForms.payload(id));
        assertThat(forms.accept(id, accepted)).isEqualTo(accepted);
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothingAtAllIsRefused(String id) {
        assertThatExceptionOfType(RefusedSubmission.class).isThrownBy(() -> forms.accept(id, Map.of()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void aKeyOfAnotherFormIsRefused(String id) {
        refused(id, Map.of("unit", "dikbud"), "unit", "Isian «unit» tidak ada pada formulir ini.");
    }

    @ParameterizedTest
    @MethodSource("designed")
    void aShownTextThatIsSentBackIsPassedOver(String id) {
        for (JsonNode component : SampleForms.components(SampleForms.json(id))) {
            if (component.path("type").asText().equals("text")) {
                Map<String, Object> accepted =
                        forms.acceptWith(id, Map.of(component.path("id").asText(), "x"));
                assertThat(accepted).doesNotContainKey(component.path("id").asText());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("designed")
    void eachRequiredFieldIsMissedWhenAbsentNullOrBlank(String id) {
        for (JsonNode field : asked(id)) {
            if (field.path("validate").path("required").asBoolean()) {
                String sentence = "Isian «" + FormFilesTest.label(field) + "» wajib diisi.";
                refusedWith(id, field, null, sentence);
                refusedWith(id, field, "", sentence);
                if (isText(field)) {
                    refusedWith(id, field, " \n ", sentence);
                }
                if (isList(field)) {
                    refusedWith(id, field, List.of(), sentence);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("designed")
    void eachTextIsHeldToItsLengths(String id) {
        for (JsonNode field : asked(id)) {
            if (isText(field)) {
                int max = field.path("validate").path("maxLength").asInt();
                int min = field.path("validate").path("minLength").asInt();
                String label = FormFilesTest.label(field);
                assertThat(forms.acceptWith(id, Map.of(key(field), "é".repeat(max))))
                        .containsEntry(key(field), "é".repeat(max));
                assertThat(forms.acceptWith(id, Map.of(key(field), "😀".repeat(max))))
                        .containsEntry(key(field), "😀".repeat(max));
                refusedWith(
                        id,
                        field,
                        "x".repeat(max + 1),
                        "«" + label + "» paling banyak " + thousands(max) + " karakter.");
                refusedWith(
                        id,
                        field,
                        "x".repeat(10_000_000),
                        "«" + label + "» paling banyak " + thousands(max) + " karakter.");
                if (min > 0) {
                    refusedWith(id, field, "x".repeat(min - 1), "«" + label + "» paling sedikit " + min + " karakter.");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("designed")
    void eachTextIsATextThatCanBeStored(String id) {
        for (JsonNode field : asked(id)) {
            if (isText(field)) {
                String label = FormFilesTest.label(field);
                refusedWith(id, field, 5, "«" + label + "» harus berupa teks.");
                refusedWith(id, field, nested(5000), "«" + label + "» harus berupa teks.");
                refusedWith(id, field, "abc\u0000def", "«" + label + "» memuat karakter yang tidak dapat disimpan.");
                refusedWith(id, field, "abc\ud83ddef", "«" + label + "» memuat karakter yang tidak dapat disimpan.");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("designed")
    void eachChoiceIsOneOfTheOptions(String id) {
        for (JsonNode field : asked(id)) {
            String type = field.path("type").asText();
            if (type.equals("radio") || type.equals("select")) {
                refusedWith(id, field, "lain", unknown(field, "lain"));
                refusedWith(id, field, 7, unknown(field, "7"));
                refusedWith(id, field, nested(5000), unknown(field, ""));
                refusedWith(id, field, "x".repeat(10_000), unknown(field, "x".repeat(60) + "…"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("designed")
    void eachOfSeveralChoicesIsOneOfTheOptions(String id) {
        for (JsonNode field : asked(id)) {
            if (isList(field)) {
                refusedWith(id, field, List.of("lain"), unknown(field, "lain"));
                refusedWith(id, field, List.of(nested(5000)), unknown(field, ""));
                refusedWith(id, field, "lain", "«" + FormFilesTest.label(field) + "» harus berupa daftar.");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("designed")
    void eachNumberIsANumberWithinItsBounds(String id) {
        for (JsonNode field : asked(id)) {
            if (field.path("type").asText().equals("number")) {
                long min = field.path("validate").path("min").asLong();
                long max = field.path("validate").path("max").asLong();
                String sentence = "«" + FormFilesTest.label(field) + "» harus berupa angka " + thousands(min) + "–"
                        + thousands(max) + ".";
                assertThat(forms.acceptWith(id, Map.of(key(field), max))).containsKey(key(field));
                for (Object nonsense :
                        List.of(min - 1, max + 1, "5", Double.NaN, Double.POSITIVE_INFINITY, true, nested(5000))) {
                    refusedWith(id, field, nonsense, sentence);
                }
                if (field.path("decimalDigits").asInt(1) == 0) {
                    refusedWith(id, field, min + 0.5, sentence.replace("angka", "angka bulat"));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("designed")
    void eachDateIsADayOfTheCalendar(String id) {
        for (JsonNode field : asked(id)) {
            if (field.path("type").asText().equals("datetime")) {
                String sentence = "«" + FormFilesTest.label(field) + "» harus berupa tanggal dengan bentuk tttt-bb-hh.";
                for (Object nonsense : List.of("2026-02-30", "kemarin", "05-12-2026", "2026-12-5", 20261205, true)) {
                    refusedWith(id, field, nonsense, sentence);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("designed")
    void eachTickIsYesOrNoAndNoWhenUntouched(String id) {
        for (JsonNode field : asked(id)) {
            if (field.path("type").asText().equals("checkbox")) {
                refusedWith(id, field, "ya", "«" + FormFilesTest.label(field) + "» harus dicentang atau dikosongkan.");
                if (!SampleForms.payload(id).containsKey(key(field))) {
                    assertThat(forms.accept(id, SampleForms.payload(id))).containsEntry(key(field), false);
                }
            }
        }
    }

    /** The fields that the smallest payload leaves visible. */
    private List<JsonNode> asked(String id) {
        Answers answers = new Answers(List.of(), Map.of(), context(id), SampleForms.TODAY);
        List<JsonNode> asked = new ArrayList<>();
        for (JsonNode component : SampleForms.components(SampleForms.json(id))) {
            String hide = component.path("conditional").path("hide").asText();
            if (FormFilesTest.isInput(component) && (hide.isEmpty() || !answers.hold(new Feel(hide)))) {
                asked.add(component);
            }
        }
        return asked;
    }

    private static Map<String, Object> context(String id) {
        Map<String, Object> context = SampleForms.known();
        context.putAll(SampleForms.payload(id));
        return context;
    }

    private void refusedWith(String id, JsonNode field, Object value, String sentence) {
        Map<String, Object> change = new HashMap<>();
        change.put(key(field), value);
        refused(id, change, key(field), sentence);
    }

    private void refused(String id, Map<String, Object> changes, String field, String sentence) {
        assertThatExceptionOfType(RefusedSubmission.class)
                .as(field)
                .isThrownBy(() -> forms.acceptWith(id, changes))
                .withMessage(sentence)
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    private static String unknown(JsonNode field, String value) {
        return "unit".equals(field.path("properties").path("known").asText())
                ? "Perangkat daerah «" + value + "» tidak dikenal."
                : "Pilihan «" + value + "» tidak ada pada «" + FormFilesTest.label(field) + "».";
    }

    private static Object nested(int depth) {
        Object value = List.of();
        for (int i = 0; i < depth; i++) {
            value = i % 2 == 0 ? List.of(value) : Map.of("x", value);
        }
        return value;
    }

    private static String thousands(long number) {
        return String.format(Locale.GERMANY, "%,d", number);
    }

    private static String key(JsonNode field) {
        return field.path("key").asText();
    }

    private static boolean isText(JsonNode field) {
        return field.path("type").asText().startsWith("text");
    }

    private static boolean isList(JsonNode field) {
        return field.path("type").asText().endsWith("list");
    }
}

package id.semai.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our Indonesian beside the English that Camunda ships, label by label. */
class LocalesTest {

    /** What a label is filled in with, what moment fills in, and the marks of HTML. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}|%[sd]|\\bLT\\b|&lt;|&gt;|</?(?:a|br|strong)\\b[^>]*>");

    /** Written alike in both languages: names, signs, and words that Indonesian shares. */
    private static final Set<String> ALIKE = Set.of(
            "",
            "<",
            "<=",
            ">",
            ">=",
            "<null>",
            "Cockpit",
            "Optimize",
            "Diagram",
            "Filter",
            "Operator",
            "Label",
            "ID",
            "ID*",
            "April",
            "September",
            "November",
            "Jan",
            "Feb",
            "Mar",
            "Apr",
            "Jun",
            "Jul",
            "Sep",
            "Nov",
            "L",
            "DD/MM/YYYY",
            "D MMMM YYYY",
            "1",
            "4");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin"})
    void everyLabelIsThereAndNoOther(String app) {
        assertThat(Shipped.texts(app, "id").keySet())
                .isEqualTo(Shipped.texts(app, "en").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin"})
    void everyLabelKeepsWhatItIsFilledInWith(String app) {
        Map<String, String> ours = Shipped.texts(app, "id");
        assertThat(Shipped.texts(app, "en")).allSatisfy((key, english) -> assertThat(placeholders(key, ours.get(key)))
                .as("%s of %s: «%s» for «%s»", key, app, ours.get(key), english)
                .isEqualTo(placeholders(key, english)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin"})
    void noLabelIsLeftInEnglish(String app) {
        Map<String, String> english = Shipped.texts(app, "en");
        Map<String, String> left = new TreeMap<>(Shipped.texts(app, "id"));
        left.entrySet().removeIf(ours -> !ours.getValue().equals(english.get(ours.getKey())));
        assertThat(left).allSatisfy((key, text) -> assertThat(ALIKE).as(key).contains(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin"})
    void spacesAtTheEdgesStayBecauseTheyPartWords(String app) {
        Map<String, String> ours = Shipped.texts(app, "id");
        assertThat(Shipped.texts(app, "en"))
                .allSatisfy((key, english) ->
                        assertThat(ours.get(key).endsWith(" ")).as(key).isEqualTo(english.endsWith(" ")));
    }

    private static List<String> placeholders(String key, String text) {
        return PLACEHOLDER
                .matcher(key.startsWith("longDateFormat") ? "" : text)
                .results()
                .map(LocalesTest::name)
                .sorted()
                .toList();
    }

    private static String name(MatchResult found) {
        return found.group(1) == null ? found.group() : found.group(1);
    }
}

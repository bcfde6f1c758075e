package id.semai.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The English that form-js has built in, as Camunda ships it, and the sentences that we put in its place. */
class WordingTest {

    private static final String SENTENCE = "[A-Z][a-z']+([ .(].*)?|hh:mm.*|have at most.*|be an integer| of ";

    /** Names of the form editor, of FEEL and of keys, samples of the editor, and the mark that the licence protects. */
    private static final Set<String> NEVER_SAID_ON_A_FORM = Set.of(
            "Allow same origin",
            "Backspace",
            "Button",
            "Camera access",
            "Checkbox",
            "Checkbox group",
            "Context",
            "Date",
            "Date & Time",
            "Date time",
            "Delete",
            "Dominic Leaf",
            "Dynamic list",
            "Enter",
            "Erika Muller",
            "Escape",
            "Expression",
            "Feel",
            "Field",
            "Form",
            "Forms submission",
            "Geolocation",
            "Group",
            "Image view",
            "Input data",
            "John Doe",
            "Microphone access",
            "Name",
            "No options source defined in the form definition",
            "No timezone",
            "Number",
            "Open in fullscreen",
            "Open modal windows",
            "Open popups",
            "Powered by bpmn.io",
            "Radio group",
            "Root",
            "Script execution",
            "Separator",
            "Space",
            "Spacer",
            "Static",
            "Storage access by user",
            "Table",
            "Tag list",
            "Text area",
            "Text field",
            "Text view",
            "Time",
            "Top level navigation",
            "Value",
            "Value is expected to");

    @Test
    void everySentenceOfFormJsHasItsTranslation() {
        assertThat(said()).hasSizeGreaterThan(30).allSatisfy(sentence -> assertThat(known("IN_FORMS"))
                .as(sentence)
                .anyMatch(pattern -> pattern.matcher(sentence).find()));
    }

    @Test
    void noTranslationIsLeftOverFromAnotherVersion() {
        Set<String> said = said();
        said.add("dd/mm/yyyy");
        assertThat(known("IN_FORMS")).allSatisfy(pattern -> assertThat(said)
                .as("what is said like %s", pattern)
                .anyMatch(sentence -> pattern.matcher(sentence).find()));
    }

    @Test
    void noTranslationOfATemplateIsLeftOver() {
        String shipped = Stream.of("tasklist", "welcome", "admin")
                .map(app -> Shipped.text("app/" + app + "/camunda-" + app + "-bootstrap.js"))
                .reduce("", String::concat);
        assertThat(known("IN_PAGES")).hasSizeGreaterThan(10).allSatisfy(pattern -> assertThat(shipped)
                .containsPattern("[>\"]\\s*(\\\\n\\s*)*" + pattern.pattern().replaceAll("[\\^$]", "")));
    }

    @Test
    void everyCriterionOfAFilterHasItsTranslation() {
        String tasklist = Shipped.text("app/tasklist/camunda-tasklist-bootstrap.js");
        String criteria = tasklist.substring(
                tasklist.indexOf("\"E.g.: `${ now()"), tasklist.indexOf("{name:\"followUpBeforeOrNotExistent\"") + 90);
        List<String> said = Pattern.compile("(?:label|group|help):\"([^\"]+)\"|=\"((?:E\\.g|List)[^\"]+)\"")
                .matcher(criteria)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .filter(text -> !text.equals("ID"))
                .toList();
        assertThat(said).hasSizeGreaterThan(40).allSatisfy(text -> assertThat(known("IN_FILTERS"))
                .as(text)
                .anyMatch(pattern -> pattern.matcher(text).find()));
        assertThat(known("IN_FILTERS")).allSatisfy(pattern -> assertThat(said)
                .anyMatch(text -> pattern.matcher(text).find()));
    }

    /** The sentences of the table of this name, one a line. */
    private static List<Pattern> known(String table) {
        String script = Shipped.text("app/tasklist/scripts/indonesian.js");
        int start = script.indexOf("const " + table);
        return Pattern.compile("(?m)^ {2}\\[/(.+)/, ")
                .matcher(script.substring(start, script.indexOf("\n];", start)))
                .results()
                .map(line -> Pattern.compile(line.group(1)))
                .toList();
    }

    /** All texts of form-js that read like something said to people, with 7 for what is filled in. */
    private static Set<String> said() {
        String formJs = formJs();
        Set<String> said = new TreeSet<>();
        for (String quote : List.of("\"", "`")) {
            Pattern.compile("(?<!Error\\()(?=" + quote + "([^" + quote + "]{1,160})" + quote + ")")
                    .matcher(formJs)
                    .results()
                    .map(WordingTest::filledIn)
                    .filter(text -> text.matches(SENTENCE) && !text.matches(".*[{}=;].*"))
                    .map(WordingTest::whole)
                    .forEach(said::add);
        }
        said.removeAll(NEVER_SAID_ON_A_FORM);
        return said;
    }

    private static String filledIn(MatchResult text) {
        return text.group(1).replaceAll("\\$\\{[^}]*}", "7");
    }

    private static String whole(String text) {
        return text.matches("be an integer|have at most.*")
                ? "Value is expected to " + text.replace("digit7", "digits") + "."
                : text.strip();
    }

    private static String formJs() {
        String all = Shipped.text("lib/deps.js");
        int within = all.indexOf("\"Field is required.\"");
        return all.substring(all.lastIndexOf("\"use strict\"", within), all.indexOf("\"use strict\"", within));
    }
}

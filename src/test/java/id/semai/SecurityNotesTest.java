package id.semai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** SECURITY.md says only what is so. */
class SecurityNotesTest {

    private static final Pattern TEST = Pattern.compile("`((?:[a-z]+\\.)*[A-Z]\\w*(?:Test|IT))(?:#(\\w+))?`");
    private static final Pattern LOOKS_LIKE_A_TEST = Pattern.compile("\\w+(?:Test|IT)\\b");

    private static final Pattern KNOWS_THE_ENGINE = Pattern.compile("import (?:static )?org\\.camunda\\.");

    private final String notes = read("SECURITY.md");

    @Test
    void everyTestThatIsNamedExists() {
        assertThat(tests(notes)).hasSizeGreaterThan(20);
        for (MatchResult test : tests(notes).toList()) {
            assertThat(exists(test.group(1), test.group(2))).as(test.group()).isTrue();
        }
        assertThat(notes.lines()
                        .flatMap(line -> LOOKS_LIKE_A_TEST.matcher(line).results())
                        .count())
                .as("names of tests outside of `…`")
                .isEqualTo(tests(notes).count());
    }

    @Test
    void everyKnownHoleAndEveryAttackNamesATest() {
        List<String> rows = rows("## Known holes without a fix", "## Attacks");
        assertThat(rows).hasSizeGreaterThan(5).allSatisfy(row -> {
            assertThat(row).containsPattern("CVE-\\d{4}-\\d{4,}");
            assertThat(tests(row)).as(row).isNotEmpty();
        });
        assertThat(rows("## Attacks", "## When the engine"))
                .hasSizeGreaterThan(15)
                .allSatisfy(row -> assertThat(tests(row)).as(row).isNotEmpty());
    }

    /** The last column names the test that takes the layers away, or says why that would show nothing. */
    @Test
    void everyAttackIsShownToSucceedWithoutItsLayersOrItIsSaidWhyNot() {
        assertThat(rows("## Attacks", "## When the engine"))
                .hasSizeGreaterThan(15)
                .allSatisfy(row -> {
                    String[] columns = row.split(" \\| ");
                    assertThat(columns).as(row).hasSize(4);
                    assertThat(tests(columns[3]).findAny().isPresent()
                                    || columns[3].startsWith("not tried: ") && columns[3].length() > 60)
                            .as(row)
                            .isTrue();
                });
    }

    /** Each as a property or as the version of the parent. */
    @Test
    void theVersionsAreThoseOfTheBuild() {
        String build = read("pom.xml");
        assertThat(rows("## Versions", "## Known holes")).hasSizeGreaterThan(5).allSatisfy(row -> assertThat(build)
                .contains(">" + row.split("\\|")[2].strip() + "<"));
    }

    @Test
    void theseFeaturesKnowTheEngineAndNoOthers() {
        assertThat(rows("### What would have to change", "## End"))
                .extracting(row -> row.split("\\|")[1].strip().replace("`", ""))
                .containsExactlyInAnyOrderElementsOf(featuresThatKnowTheEngine());
    }

    private static List<String> featuresThatKnowTheEngine() {
        Path features = Path.of("src/main/java/id/semai");
        try (Stream<Path> files = Files.walk(features)) {
            return files.filter(Files::isRegularFile)
                    .filter(file ->
                            KNOWS_THE_ENGINE.matcher(read(file.toString())).find())
                    .map(file -> features.relativize(file).getName(0).toString())
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean exists(String test, String method) {
        try {
            Class<?> found = Class.forName("id.semai." + test, false, SecurityNotesTest.class.getClassLoader());
            return method == null
                    || Arrays.stream(found.getDeclaredMethods())
                            .map(Method::getName)
                            .anyMatch(method::equals);
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static Stream<MatchResult> tests(String text) {
        return TEST.matcher(text).results();
    }

    /** The rows of the table between two headings, without its head. */
    private List<String> rows(String from, String to) {
        String part =
                (notes + "\n## End").split(Pattern.quote("\n" + from), 2)[1].split(Pattern.quote("\n" + to), 2)[0];
        return part.lines().filter(line -> line.startsWith("|")).skip(2).toList();
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

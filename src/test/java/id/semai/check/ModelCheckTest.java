package id.semai.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule finds what it is there for, and nothing else is found. */
class ModelCheckTest {

    static Stream<Rule> rules() {
        return Arrays.stream(Rule.values()).filter(rule -> rule.example() != null);
    }

    @Test
    void nothingIsWrongWithTheShippedFolder() {
        assertThat(Models.CHECK.check(Models.shipped())).isEmpty();
    }

    @Test
    void nothingIsWrongWithTheGoodExamples() {
        Map<String, byte[]> folder = Examples.folder();
        assertThat(Models.CHECK.check(folder)).isEmpty();
        assertThat(rules()).allMatch(rule -> rule.example().isFoundIn(folder));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aBadExampleBreaksExactlyItsRule(Rule rule) {
        List<Finding> findings = Models.CHECK.check(rule.example().broken(Examples.folder()));
        assertThat(findings).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.rule()).as(finding.toString()).isEqualTo(rule.code());
            assertThat(finding.severity()).isEqualTo(rule.severity());
            assertThat(finding.file()).isEqualTo(fileOf(rule.example()));
        });
    }

    @ParameterizedTest
    @MethodSource("rules")
    void itIsSaidInEnglishToo(Rule rule) {
        Map<String, byte[]> broken = rule.example().broken(Examples.folder());
        assertThat(Models.CHECK.check(broken, Map.of(), Language.EN))
                .extracting(Finding::message)
                .isNotEmpty()
                .noneMatch(sentence -> sentence.contains("%"));
        assertThat(Models.CHECK.check(broken))
                .extracting(Finding::message)
                .noneMatch(sentence -> sentence.matches(".*(%|: (use|remove|mend|name)\\b).*"));
    }

    private static String fileOf(Example example) {
        return example.kind() == Example.Kind.TEXT ? example.file() : example.bad();
    }
}

package id.semai.check;

import static org.assertj.core.api.Assertions.assertThat;

import id.semai.rulebook.Broken;
import id.semai.rulebook.Finding;
import id.semai.rulebook.Language;
import id.semai.rulebook.Rule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule finds what it is there for, and nothing else is found. */
class ModelCheckTest {

    static Stream<Rule> rules() {
        return Broken.rules();
    }

    @Test
    void nothingIsWrongWithTheShippedFolder() {
        assertThat(Models.CHECK.check(Models.shipped())).isEmpty();
    }

    @Test
    void nothingIsWrongWithTheGoodExamples() {
        assertThat(Models.CHECK.check(Broken.nothing())).isEmpty();
        assertThat(rules()).allMatch(Broken::goodIsThere);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aBadExampleBreaksExactlyItsRule(Rule rule) {
        List<Finding> findings = Models.CHECK.check(Broken.folder(rule));
        assertThat(findings).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.rule()).as(finding.toString()).isEqualTo(rule.code());
            assertThat(finding.severity()).isEqualTo(rule.severity());
            assertThat(finding.file()).isEqualTo(Broken.file(rule));
        });
    }

    @ParameterizedTest
    @MethodSource("rules")
    void itIsSaidInEnglishToo(Rule rule) {
        Map<String, byte[]> broken = Broken.folder(rule);
        assertThat(Models.CHECK.check(broken, Map.of(), Language.EN))
                .extracting(Finding::message)
                .isNotEmpty()
                .noneMatch(sentence -> sentence.contains("%"));
        assertThat(Models.CHECK.check(broken))
                .extracting(Finding::message)
                .noneMatch(sentence -> sentence.matches(".*(%|: (use|remove|mend|name)\\b).*"));
    }
}

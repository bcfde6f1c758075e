package id.semai.rulebook;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A rule as people read it.
 *
 * @param sentence what is said of a file that breaks it, with dots for what was found
 * @param wrong what breaks it; null where nothing that could be written down does
 * @param right the same as it should be; null likewise
 */
public record ExplainedRule(String code, String severity, String sentence, String wrong, String right) {

    private static final Object[] PLACES = {"…", "…", "…"};
    private static final int LONGEST = 400;

    /** In Indonesian, in the order in which a file is looked through. */
    public static List<ExplainedRule> all() {
        return all(Language.ID);
    }

    public static List<ExplainedRule> all(Language language) {
        return Arrays.stream(Rule.values()).map(rule -> of(rule, language)).toList();
    }

    private static ExplainedRule of(Rule rule, Language language) {
        Example example = rule.example();
        return new ExplainedRule(
                rule.code(),
                rule.severity().in(language),
                String.format(Locale.ROOT, rule.sentence(language), PLACES),
                example == null ? null : shown(example.bad()),
                example == null ? null : shown(example.good()));
    }

    private static String shown(String text) {
        String shown = text.isBlank() ? "–" : text.strip();
        return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + "…";
    }
}

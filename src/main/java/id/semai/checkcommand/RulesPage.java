package id.semai.checkcommand;

import id.semai.rulebook.ExplainedRule;
import id.semai.rulebook.Language;

/** All rules with a bad and a good example, for a terminal. */
final class RulesPage {

    private RulesPage() {}

    static String in(Language language) {
        StringBuilder page = new StringBuilder();
        ExplainedRule.all(language).forEach(rule -> add(rule, language, page));
        return page.toString();
    }

    private static void add(ExplainedRule rule, Language language, StringBuilder page) {
        boolean english = language == Language.EN;
        page.append(rule.code()).append(" (").append(rule.severity()).append(")\n");
        page.append("  ").append(rule.sentence()).append('\n');
        example(english ? "wrong" : "salah", rule.wrong(), page);
        example(english ? "right" : "benar", rule.right(), page);
        page.append('\n');
    }

    private static void example(String title, String text, StringBuilder page) {
        if (text != null) {
            page.append("  ")
                    .append(title)
                    .append(": ")
                    .append(text.replace("\n", "\n         "))
                    .append('\n');
        }
    }
}

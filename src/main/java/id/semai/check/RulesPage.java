package id.semai.check;

import java.util.Arrays;

/** All rules with a bad and a good example, from the table that the check itself uses. */
final class RulesPage {

    private RulesPage() {}

    static String in(Language language) {
        StringBuilder page = new StringBuilder();
        Arrays.stream(Rule.values()).forEach(rule -> add(rule, language, page));
        return page.toString();
    }

    private static void add(Rule rule, Language language, StringBuilder page) {
        Object[] places = new Object[] {"…", "…", "…"};
        page.append(rule.code())
                .append(" (")
                .append(Words.of(rule.severity(), language))
                .append(")\n");
        page.append("  ").append(rule.sentence(language).formatted(places)).append('\n');
        if (rule.example() != null) {
            add(rule.example(), language, page);
        }
        page.append('\n');
    }

    private static void add(Example example, Language language, StringBuilder page) {
        boolean english = language == Language.EN;
        example(english ? "wrong" : "salah", example.bad(), page);
        example(english ? "right" : "benar", example.good(), page);
    }

    private static void example(String title, String text, StringBuilder page) {
        String shown = text.isBlank() ? "–" : text.strip();
        page.append("  ").append(title).append(": ").append(clipped(shown)).append('\n');
    }

    private static String clipped(String text) {
        return text.length() <= 400 ? text.replace("\n", "\n         ") : text.substring(0, 400) + "…";
    }
}

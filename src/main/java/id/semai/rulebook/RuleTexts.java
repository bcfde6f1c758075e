package id.semai.rulebook;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

/** What the rules say, and how each is broken. */
final class RuleTexts {

    private static final String FILE = "/check/rules.properties";
    private static final Properties TEXTS = read();

    private RuleTexts() {}

    static String sentence(String rule, Language language) {
        String sentence = TEXTS.getProperty(rule + "." + language.name().toLowerCase(Locale.ROOT));
        if (sentence == null) {
            throw new IllegalStateException("Nothing is said of the rule " + rule + " in " + FILE);
        }
        return sentence;
    }

    /** Null where there is none. */
    static Example example(String rule) {
        String good = TEXTS.getProperty(rule + ".good");
        String bad = TEXTS.getProperty(rule + ".bad");
        if (good == null || bad == null) {
            return null;
        }
        return switch (TEXTS.getProperty(rule + ".kind", "text")) {
            case "name" -> Example.named(good, bad);
            case "extra" -> Example.extra(good, bad);
            default -> Example.in(TEXTS.getProperty(rule + ".file", "contoh.bpmn"), good, bad);
        };
    }

    private static Properties read() {
        Properties texts = new Properties();
        try (Reader file = new InputStreamReader(RuleTexts.class.getResourceAsStream(FILE), StandardCharsets.UTF_8)) {
            texts.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE, unreadable);
        }
        return texts;
    }
}

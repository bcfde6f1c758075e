package id.semai.checkcommand;

import id.semai.rulebook.Language;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What was typed behind the word {@code check}. */
record CheckOrder(
        List<Path> paths, List<String> settings, Language language, boolean json, boolean rules, boolean help) {

    /** @throws IllegalArgumentException with the sentence that the person at the terminal reads */
    static CheckOrder parse(List<String> words) {
        List<Path> paths = new ArrayList<>();
        List<String> settings = new ArrayList<>();
        String language = "id";
        String format = "text";
        boolean rules = false;
        boolean help = false;
        for (int next = 0; next < words.size(); next++) {
            String word = words.get(next);
            String name = word.replaceFirst("=.*", "");
            switch (name) {
                case "--lang" -> language = word.contains("=") ? value(word) : valueAt(++next, words, name);
                case "--format" -> format = word.contains("=") ? value(word) : valueAt(++next, words, name);
                case "--rules" -> rules = true;
                case "--help", "-h" -> help = true;
                default -> {
                    if (word.startsWith("-")) {
                        settings.add(setting(word));
                    } else {
                        paths.add(path(word));
                    }
                }
            }
        }
        return new CheckOrder(
                paths,
                settings,
                one(language, "--lang", "en").equals("en") ? Language.EN : Language.ID,
                one(format, "--format", "json").equals("json"),
                rules,
                help);
    }

    private static String setting(String word) {
        if (!word.matches("--[\\w-]+(\\.[\\w-]+)+=.*")) {
            throw new IllegalArgumentException(
                    "«" + word + "» tidak dikenal: tambahkan --help untuk melihat pilihannya.");
        }
        return word;
    }

    private static String value(String word) {
        return word.substring(word.indexOf('=') + 1);
    }

    private static String valueAt(int next, List<String> words, String name) {
        if (next >= words.size()) {
            throw new IllegalArgumentException(name + " memerlukan nilai: " + name + " <nilai>.");
        }
        return words.get(next);
    }

    private static String one(String given, String option, String other) {
        String usual = option.equals("--lang") ? "id" : "text";
        if (!given.equals(usual) && !given.equals(other)) {
            throw new IllegalArgumentException(
                    option + " " + given + " tidak dikenal: yang ada " + usual + " dan " + other + ".");
        }
        return given;
    }

    private static Path path(String word) {
        try {
            return Path.of(word);
        } catch (InvalidPathException wrong) {
            throw new IllegalArgumentException("«" + word + "» bukan nama folder atau berkas.", wrong);
        }
    }
}

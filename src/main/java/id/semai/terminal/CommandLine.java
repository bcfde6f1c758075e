package id.semai.terminal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was typed behind a command's word.
 *
 * @param values of the options that take one, in the order they were given
 * @param flags the options without a value that were given
 * @param settings what belongs to Spring: {@code --name.with.dots=value}
 */
public record CommandLine(Map<String, List<String>> values, Set<String> flags, List<String> settings) {

    /** @throws CommandFailure naming what the command does not know */
    public static CommandLine parse(List<String> words, Set<String> withValue, Set<String> withoutValue) {
        CommandLine parsed = new CommandLine(new HashMap<>(), new HashSet<>(), new ArrayList<>());
        for (int next = 0; next < words.size(); next++) {
            String word = words.get(next);
            String name = word.replaceFirst("=.*", "").replaceFirst("^--", "");
            if (word.startsWith("--") && name.contains(".") && word.contains("=")) {
                parsed.settings.add(word);
            } else if (word.startsWith("--") && withoutValue.contains(name) && !word.contains("=")) {
                parsed.flags.add(name);
            } else if (word.startsWith("--") && withValue.contains(name)) {
                String value =
                        word.contains("=") ? word.substring(word.indexOf('=') + 1) : valueAt(++next, words, name);
                parsed.values.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
            } else {
                throw new CommandFailure("«" + word + "» tidak dikenal: tambahkan --help untuk melihat pilihannya.");
            }
        }
        return parsed;
    }

    public boolean has(String flag) {
        return flags.contains(flag);
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Null if it was not given. */
    public String one(String name) {
        List<String> given = all(name);
        if (given.size() > 1) {
            throw new CommandFailure("--" + name + " diberikan " + given.size() + " kali: berikan sekali saja.");
        }
        return given.isEmpty() ? null : given.get(0);
    }

    private static String valueAt(int next, List<String> words, String name) {
        if (next >= words.size() || words.get(next).startsWith("--")) {
            throw new CommandFailure("--" + name + " memerlukan nilai: --" + name + " <nilai>.");
        }
        return words.get(next);
    }
}

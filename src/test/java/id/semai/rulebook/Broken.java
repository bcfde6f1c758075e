package id.semai.rulebook;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/** The small folder of examples, sound or with a rule broken in it. */
public final class Broken {

    private Broken() {}

    /** Those that have an example. */
    public static Stream<Rule> rules() {
        return Arrays.stream(Rule.values()).filter(rule -> rule.example() != null);
    }

    public static Map<String, byte[]> nothing() {
        return Examples.folder();
    }

    public static Map<String, byte[]> folder(Rule broken) {
        return broken.example().broken(Examples.folder());
    }

    /** The file in which the rule is broken. */
    public static String file(Rule broken) {
        Example example = broken.example();
        return example.kind() == Example.Kind.TEXT ? example.file() : example.bad();
    }

    /** Whether the sound folder holds what the example shows as good. */
    public static boolean goodIsThere(Rule rule) {
        return rule.example().isFoundIn(Examples.folder());
    }
}

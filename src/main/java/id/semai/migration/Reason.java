package id.semai.migration;

import java.util.function.Predicate;

/**
 * Why somebody should look before running instances move, or why those at this place do not.
 *
 * @param rule kebab-case code
 * @param sentence Indonesian, for administrators
 */
public record Reason(Effect effect, String rule, String sentence) {

    /** Where nobody has looked, whatever is to be looked at is an obstacle. */
    static final Predicate<Reason> ANY = reason -> true;

    static Reason stays(String rule, String sentence, Object... values) {
        return new Reason(Effect.STAYS, rule, sentence.formatted(values));
    }

    static Reason look(String rule, String sentence, Object... values) {
        return new Reason(Effect.LOOK, rule, sentence.formatted(values));
    }

    boolean blocks() {
        return effect == Effect.STAYS;
    }

    /** What a reason means for the instances at its place. */
    public enum Effect {
        /** They stay on their version. */
        STAYS,
        /** They move, and something about them changes. */
        LOOK
    }
}

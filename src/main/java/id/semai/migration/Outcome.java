package id.semai.migration;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What became of one instance.
 *
 * @param reason null where there is nothing to say
 */
record Outcome(State state, String reason) {

    static final Outcome MOVED = new Outcome(State.MOVED, null);
    static final Outcome ENDED = new Outcome(State.ENDED, "Sudah selesai sebelum gilirannya.");

    static Outcome stays(List<String> reasons) {
        return new Outcome(State.STAYS, String.join(" ", reasons));
    }

    /** As the database has it. */
    enum State {
        WAITING,
        MOVED,
        STAYS,
        ENDED,
        FAILED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static boolean isKnown(String code) {
            return Arrays.stream(values()).anyMatch(state -> state.code().equals(code));
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}

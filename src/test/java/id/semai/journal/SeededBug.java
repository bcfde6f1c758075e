package id.semai.journal;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Mistakes that others have made, each made here on purpose to see that the chaos proof catches it. */
public enum SeededBug {
    CURSOR_ON_ID,
    ORDER_BY_TRANSACTION_ID,
    DELETE_BEFORE_ACK,
    NO_FENCING,
    JOURNAL_OUTSIDE_TRANSACTION,
    SEQUENCE_WITHOUT_LOCK,
    STATE_BY_STALE_NODE,
    NO_EPOCH_CHECK,
    MARK_BEFORE_FENCE,
    UNSTABLE_MARK_READ,
    RESEND_AFTER_UNKNOWN_COMMIT;

    /** As {@code -Dchaos.bug=} names it: {@code cursor-on-id}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Null for an empty code. */
    public static SeededBug of(String code) {
        if (code.isEmpty()) {
            return null;
        }
        return Arrays.stream(values())
                .filter(bug -> bug.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No seeded bug \"%s\"; there are: all, %s"
                        .formatted(
                                code,
                                Arrays.stream(values()).map(SeededBug::code).collect(Collectors.joining(", ")))));
    }
}

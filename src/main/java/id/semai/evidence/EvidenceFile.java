package id.semai.evidence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * What is known of a file, without what it holds.
 *
 * @param task in whose form it was attached; the task may be done by now
 * @param about the row of the action plan that it proves; null for all that the form says
 * @param size in bytes
 * @param sha256 of what it holds, 64 hexadecimal digits
 * @param person the account that attached it
 * @param keeper the account that may take it back: the same, or whoever the task was handed over to
 */
public record EvidenceFile(
        UUID id,
        String innovation,
        String task,
        String taskName,
        String about,
        String name,
        FileType type,
        int size,
        String sha256,
        String person,
        String keeper,
        Instant addedAt) {

    private static final int KILO = 1_000;
    private static final int MEGA = 1_000_000;
    private static final Locale INDONESIAN = Locale.forLanguageTag("id-ID");

    /** The size as people read it. */
    public String extent() {
        return size < MEGA / 10 ? in(KILO, 0) + " kB" : in(MEGA, 1) + " MB";
    }

    private String in(int unit, int places) {
        return NumberFormat.getInstance(INDONESIAN)
                .format(BigDecimal.valueOf(size).divide(BigDecimal.valueOf(unit), places, RoundingMode.UP));
    }
}

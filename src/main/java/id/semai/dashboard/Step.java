package id.semai.dashboard;

import java.time.Instant;
import java.util.Objects;

/**
 * One event of an innovation, as the topic told it. There are a million of them in the country, so texts are shared
 * and times are milliseconds.
 *
 * @param sequence its place in the journey, from 1
 * @param type the CloudEvents type, also of what is not known
 * @param at business time, milliseconds since 1970
 * @param stage code; null for what concerns the whole journey
 * @param visit 1 when a stage is entered for the first time, 2 after a return …; 0 without a stage
 * @param dueAt milliseconds since 1970, 0 without a deadline; of an entered stage
 * @param outcome code; of a stage that was completed and of a journey that has finished, else null
 * @param reason code; null when nothing asked for one
 */
public record Step(
        int sequence,
        Happening what,
        String type,
        long at,
        String stage,
        int visit,
        long dueAt,
        String outcome,
        String reason,
        String processKey,
        int processVersion) {

    public Step {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(type, "type");
        if (sequence < 1) {
            throw new IllegalArgumentException("A step of sequence " + sequence);
        }
    }

    public Instant time() {
        return Instant.ofEpochMilli(at);
    }

    /** Whether the stage has been left by this step. */
    public boolean leaves() {
        return what == Happening.COMPLETED || what == Happening.CANCELLED;
    }
}

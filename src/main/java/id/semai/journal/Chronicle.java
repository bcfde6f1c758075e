package id.semai.journal;

import java.time.Instant;
import java.util.List;

/**
 * What was told of one innovation, read back: its journey's beginning, its stays in stages in the order of entering, and
 * its end. Outcomes and reasons are in the words people read, or the model's own code where there are none.
 *
 * @param finishedAt null while it goes on, as are outcome and reason
 */
public record Chronicle(Instant startedAt, List<Stay> stays, Instant finishedAt, String outcome, String reason) {

    /** The stays that have not ended, outermost first. */
    public List<Stay> open() {
        return stays.stream().filter(stay -> stay.leftAt() == null).toList();
    }

    /**
     * @param visit 1, and 2, 3 … after a return
     * @param dueAt null without a deadline
     * @param leftAt null while it lasts, as are outcome and reason
     * @param cancelled whether it was broken off
     */
    public record Stay(
            String stage,
            String name,
            int visit,
            Instant enteredAt,
            Instant dueAt,
            Instant leftAt,
            boolean overdue,
            boolean cancelled,
            String outcome,
            String reason) {

        Stay late() {
            return new Stay(stage, name, visit, enteredAt, dueAt, leftAt, true, cancelled, outcome, reason);
        }

        Stay left(Instant at, boolean broken, String how, String why) {
            return new Stay(stage, name, visit, enteredAt, dueAt, at, overdue, broken, how, why);
        }
    }
}

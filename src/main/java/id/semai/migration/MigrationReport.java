package id.semai.migration;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * How far a migration has come, and what became of each instance.
 *
 * @param state running, paused or done
 * @param orderedBy account; null for Semai itself
 * @param finishedAt null until it is done
 * @param rows one page of the instances
 * @param next what to ask for as {@code after} for the next page; null after the last one
 */
public record MigrationReport(
        UUID id,
        String process,
        int fromVersion,
        int toVersion,
        String state,
        String orderedBy,
        Instant orderedAt,
        Instant finishedAt,
        int waiting,
        int moved,
        int stays,
        int ended,
        int failed,
        List<Row> rows,
        String next) {

    /**
     * @param innovation null for an instance that belongs to none
     * @param state waiting, moved, stays, ended or failed
     * @param reason why it stays, failed, or waits for another try; null where there is nothing to say
     * @param tries how often it was tried in vain
     */
    public record Row(String instance, String innovation, String state, String reason, int tries, Instant settledAt) {}
}

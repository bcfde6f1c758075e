package id.semai.stage;

import java.util.Objects;

/**
 * A running innovation goes on by another version of one of its processes. The stages it is in stay as they are.
 *
 * @param innovationId the business key of its journey
 * @param processKey id of the process that was exchanged: the journey's own, or one that it calls
 * @param toVersion may be the lower one, after a rollback
 */
public record JourneyMigration(String innovationId, String processKey, int fromVersion, int toVersion) {

    public JourneyMigration {
        Objects.requireNonNull(innovationId, "innovationId");
        Objects.requireNonNull(processKey, "processKey of " + innovationId);
        if (fromVersion < 1 || toVersion < 1 || fromVersion == toVersion) {
            throw new IllegalArgumentException("Innovation %s cannot migrate from version %d of %s to version %d"
                    .formatted(innovationId, fromVersion, processKey, toVersion));
        }
    }
}

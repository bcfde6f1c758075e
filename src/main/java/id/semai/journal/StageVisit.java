package id.semai.journal;

import java.time.Duration;
import java.time.Instant;

/**
 * One stay of an innovation in a stage.
 *
 * @param dueAt null when the stage has no deadline
 * @param leftAt null while it is open
 * @param previousStage the stage left last before this one was entered; null for the first
 */
record StageVisit(int number, Instant enteredAt, Instant dueAt, Instant leftAt, String previousStage) {

    /** Null while it is open. */
    Long durationSeconds() {
        return leftAt == null ? null : Duration.between(enteredAt, leftAt).toSeconds();
    }
}

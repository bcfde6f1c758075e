package id.semai.journal;

import java.time.Duration;
import java.time.Instant;

/**
 * One stay of an innovation in a stage.
 *
 * @param stage the stage's code
 * @param number 1, and 2, 3 … when the stage is entered again after a return
 * @param dueAt null when the stage has no deadline
 * @param leftAt null while it is open
 * @param previousStage code of the stage left last before this one was entered; null for the first
 */
record StageVisit(
        String stage,
        String name,
        int number,
        Instant enteredAt,
        Instant dueAt,
        Instant leftAt,
        boolean overdue,
        String previousStage) {

    /** Null while it is open. */
    Long durationSeconds() {
        return leftAt == null ? null : Duration.between(enteredAt, leftAt).toSeconds();
    }

    StageVisit leftAt(Instant time) {
        return new StageVisit(stage, name, number, enteredAt, dueAt, time, overdue, previousStage);
    }

    StageVisit late() {
        return new StageVisit(stage, name, number, enteredAt, dueAt, leftAt, true, previousStage);
    }
}

package id.semai.stage;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One thing that happened to an innovation, as the engine saw it. Sequence, visit, duration and the previous stage are
 * the journal's to add, under the innovation's row lock.
 *
 * @param stage null when the transition concerns the whole journey
 * @param dueAt null when the stage has no deadline; read when the stage is entered
 * @param outcome code of the end event that was reached; null when entering, overdue or cancelled
 * @param reasonCode why a stage was cancelled or a journey ended as it did; null when nothing asks for a reason
 * @param results further facts for the event's data (instrument, baseline, target, value afterwards), scalars only; a
 *     null is not known and is left out; empty for most transitions
 */
public record StageTransition(
        TransitionType type,
        Innovation innovation,
        Stage stage,
        Instant dueAt,
        String outcome,
        String reasonCode,
        String processKey,
        int processVersion,
        Map<String, Object> results) {

    public StageTransition {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(innovation, "innovation");
        Objects.requireNonNull(processKey, "processKey");
        if (type.concernsStage() != (stage != null)) {
            throw new IllegalArgumentException(type + " of " + innovation.id() + " with stage " + stage);
        }
        results = results == null ? Map.of() : known(results);
        results.forEach((name, value) -> requireScalar(innovation.id(), name, value));
    }

    /** How the journey has ended; null while it goes on. */
    public String ending() {
        return type == TransitionType.INNOVATION_FINISHED ? outcome : null;
    }

    public StageTransition withOutcome(String code) {
        return new StageTransition(
                type, innovation, stage, dueAt, code, reasonCode, processKey, processVersion, results);
    }

    public StageTransition withReason(String code) {
        return new StageTransition(type, innovation, stage, dueAt, outcome, code, processKey, processVersion, results);
    }

    private static Map<String, Object> known(Map<String, Object> results) {
        Map<String, Object> known = new LinkedHashMap<>(results);
        known.values().removeIf(Objects::isNull);
        return Collections.unmodifiableMap(known);
    }

    private static void requireScalar(String innovation, String name, Object value) {
        if (!(value instanceof String || value instanceof Number || value instanceof Boolean)) {
            throw new IllegalArgumentException("Result %s of %s is no scalar: %s".formatted(name, innovation, value));
        }
    }
}

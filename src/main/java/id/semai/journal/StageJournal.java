package id.semai.journal;

import id.semai.stage.StageTransition;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Every transition of every innovation, written in the transaction in which it happens: both are committed, or neither. */
@Service
public class StageJournal {

    private static final Set<String> OUTCOMES_OF_JOURNEY =
            Set.of("adopted", "stopped", "declined", "withdrawn", "cancelled");

    private final Innovations innovations;
    private final EventLog log;

    StageJournal(Innovations innovations, EventLog log) {
        this.innovations = innovations;
        this.log = log;
    }

    /**
     * Writes the transition as the innovation's next event. It is published if, and only if, the caller's transaction
     * commits; until then other transitions of the same innovation wait.
     *
     * @throws StaleTransition if another transaction has gone on: a stage that is left is not open, or one that is
     *     entered is
     * @throws IllegalStateException if it cannot follow what the journal knows of the innovation otherwise: an end while
     *     stages are open, anything after the end
     * @throws IllegalArgumentException if its unit is unknown, its outcome is none of a journey's, or it is too large
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(StageTransition given) {
        StageTransition transition = withDefaults(given);
        Turn turn = turn(transition);
        StageVisit visit = transition.type().concernsStage() ? turn.journey().visit(transition, turn.at()) : null;
        Journey journey = (visit == null ? turn.journey() : turn.journey().after(visit)).knowing(transition.results());
        Event event = Envelope.seal(
                Stream.STAGE_TRANSITION,
                turn.unit().government().code(),
                transition.innovation().id(),
                turn.sequence(),
                transition.type().code(),
                turn.at(),
                TraceContext.current(),
                EventData.of(transition, turn, visit).toMap());
        log.write(event);
        innovations.keep(transition, turn, journey, state(event, transition, turn, journey));
    }

    private static String state(Event event, StageTransition transition, Turn turn, Journey journey) {
        return Envelope.sealState(
                event,
                turn.unit().government().code(),
                EventData.ofState(transition, turn, journey).toMap());
    }

    /** A stage whose end names no outcome has been completed; one that leaves without a reason was interrupted. */
    private static StageTransition withDefaults(StageTransition transition) {
        return switch (transition.type()) {
            case STAGE_COMPLETED -> transition.outcome() == null ? transition.withOutcome("completed") : transition;
            case STAGE_CANCELLED -> transition.reasonCode() == null ? transition.withReason("interrupted") : transition;
            default -> transition;
        };
    }

    private Turn turn(StageTransition transition) {
        return switch (transition.type()) {
            case INNOVATION_STARTED -> innovations.start(transition.innovation());
            case INNOVATION_FINISHED -> lastTurn(transition);
            default -> innovations.next(transition.innovation());
        };
    }

    private Turn lastTurn(StageTransition transition) {
        String id = transition.innovation().id();
        if (transition.outcome() == null || !OUTCOMES_OF_JOURNEY.contains(transition.outcome())) {
            throw new IllegalArgumentException("Innovation %s cannot finish as \"%s\"; a journey ends as one of %s"
                    .formatted(
                            id,
                            transition.outcome(),
                            OUTCOMES_OF_JOURNEY.stream().sorted().toList()));
        }
        Turn turn = innovations.next(transition.innovation());
        List<String> open = turn.journey().places();
        if (!open.isEmpty()) {
            throw new IllegalStateException("Innovation %s cannot finish while it is in %s".formatted(id, open));
        }
        return turn;
    }
}

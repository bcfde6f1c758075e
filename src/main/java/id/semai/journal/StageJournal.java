package id.semai.journal;

import id.semai.stage.Innovation;
import id.semai.stage.JourneyMigration;
import id.semai.stage.StageTransition;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Every transition of every innovation, written in the transaction in which it happens: both are committed, or neither. */
@Service
public class StageJournal {

    static final String MIGRATED = "id.semai.innovation.migrated.v1";

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
        Event event = seal(
                transition.innovation().id(), transition.type().code(), turn, EventData.of(transition, turn, visit));
        log.write(event);
        String state = sealState(event, turn, EventData.ofState(transition, turn, journey));
        innovations.keep(event.key(), turn, journey, state, transition.ending());
    }

    /**
     * Writes the migration as the innovation's next event, on the same terms. What it says of the innovation beside the
     * versions is what the event before has said, and the stages it is in stay open as they are.
     *
     * @throws IllegalStateException if the innovation has not started, or has finished
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(JourneyMigration migration) {
        Turn turn = innovations.next(migration.innovationId());
        Innovation innovation = innovations.lastTold(migration.innovationId(), turn);
        Event event = seal(innovation.id(), MIGRATED, turn, EventData.of(migration, innovation, turn));
        log.write(event);
        String state = sealState(event, turn, EventData.ofState(innovation, turn, turn.journey()));
        innovations.keep(event.key(), turn, turn.journey(), state, null);
    }

    private static Event seal(String innovation, String type, Turn turn, EventData data) {
        return Envelope.seal(
                Stream.STAGE_TRANSITION,
                turn.unit().government().code(),
                innovation,
                turn.sequence(),
                type,
                turn.at(),
                TraceContext.current(),
                data.toMap());
    }

    private static String sealState(Event event, Turn turn, EventData state) {
        return Envelope.sealState(event, turn.unit().government().code(), state.toMap());
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

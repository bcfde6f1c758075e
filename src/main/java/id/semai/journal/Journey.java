package id.semai.journal;

import id.semai.stage.Stage;
import id.semai.stage.StageTransition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What must be remembered of an innovation to tell its next event. It is kept in the innovation's row and changes under
 * its lock, so it is always that of the last event written.
 *
 * @param open the stages it is in, the one entered last at the end
 * @param visits how often each stage was entered, by code
 * @param previousStage code of the stage left last; null before any was left
 * @param results the last known value of each result: instrument, baseline, target, value afterwards
 */
record Journey(
        Instant startedAt,
        List<StageVisit> open,
        Map<String, Integer> visits,
        String previousStage,
        Map<String, Object> results) {

    static Journey begun(Instant at) {
        return new Journey(at, List.of(), Map.of(), null, Map.of());
    }

    /**
     * The stay in a stage that the transition concerns, as it is after it.
     *
     * @throws StaleTransition if the transition cannot follow: a stage left without being open, or entered twice
     */
    StageVisit visit(StageTransition transition, Instant at) {
        return switch (transition.type()) {
            case STAGE_ENTERED -> entered(transition, at);
            case STAGE_COMPLETED, STAGE_CANCELLED -> opened(transition, "left").leftAt(at);
            case STAGE_OVERDUE -> opened(transition, "overdue").late();
            case INNOVATION_STARTED, INNOVATION_FINISHED ->
                throw new IllegalArgumentException(transition.type() + " concerns no stage");
        };
    }

    /** The journey after that visit. */
    Journey after(StageVisit visit) {
        List<StageVisit> stillOpen = new ArrayList<>(open);
        int place = places().indexOf(visit.stage());
        if (place < 0) {
            stillOpen.add(visit);
        } else if (visit.leftAt() == null) {
            stillOpen.set(place, visit);
        } else {
            stillOpen.remove(place);
        }
        Map<String, Integer> counted = new TreeMap<>(visits);
        counted.put(visit.stage(), visit.number());
        return new Journey(
                startedAt, stillOpen, counted, visit.leftAt() == null ? previousStage : visit.stage(), results);
    }

    Journey knowing(Map<String, Object> more) {
        if (more.isEmpty()) {
            return this;
        }
        Map<String, Object> known = new TreeMap<>(results);
        known.putAll(more);
        return new Journey(startedAt, open, visits, previousStage, known);
    }

    /** The innermost stage it is in; empty between stages. */
    Optional<StageVisit> current() {
        return open.isEmpty() ? Optional.empty() : Optional.of(open.get(open.size() - 1));
    }

    /** Codes of the stages it is in, outermost first. */
    List<String> places() {
        return open.stream().map(StageVisit::stage).toList();
    }

    private StageVisit entered(StageTransition transition, Instant at) {
        Stage stage = transition.stage();
        if (places().contains(stage.code())) {
            throw refusal(transition, "open already and cannot be entered again");
        }
        return new StageVisit(
                stage.code(),
                stage.name(),
                visits.getOrDefault(stage.code(), 0) + 1,
                at,
                transition.dueAt(),
                null,
                false,
                previousStage);
    }

    private StageVisit opened(StageTransition transition, String change) {
        return open.stream()
                .filter(visit -> visit.stage().equals(transition.stage().code()))
                .findFirst()
                .orElseThrow(() -> refusal(transition, "not open and cannot be " + change));
    }

    private static StaleTransition refusal(StageTransition transition, String why) {
        return new StaleTransition("Stage %s of innovation %s is %s"
                .formatted(transition.stage().code(), transition.innovation().id(), why));
    }
}

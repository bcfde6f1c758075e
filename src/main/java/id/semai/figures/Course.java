package id.semai.figures;

import id.semai.dashboard.Happening;
import id.semai.dashboard.Journey;
import id.semai.dashboard.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A journey folded into its visits: computed once for each {@link Journey}, which never changes.
 *
 * @param visits in the order in which they were first told of
 * @param open those of them that are open
 * @param path the codes of the stages that it has been in, and of those above them, in the order of the first time
 * @param end the step that finished it; null while it goes on
 */
record Course(Journey journey, List<Visit> visits, List<Visit> open, List<String> path, Step end) {

    private static final Comparator<Visit> INNERMOST = Comparator.comparingInt(Visit::depth)
            .thenComparingLong(Visit::since)
            .thenComparing(Visit::stage);

    static Course of(Journey journey) {
        List<Visit> visits = new ArrayList<>();
        for (Step step : journey.steps()) {
            if (step.what() == Happening.FINISHED) {
                visits.forEach(visit -> visit.close(step.at()));
                return of(journey, visits, step);
            }
            if (concernsVisit(step)) {
                visit(visits, step).hear(step);
            }
        }
        return of(journey, visits, null);
    }

    private static Course of(Journey journey, List<Visit> visits, Step end) {
        List<Visit> open = new ArrayList<>(visits);
        open.removeIf(visit -> !visit.isOpen());
        return new Course(journey, List.copyOf(visits), List.copyOf(open), path(visits), end);
    }

    private static boolean concernsVisit(Step step) {
        return step.stage() != null
                && !step.stage().isEmpty()
                && (step.what() == Happening.ENTERED || step.what() == Happening.OVERDUE || step.leaves());
    }

    private static Visit visit(List<Visit> visits, Step step) {
        for (int i = visits.size() - 1; i >= 0; i--) {
            if (visits.get(i).isToldBy(step)) {
                return visits.get(i);
            }
        }
        Visit visit = new Visit(step);
        visits.add(visit);
        return visit;
    }

    private static List<String> path(List<Visit> visits) {
        List<String> path = new ArrayList<>();
        for (Visit visit : visits) {
            String stage = visit.stage();
            for (int dot = stage.indexOf('.', 1); dot > 0; dot = stage.indexOf('.', dot + 1)) {
                addOnce(path, stage.substring(0, dot));
            }
            addOnce(path, stage);
        }
        return List.copyOf(path);
    }

    private static void addOnce(List<String> path, String stage) {
        if (!path.contains(stage)) {
            path.add(stage);
        }
    }

    boolean isOpen() {
        return end == null;
    }

    /** Code; null while it goes on. */
    String outcome() {
        return end == null ? null : end.outcome();
    }

    boolean hasEnded(String outcome) {
        return end != null && outcome.equals(end.outcome());
    }

    long began() {
        return journey.steps().get(0).at();
    }

    boolean isBeginKnown() {
        return journey.steps().get(0).what() == Happening.STARTED;
    }

    /** From the first step that is known to the end, or to now. */
    long span(long now) {
        return Math.max(0, (end == null ? now : end.at()) - began());
    }

    boolean isOverdue(long now) {
        for (Visit visit : open) {
            if (visit.isOverdue(now)) {
                return true;
            }
        }
        return false;
    }

    boolean hasReturned() {
        for (Visit visit : visits) {
            if (visit.isReturn()) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is in this stage now, or in one inside it. */
    boolean isIn(String stage) {
        for (Visit visit : open) {
            String here = visit.stage();
            if (here.startsWith(stage) && (here.length() == stage.length() || here.charAt(stage.length()) == '.')) {
                return true;
            }
        }
        return false;
    }

    /** The stages it is in, by their own codes. */
    Set<String> now() {
        Set<String> stages = new HashSet<>();
        open.forEach(visit -> stages.add(visit.stage()));
        return stages;
    }

    /** Those of {@link #now} whose deadline has passed. */
    Set<String> overdue(long now) {
        Set<String> stages = new HashSet<>();
        open.stream().filter(visit -> visit.isOverdue(now)).forEach(visit -> stages.add(visit.stage()));
        return stages;
    }

    Visit innermost() {
        return open.stream().max(INNERMOST).orElse(null);
    }

    /** Since when it has been in its main stage; of several the first, of none since it left the last or began. */
    long inMainStageSince() {
        return open.stream().mapToLong(Visit::since).min().orElseGet(this::idleSince);
    }

    long idleSince() {
        return visits.stream().mapToLong(Visit::leftAt).max().orElse(began());
    }
}

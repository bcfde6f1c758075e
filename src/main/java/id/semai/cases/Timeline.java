package id.semai.cases;

import id.semai.engine.CaseTask;
import id.semai.handover.Handover;
import id.semai.journal.Chronicle;
import id.semai.journal.Chronicle.Stay;
import id.semai.stage.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One innovation's journey as somebody may see it.
 *
 * @param elsewhere the work outside of every stage
 */
record Timeline(String id, String title, Unit unit, Chronicle chronicle, List<Chapter> chapters, List<Step> elsewhere) {

    /** A stay in a stage, with the work that was done in it. */
    record Chapter(Stay stay, List<Step> steps) {

        /** 0 for a main stage, 1 for one within it: lab.design. */
        public int depth() {
            return (int) stay.stage().chars().filter(letter -> letter == '.').count();
        }
    }

    /**
     * @param roles names of the roles it was offered to, as a sentence says them
     * @param handovers in the order of time; mostly none
     */
    record Step(CaseTask task, String roles, List<Handover> handovers) {

        /** The role, and whose account it is where somebody has done or taken it. */
        public String who() {
            if (task.person() == null) {
                return roles;
            }
            return roles.isEmpty() ? task.person() : roles + " (" + task.person() + ")";
        }
    }

    static Timeline of(
            String id,
            String title,
            Unit unit,
            Chronicle chronicle,
            List<CaseTask> tasks,
            Map<String, String> roleNames,
            List<Handover> handovers) {
        Map<String, List<Handover>> handed = handovers.stream().collect(Collectors.groupingBy(Handover::task));
        Map<Integer, List<Step>> steps = tasks.stream()
                .collect(Collectors.groupingBy(
                        task -> chapter(chronicle.stays(), task),
                        Collectors.mapping(
                                task -> new Step(
                                        task, names(task, roleNames), handed.getOrDefault(task.id(), List.of())),
                                Collectors.toList())));
        List<Chapter> chapters = new ArrayList<>();
        for (int i = 0; i < chronicle.stays().size(); i++) {
            chapters.add(new Chapter(chronicle.stays().get(i), steps.getOrDefault(i, List.of())));
        }
        return new Timeline(id, title, unit, chronicle, chapters, steps.getOrDefault(-1, List.of()));
    }

    /** What waits for whoever asks. */
    public List<CaseTask> waiting() {
        return steps().stream()
                .map(Step::task)
                .filter(task -> task.own() && task.endedAt() == null)
                .toList();
    }

    private List<Step> steps() {
        List<Step> all = new ArrayList<>(elsewhere);
        chapters.forEach(chapter -> all.addAll(chapter.steps()));
        return all;
    }

    /** The place among the stays of that which a task began in: the last of its stage entered by then; -1 for none. */
    private static int chapter(List<Stay> stays, CaseTask task) {
        int place = -1;
        for (int i = 0; i < stays.size(); i++) {
            boolean first = place < 0;
            if (stays.get(i).name().equals(task.stage())
                    && (first || !stays.get(i).enteredAt().isAfter(task.begunAt()))) {
                place = i;
            }
        }
        return place;
    }

    private static String names(CaseTask task, Map<String, String> roleNames) {
        return task.roles().stream()
                .map(role -> roleNames.getOrDefault(role, role))
                .collect(Collectors.joining(" atau "));
    }
}

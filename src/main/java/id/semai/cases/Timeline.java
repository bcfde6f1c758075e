package id.semai.cases;

import id.semai.engine.CaseTask;
import id.semai.handover.Handover;
import id.semai.journal.Chronicle;
import id.semai.journal.Chronicle.Stay;
import id.semai.stage.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One innovation's journey as somebody may see it.
 *
 * @param elsewhere the work outside of every stage
 * @param looseFiles the files of work that is not told, outside of every stage
 */
record Timeline(
        String id,
        String title,
        Unit unit,
        Chronicle chronicle,
        List<Chapter> chapters,
        List<Step> elsewhere,
        List<Attachment> looseFiles) {

    private static final int NONE = -1;

    /**
     * A stay in a stage, with the work that was done in it.
     *
     * @param looseFiles of work that is not told: closed before it was done, or not theirs to see who asks
     */
    record Chapter(Stay stay, List<Step> steps, List<Attachment> looseFiles) {

        /** 0 for a main stage, 1 for one within it: lab.design. */
        public int depth() {
            return (int) stay.stage().chars().filter(letter -> letter == '.').count();
        }
    }

    /**
     * @param roles names of the roles it was offered to, as a sentence says them
     * @param handovers in the order of time; mostly none
     * @param files in the order of time
     */
    record Step(CaseTask task, String roles, List<Handover> handovers, List<Attachment> files) {

        /** The role, and whose account it is where somebody has done or taken it. */
        public String who() {
            if (task.person() == null) {
                return roles;
            }
            return roles.isEmpty() ? task.person() : roles + " (" + task.person() + ")";
        }
    }

    static Timeline of(
            String id, String title, Unit unit, Chronicle chronicle, List<Step> steps, List<Attachment> looseFiles) {
        List<Stay> stays = chronicle.stays();
        Map<Integer, List<Step>> work =
                steps.stream().collect(Collectors.groupingBy(step -> chapter(stays, step.task())));
        Map<Integer, List<Attachment>> loose = looseFiles.stream()
                .collect(Collectors.groupingBy(
                        attachment -> chapter(stays, attachment.file().addedAt())));
        List<Chapter> chapters = new ArrayList<>();
        for (int i = 0; i < stays.size(); i++) {
            chapters.add(new Chapter(stays.get(i), work.getOrDefault(i, List.of()), loose.getOrDefault(i, List.of())));
        }
        return new Timeline(
                id,
                title,
                unit,
                chronicle,
                chapters,
                work.getOrDefault(NONE, List.of()),
                loose.getOrDefault(NONE, List.of()));
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

    /** The place among the stays of that which a task began in: the last of its stage entered by then. */
    private static int chapter(List<Stay> stays, CaseTask task) {
        int place = NONE;
        for (int i = 0; i < stays.size(); i++) {
            boolean first = place < 0;
            if (stays.get(i).name().equals(task.stage())
                    && (first || !stays.get(i).enteredAt().isAfter(task.begunAt()))) {
                place = i;
            }
        }
        return place;
    }

    /** The place among the stays of the innermost that was open then. */
    private static int chapter(List<Stay> stays, Instant time) {
        int place = NONE;
        for (int i = 0; i < stays.size(); i++) {
            Stay stay = stays.get(i);
            if (!stay.enteredAt().isAfter(time)
                    && (stay.leftAt() == null || !stay.leftAt().isBefore(time))) {
                place = i;
            }
        }
        return place;
    }
}

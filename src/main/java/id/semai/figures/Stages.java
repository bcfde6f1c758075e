package id.semai.figures;

import id.semai.dashboard.Happening;
import id.semai.figures.Figures.Funnel;
import id.semai.figures.Figures.StageFigures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What goes on in each stage. */
final class Stages {

    private final View view;
    private final StageOrder order;
    private final Map<String, Tally> tallies = new HashMap<>();

    Stages(View view, StageOrder order) {
        this.view = view;
        this.order = order;
        view.chosen().forEach(this::count);
    }

    List<StageFigures> stages() {
        return order.stages().stream().map(this::figures).toList();
    }

    List<Funnel> funnel() {
        List<String> stages = order.mainStages();
        Map<String, Integer> now = new HashMap<>();
        view.chosen().forEach(course -> mainStages(course).forEach(stage -> now.merge(stage, 1, Integer::sum)));
        List<Funnel> funnel = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            funnel.add(step(stages.get(i), i == 0 ? null : stages.get(i - 1), now));
        }
        return funnel;
    }

    private Funnel step(String stage, String before, Map<String, Integer> now) {
        int reached = 0;
        int reachedBefore = 0;
        int reachedBoth = 0;
        for (Course course : view.chosen()) {
            boolean here = course.path().contains(stage);
            boolean there = before != null && course.path().contains(before);
            reached += here ? 1 : 0;
            reachedBefore += there ? 1 : 0;
            reachedBoth += here && there ? 1 : 0;
        }
        Double share = reachedBefore == 0 ? null : (double) reachedBoth / reachedBefore;
        return new Funnel(stage, view.name("stage", stage), reached, now.getOrDefault(stage, 0), share);
    }

    private static Set<String> mainStages(Course course) {
        Set<String> stages = new HashSet<>();
        course.open().forEach(visit -> stages.add(StageOrder.main(visit.stage())));
        return stages;
    }

    private StageFigures figures(String stage) {
        Tally tally = tally(stage);
        return new StageFigures(
                stage,
                view.name("stage", stage),
                tally.entered,
                tally.now,
                tally.overdue,
                tally.completed,
                tally.cancelled,
                tally.returns,
                tally.spans.quantile(50),
                tally.spans.quantile(85));
    }

    private void count(Course course) {
        for (Visit visit : course.visits()) {
            tally(visit.stage()).add(visit);
        }
        if (!course.open().isEmpty()) {
            course.now().forEach(stage -> tally(stage).now++);
            course.overdue(view.now()).forEach(stage -> tally(stage).overdue++);
        }
    }

    private Tally tally(String stage) {
        return tallies.computeIfAbsent(stage, any -> new Tally());
    }

    private static final class Tally {

        private final Spans spans = new Spans();
        private int entered;
        private int now;
        private int overdue;
        private int completed;
        private int cancelled;
        private int returns;

        void add(Visit visit) {
            entered++;
            returns += visit.isReturn() ? 1 : 0;
            if (visit.end() != null) {
                end(visit);
            }
        }

        private void end(Visit visit) {
            boolean normally = visit.end().what() == Happening.COMPLETED;
            completed += normally ? 1 : 0;
            cancelled += normally ? 0 : 1;
            if (visit.hasSpan()) {
                spans.add(visit.span(visit.leftAt()));
            }
        }
    }
}

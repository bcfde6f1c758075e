package id.semai.simulation;

import id.semai.simulation.Venture.Answer;
import id.semai.simulation.Venture.PlanFate;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who sees to a task of an innovation, and when; nobody, if it is one that people leave lying. */
final class Conduct {

    private static final Set<String> WORK_OF_TEAMS = Set.of(
            "Task_DraftHeader",
            "Task_DraftRows",
            "Task_DiagnoseProblems",
            "Task_DesignInnovation",
            "Task_ReportProgress",
            "Task_PrepareDisplay",
            "Task_ReportTrial",
            "Task_MeasureResults");
    private static final Set<String> WORK_OF_HEADS = Set.of("Task_SignCommitment", "Task_ApprovePlan");
    private static final Set<String> WORK_OF_LEADERSHIP = Set.of(
            "Task_FollowUpCommitment", "Task_DecideAdoption", "Task_SignGovernmentCommitment", "Task_FollowUpSilent");
    private static final Map<String, Double> LATE_PLAN = Map.of("Task_DraftHeader", 22.0, "Task_DraftRows", 6.0);

    private Conduct() {}

    static String role(String task, boolean facilitated) {
        if (WORK_OF_TEAMS.contains(task)) {
            return "innovator";
        }
        if (WORK_OF_HEADS.contains(task)) {
            return "unit-head";
        }
        if (WORK_OF_LEADERSHIP.contains(task) || task.startsWith("Task_DecideStop")) {
            return "leadership";
        }
        return facilitated && (task.equals("Task_AdvisePlan") || isLabReview(task)) ? "facilitator" : "coordinator";
    }

    static boolean isLabReview(String task) {
        return Set.of("Task_ReviewDiagnose", "Task_ReviewDesign", "Task_ReviewDeliver", "Task_ReviewDisplay")
                .contains(task);
    }

    /** @param visit how often the task was given before */
    static Optional<Instant> when(OpenTask task, int visit, Venture venture, Instant now) {
        Chance chance = venture.chance(task.key() + " when " + visit);
        if (task.key().equals("Task_SignCommitment")) {
            return signing(visit, venture, now, chance);
        }
        if (isLeftLying(task.key(), visit, venture, chance)) {
            return Optional.empty();
        }
        double days = days(task.key(), visit, venture, chance);
        WorkingTime time = venture.region().workingTime();
        return Optional.of(hurried(time.after(now, days, chance), task.due(), time, now, chance));
    }

    private static Optional<Instant> signing(int visit, Venture venture, Instant now, Chance chance) {
        WorkingTime time = venture.region().workingTime();
        Answer answer = venture.answer();
        if (visit > 0) {
            return Optional.of(time.after(now, 1, chance));
        }
        if (answer == Answer.SIGNS || answer == Answer.DECLINES) {
            Instant signed = time.after(now, chance.around(Habits.DAYS.get("Task_SignCommitment"), 0.7), chance);
            Instant due = venture.origin() == null ? null : venture.origin().endOfSigning();
            return Optional.of(due == null || signed.isBefore(due) ? signed : time.lastMinutesBefore(due, chance));
        }
        return answer == Answer.SIGNS_WHEN_EXTENDED && venture.origin().isExtended()
                ? Optional.of(time.after(venture.origin().endOfSigning(), chance.between(3, 7), chance))
                : Optional.empty();
    }

    private static boolean isLeftLying(String task, int visit, Venture venture, Chance chance) {
        if (venture.planFate() == PlanFate.ABANDONED && visit == 0) {
            return task.equals(venture.chance("abandons").happens(0.5) ? "Task_DraftHeader" : "Task_DraftRows");
        }
        return WORK_OF_TEAMS.contains(task) && !LATE_PLAN.containsKey(task) && chance.happens(Habits.STALLED);
    }

    private static double days(String task, int visit, Venture venture, Chance chance) {
        if (visit == 0 && venture.planFate() == PlanFate.LATE && LATE_PLAN.containsKey(task)) {
            return chance.around(LATE_PLAN.get(task), 0.3);
        }
        double median =
                Habits.DAYS.getOrDefault(task, isLabReview(task) ? Habits.DAYS_OF_A_REVIEW : Habits.DAYS_OF_A_DECISION);
        double days = chance.around(median, Habits.SPREAD);
        double slowness = WORK_OF_TEAMS.contains(task) ? venture.slowness() : 1;
        boolean again = visit > 0 && !task.equals("Task_ReportProgress");
        return days * slowness * (again ? Habits.REWORK : 1);
    }

    /** Deadlines draw what would come a little later. */
    private static Instant hurried(Instant planned, Instant due, WorkingTime time, Instant now, Chance chance) {
        if (due == null || planned.isBefore(due) || planned.isAfter(time.after(due, 10, chance))) {
            return planned;
        }
        Instant before = time.lastMinutesBefore(due, chance);
        return before.isAfter(now) && chance.happens(Habits.HURRIES) ? before : planned;
    }
}

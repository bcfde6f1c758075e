package id.semai.simulation;

import id.semai.stage.Unit;
import java.util.HashMap;
import java.util.Map;

/** One innovation, as those see it who bring it forward. Its fate depends on the seed and on its place in its government alone. */
final class Venture {

    private final long seed;
    private final Region region;
    private final Unit unit;
    private final int number;
    private final int ofUnit;
    private final int year;
    private final Gathering origin;
    private final Map<String, Integer> begun = new HashMap<>();

    /**
     * @param number among those of its government
     * @param ofUnit among those of its unit, from 0
     * @param origin the workshop that begins it; null if its unit proposes it
     */
    Venture(long seed, Region region, Unit unit, int number, int ofUnit, int year, Gathering origin) {
        this.seed = seed;
        this.region = region;
        this.unit = unit;
        this.number = number;
        this.ofUnit = ofUnit;
        this.year = year;
        this.origin = origin;
    }

    Region region() {
        return region;
    }

    Unit unit() {
        return unit;
    }

    int year() {
        return year;
    }

    Gathering origin() {
        return origin;
    }

    Idea idea() {
        return Idea.of(unit, ofUnit);
    }

    String title() {
        return idea().titleFor(unit, ofUnit);
    }

    boolean isFacilitated() {
        return origin != null && origin.isFacilitated();
    }

    /** How many rows its plan has. */
    int rows() {
        return chance("rows").whole(4, 9);
    }

    /** How slow its team is: 1 for the middle one. */
    double slowness() {
        return chance("team").around(1, Habits.SPREAD_OF_TEAMS);
    }

    PlanFate planFate() {
        Chance chance = chance("plan");
        if (chance.happens(Habits.SUBMITTED)) {
            return PlanFate.IN_TIME;
        }
        double fate = chance.between(0, 1);
        return fate < Habits.LATE_WITHDRAWN
                ? PlanFate.WITHDRAWN
                : fate < Habits.LATE_WITHDRAWN + Habits.LATE_ABANDONED ? PlanFate.ABANDONED : PlanFate.LATE;
    }

    Answer answer() {
        Chance chance = chance("signing");
        double fate = chance.between(0, 1);
        if (origin == null) {
            return fate < Habits.DECLINED / 2 ? Answer.DECLINES : fate < 0.05 ? Answer.STAYS_SILENT : Answer.SIGNS;
        }
        if (fate < Habits.SIGNED_ON_PAPER) {
            return Answer.SIGNS_ON_PAPER;
        }
        if (fate < Habits.SIGNED_ON_PAPER + Habits.DECLINED) {
            return Answer.DECLINES;
        }
        if (fate < Habits.SIGNED_ON_PAPER + Habits.DECLINED + Habits.SILENT) {
            return chance.happens(Habits.SIGNED_WHEN_EXTENDED) ? Answer.SIGNS_WHEN_EXTENDED : Answer.STAYS_SILENT;
        }
        return Answer.SIGNS;
    }

    Chance chance(Object about) {
        return Chance.of(seed, region.code(), number, about);
    }

    /** How often this task was given before; counts this time. */
    int visit(String task) {
        return begun.merge(task, 1, Integer::sum) - 1;
    }

    enum PlanFate {
        IN_TIME,
        LATE,
        WITHDRAWN,
        ABANDONED
    }

    /** What its head says to the commitment. */
    enum Answer {
        SIGNS,
        SIGNS_ON_PAPER,
        SIGNS_WHEN_EXTENDED,
        DECLINES,
        STAYS_SILENT
    }
}

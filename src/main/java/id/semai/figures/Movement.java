package id.semai.figures;

import id.semai.dashboard.UnitFacts;
import id.semai.figures.Figures.GovernmentRow;
import id.semai.figures.Figures.OneAgency;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** "One agency, one innovation": which units have one, and what each has. */
final class Movement {

    private static final Set<String> NONE_AFTER_ALL = Set.of("declined", "withdrawn", "cancelled");
    private static final Comparator<String> BY_NAME = Comparator.nullsLast(Comparator.naturalOrder());

    private final View view;
    private final Map<String, Integer> thisYear = new HashMap<>();

    Movement(View view) {
        this.view = view;
        view.all().stream()
                .filter(this::counts)
                .forEach(course -> thisYear.merge(course.journey().unit(), 1, Integer::sum));
    }

    private boolean counts(Course course) {
        return course.journey().cycleYear() == view.year()
                && !course.journey().titleProvisional()
                && (course.outcome() == null || !NONE_AFTER_ALL.contains(course.outcome()));
    }

    OneAgency oneAgency() {
        Map<String, Government> governments = new HashMap<>();
        for (UnitFacts unit : view.units().values()) {
            if (unit.active() && view.filter().admits(unit)) {
                governments
                        .computeIfAbsent(unit.government(), any -> new Government(unit))
                        .add(thisYear.getOrDefault(unit.code(), 0));
            }
        }
        return new OneAgency(
                view.year(),
                governments.values().stream()
                        .map(Government::row)
                        .sorted(GOVERNMENTS)
                        .toList());
    }

    private static final Comparator<GovernmentRow> GOVERNMENTS =
            Comparator.comparing(GovernmentRow::name, BY_NAME).thenComparing(GovernmentRow::government);

    List<UnitRow> units() {
        Map<String, Unit> units = new HashMap<>();
        for (UnitFacts facts : view.units().values()) {
            if (view.filter().admits(facts)) {
                units.put(facts.code(), new Unit(facts));
            }
        }
        for (Course course : view.chosen()) {
            units.computeIfAbsent(course.journey().unit(), any -> new Unit(unknown(course)))
                    .add(course, view.now());
        }
        return units.values().stream()
                .filter(Unit::isShown)
                .map(unit -> unit.row(thisYear))
                .sorted(UNITS)
                .toList();
    }

    private static final Comparator<UnitRow> UNITS = Comparator.comparing(UnitRow::governmentName, BY_NAME)
            .thenComparing(UnitRow::government)
            .thenComparing(UnitRow::name, BY_NAME)
            .thenComparing(UnitRow::unit);

    private UnitFacts unknown(Course course) {
        String code = course.journey().unit();
        String government = course.journey().government();
        return new UnitFacts(code, code, null, null, null, government, view.governmentName(government), false, 0);
    }

    private static final class Government {

        private final UnitFacts one;
        private final int[] units = new int[3];

        Government(UnitFacts one) {
            this.one = one;
        }

        void add(int innovations) {
            units[Math.min(innovations, 2)]++;
        }

        GovernmentRow row() {
            return new GovernmentRow(
                    one.government(),
                    one.governmentName(),
                    units[0] + units[1] + units[2],
                    units[0],
                    units[1],
                    units[2]);
        }
    }

    private static final class Unit {

        private final UnitFacts facts;
        private int innovations;
        private int open;
        private int overdue;
        private int adopted;
        private int stopped;

        Unit(UnitFacts facts) {
            this.facts = facts;
        }

        void add(Course course, long now) {
            innovations++;
            open += course.isOpen() ? 1 : 0;
            overdue += course.isOverdue(now) ? 1 : 0;
            adopted += course.hasEnded("adopted") ? 1 : 0;
            stopped += course.hasEnded("stopped") ? 1 : 0;
        }

        boolean isShown() {
            return facts.active() || innovations > 0;
        }

        UnitRow row(Map<String, Integer> thisYear) {
            return new UnitRow(
                    facts.code(),
                    facts.name(),
                    facts.kindLabel(),
                    facts.district(),
                    facts.government(),
                    facts.governmentName(),
                    facts.active(),
                    thisYear.getOrDefault(facts.code(), 0),
                    innovations,
                    open,
                    overdue,
                    adopted,
                    stopped);
        }
    }
}

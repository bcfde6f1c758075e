package id.semai.simulation;

import static java.util.Comparator.comparingDouble;

import id.semai.stage.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the units of one government set out to do: a workshop each year, and what they propose by themselves between. */
final class Program {

    private static final int MONTHS_OF_A_CYCLE = 12;
    private static final int DAYS_OF_NOTICE = 6;
    private static final int FIRST_WEEKS = 40;

    private final SimulationOrder order;
    private final Region region;
    private final List<Gathering> gatherings = new ArrayList<>();
    private final Map<Venture, Instant> proposals = new HashMap<>();
    private final List<Venture> proposed = new ArrayList<>();
    private final Map<Unit, Integer> ofUnit = new HashMap<>();
    private int number;

    Program(SimulationOrder order, Region region) {
        this.order = order;
        this.region = region;
        int cycles = (order.months() + MONTHS_OF_A_CYCLE - 1) / MONTHS_OF_A_CYCLE;
        int[] innovations = Regions.share(region.innovations(), Collections.nCopies(cycles, 1.0));
        for (int cycle = 0; cycle < cycles; cycle++) {
            plan(order.until().minusMonths(order.months() - (long) MONTHS_OF_A_CYCLE * cycle), innovations[cycle]);
        }
    }

    List<Gathering> gatherings() {
        return gatherings;
    }

    /** In a fixed order. */
    List<Venture> proposed() {
        return proposed;
    }

    Instant startOf(Venture venture) {
        return proposals.get(venture);
    }

    Instant startOf(Gathering gathering) {
        WorkingTime time = region.workingTime();
        return time.at(time.workingDayFrom(gathering.day().minusDays(DAYS_OF_NOTICE)), 9, 0);
    }

    private void plan(LocalDate begin, int innovations) {
        int invited = Math.min(innovations, (int) (region.units().size() * Habits.INVITED));
        int later =
                order.country() ? Chance.of(order.seed(), region.code(), begin).whole(0, FIRST_WEEKS) : 0;
        LocalDate day = region.workingTime().workingDayFrom(begin.plusDays(DAYS_OF_NOTICE + 3L + later));
        Gathering gathering = new Gathering(order.seed(), region, day.getYear(), day, !order.country());
        invited(invited).forEach(unit -> gathering.begins(venture(unit, day.getYear(), gathering)));
        gatherings.add(gathering);
        propose(innovations - invited, begin, day.getYear());
    }

    private List<Unit> invited(int count) {
        Set<Unit> chosen = region.units().stream()
                .sorted(comparingDouble(unit -> luck(unit, "invited").between(0, 1)))
                .limit(count)
                .collect(Collectors.toSet());
        return region.units().stream().filter(chosen::contains).toList();
    }

    private void propose(int count, LocalDate begin, int year) {
        List<Double> keenness = region.units().stream()
                .map(unit -> luck(unit, "keen").around(1, Habits.SPREAD_OF_UNITS))
                .toList();
        int[] shares = Regions.share(count, keenness);
        for (int place = 0; place < shares.length; place++) {
            for (int one = 0; one < shares[place]; one++) {
                propose(venture(region.units().get(place), year, null), begin);
            }
        }
    }

    private void propose(Venture venture, LocalDate begin) {
        Instant first = begin.atStartOfDay(region.government().zone()).toInstant();
        long span = Duration.between(first, order.end()).toMinutes();
        Chance chance = venture.chance("proposed");
        long minutes = (long)
                (Math.min(span, Duration.ofDays(365).toMinutes()) * chance.between(0.02, Habits.PROPOSED_WITHIN));
        proposals.put(venture, region.workingTime().after(first.plus(Duration.ofMinutes(minutes)), 0.5, chance));
        proposed.add(venture);
    }

    private Venture venture(Unit unit, int year, Gathering origin) {
        int before = ofUnit.merge(unit, 1, Integer::sum) - 1;
        return new Venture(order.seed(), region, unit, ++number, before, year, origin);
    }

    private Chance luck(Unit unit, String about) {
        return Chance.of(order.seed(), unit.code(), about);
    }
}

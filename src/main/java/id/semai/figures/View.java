package id.semai.figures;

import id.semai.dashboard.Board;
import id.semai.dashboard.UnitFacts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * What is looked at: the innovations that a filter admits, at one moment.
 *
 * @param zone in which weeks begin and years change
 * @param all courses of the board
 * @param chosen those of them that the filter admits
 */
record View(
        Board board,
        Filter filter,
        Instant at,
        ZoneId zone,
        Map<String, UnitFacts> units,
        List<Course> all,
        List<Course> chosen) {

    static View of(Board board, Courses courses, Filter filter, Instant at, ZoneId zone) {
        Map<String, UnitFacts> units = board.units();
        List<Course> all = courses.of(board.journeys());
        List<Course> chosen = filter.equals(Filter.ALL)
                ? all
                : all.stream().filter(course -> filter.admits(course, units)).toList();
        return new View(board, filter, at, zone, units, all, chosen);
    }

    long now() {
        return at.toEpochMilli();
    }

    /** The cycle year of the movement "one agency, one innovation". */
    int year() {
        return filter.year() != null ? filter.year() : at.atZone(zone).getYear();
    }

    /** What people read for a code; null for none. */
    String name(String what, String code) {
        return code == null ? null : board.label(what, code);
    }

    String unitName(String unit) {
        return units.containsKey(unit) ? units.get(unit).name() : unit;
    }

    String governmentName(String government) {
        return name("government", government);
    }
}

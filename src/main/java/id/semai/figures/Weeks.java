package id.semai.figures;

import id.semai.figures.Figures.Week;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The trend by weeks. They are less than 64, so that the weeks at whose end something is so are bits of a number. */
final class Weeks {

    private static final int BEFORE = 52;

    private final View view;
    private final LocalDate first;
    private final long begin;
    private final long[] ends;
    private final int[] started;
    private final int[] finished;
    private final int[] adopted;
    private final int[] open;
    private final int[] overdue;

    private Weeks(View view, LocalDate first, int weeks) {
        this.view = view;
        this.first = first;
        this.begin = midnight(first);
        this.ends = IntStream.range(0, weeks).mapToLong(this::end).toArray();
        this.started = new int[weeks];
        this.finished = new int[weeks];
        this.adopted = new int[weeks];
        this.open = new int[weeks];
        this.overdue = new int[weeks];
    }

    static List<Week> of(View view) {
        if (view.chosen().isEmpty()) {
            return List.of();
        }
        LocalDate current = monday(view, view.now());
        LocalDate first = first(view, current);
        Weeks weeks = new Weeks(view, first, (int) ChronoUnit.WEEKS.between(first, current) + 1);
        view.chosen().forEach(weeks::count);
        return weeks.list();
    }

    private static LocalDate first(View view, LocalDate current) {
        long began = view.chosen().stream().mapToLong(Course::began).min().orElseThrow();
        LocalDate first = monday(view, Math.min(began, view.now()));
        LocalDate earliest = current.minusWeeks(BEFORE);
        return first.isBefore(earliest) ? earliest : first;
    }

    private static LocalDate monday(View view, long time) {
        return Instant.ofEpochMilli(time)
                .atZone(view.zone())
                .toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private long midnight(LocalDate day) {
        return day.atStartOfDay(view.zone()).toInstant().toEpochMilli();
    }

    /** The last millisecond of a week, of the current one this moment. */
    private long end(int week) {
        return Math.min(view.now(), midnight(first.plusWeeks(week + 1L)) - 1);
    }

    private void count(Course course) {
        add(started, course.began());
        if (!course.isOpen()) {
            add(finished, course.end().at());
            if (course.hasEnded("adopted")) {
                add(adopted, course.end().at());
            }
        }
        addAll(
                open,
                between(
                        course.began(),
                        course.isOpen() ? Long.MAX_VALUE : course.end().at()));
        addAll(overdue, overdue(course));
    }

    private long overdue(Course course) {
        long weeks = 0;
        for (Visit visit : course.visits()) {
            if (visit.dueAt() != 0 && visit.dueAt() < visit.leftAt()) {
                weeks |= between(Math.max(visit.since(), visit.dueAt() + 1), visit.leftAt());
            }
        }
        return weeks;
    }

    private void add(int[] counts, long time) {
        int week = week(time);
        if (time >= begin && week < counts.length) {
            counts[week]++;
        }
    }

    private static void addAll(int[] counts, long weeks) {
        for (long rest = weeks; rest != 0; rest &= rest - 1) {
            counts[Long.numberOfTrailingZeros(rest)]++;
        }
    }

    /** The weeks whose end lies in this span, its end excluded. */
    private long between(long from, long to) {
        return below(week(to)) & ~below(week(from));
    }

    private static long below(int week) {
        return (1L << week) - 1;
    }

    /** The first week that ends at this time or later. */
    private int week(long time) {
        int place = Arrays.binarySearch(ends, time);
        return place < 0 ? -place - 1 : place;
    }

    private List<Week> list() {
        return IntStream.range(0, ends.length)
                .mapToObj(i -> new Week(
                        first.plusWeeks(i).toString(), started[i], finished[i], adopted[i], open[i], overdue[i]))
                .toList();
    }
}

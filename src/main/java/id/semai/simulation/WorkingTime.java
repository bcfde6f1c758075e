package id.semai.simulation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;

/** When people of one zone work: Monday to Friday from 07.30, slowly while they fast and between the years. */
record WorkingTime(ZoneId zone) {

    private static final LocalTime OPENS = LocalTime.of(7, 30);
    private static final LocalTime CLOSES = LocalTime.of(16, 0);
    private static final LocalTime NOON = LocalTime.of(12, 0);

    /** Of fixed date; those that the moon decides stand in {@link #IDUL_FITRI}, the rest is left out. */
    private static final Set<MonthDay> HOLIDAYS =
            Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(6, 1), MonthDay.of(8, 17), MonthDay.of(12, 25));

    /** The first day of Idul Fitri; offices rest from three days before to six after (cuti bersama). */
    private static final Map<Integer, LocalDate> IDUL_FITRI = Map.of(
            2024, LocalDate.of(2024, 4, 10),
            2025, LocalDate.of(2025, 3, 31),
            2026, LocalDate.of(2026, 3, 20),
            2027, LocalDate.of(2027, 3, 10),
            2028, LocalDate.of(2028, 2, 27));

    /**
     * The moment at which so many days' work is done that was begun then; a minute within working hours, never the one
     * it began.
     */
    Instant after(Instant begin, double days, Chance chance) {
        ZonedDateTime start = begin.atZone(zone);
        LocalDate day = start.toLocalDate();
        double left = days;
        while (left > 0 || effort(day) == 0) {
            day = day.plusDays(1);
            left -= effort(day);
        }
        Instant done = minuteOf(day, chance);
        return done.isAfter(begin) ? done : soonAfter(begin, chance);
    }

    /** The last minute of a working day, or of the one before it. */
    Instant lastMinutesBefore(Instant due, Chance chance) {
        LocalDate day = due.atZone(zone).toLocalDate();
        int back = chance.whole(0, 1);
        while (effort(day) == 0 || back-- > 0) {
            day = day.minusDays(1);
        }
        return day.atTime(CLOSES)
                .minusMinutes(chance.whole(1, 150))
                .atZone(zone)
                .toInstant();
    }

    LocalDate workingDayFrom(LocalDate day) {
        return effort(day) > 0 ? day : workingDayFrom(day.plusDays(1));
    }

    Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(zone).toInstant();
    }

    LocalDate day(Instant time) {
        return time.atZone(zone).toLocalDate();
    }

    private Instant soonAfter(Instant begin, Chance chance) {
        ZonedDateTime soon = begin.atZone(zone).plusMinutes(chance.whole(10, 90));
        return isOpen(soon)
                ? soon.toInstant()
                : minuteOf(workingDayFrom(begin.atZone(zone).toLocalDate().plusDays(1)), chance);
    }

    private boolean isOpen(ZonedDateTime time) {
        return effort(time.toLocalDate()) > 0
                && !time.toLocalTime().isBefore(OPENS)
                && time.toLocalTime().isBefore(CLOSES);
    }

    /** Nobody works in the hour after noon. */
    private Instant minuteOf(LocalDate day, Chance chance) {
        LocalTime time = OPENS.plusMinutes(chance.whole(0, 449));
        return day.atTime(time.isBefore(NOON) ? time : time.plusHours(1))
                .atZone(zone)
                .toInstant();
    }

    /** How much of a day's work gets done. */
    private static double effort(LocalDate day) {
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY
                || day.getDayOfWeek() == DayOfWeek.SUNDAY
                || HOLIDAYS.contains(MonthDay.from(day))) {
            return 0;
        }
        LocalDate feast = IDUL_FITRI.get(day.getYear());
        if (feast != null && !day.isBefore(feast.minusDays(3)) && !day.isAfter(feast.plusDays(6))) {
            return 0;
        }
        boolean fasting = feast != null && day.isAfter(feast.minusDays(30)) && day.isBefore(feast);
        return fasting ? Habits.EFFORT_IN_RAMADAN : isBetweenTheYears(day) ? Habits.EFFORT_BETWEEN_THE_YEARS : 1;
    }

    private static boolean isBetweenTheYears(LocalDate day) {
        return day.getMonthValue() == 12 && day.getDayOfMonth() >= 20 || day.getDayOfYear() <= 5;
    }
}

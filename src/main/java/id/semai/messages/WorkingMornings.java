package id.semai.messages;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;

/** When a digest is due: in the first hours of a working day, so that a late start makes up for the letter the same morning. */
class WorkingMornings {

    private static final Duration MORNING = Duration.ofHours(4);
    private static final Set<DayOfWeek> FREE = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final LocalTime begin;
    private final Set<LocalDate> holidays;

    WorkingMornings(LocalTime begin, Set<LocalDate> holidays) {
        this.begin = begin;
        this.holidays = holidays;
    }

    boolean isNow(Instant now, ZoneId zone) {
        ZonedDateTime there = now.atZone(zone);
        Duration since = Duration.between(begin, there.toLocalTime());
        return isWorkingDay(there.toLocalDate()) && !since.isNegative() && since.compareTo(MORNING) < 0;
    }

    private boolean isWorkingDay(LocalDate day) {
        return !FREE.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }
}

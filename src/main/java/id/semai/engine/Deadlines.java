package id.semai.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAmount;
import org.springframework.stereotype.Component;

/** Turns spans into moments. Spans of a day or more end at 23.59.59 where the unit lives. */
@Component
class Deadlines {

    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    private final DurationSettings settings;
    private final Clock clock;

    Deadlines(DurationSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    Instant deadline(String nameOrText, ZoneId zone) {
        TemporalAmount span = settings.span(nameOrText);
        ZonedDateTime end = clock.instant().atZone(zone).plus(span);
        return isDays(span) ? end.with(END_OF_DAY).toInstant() : end.toInstant();
    }

    /** ISO 8601 text, as the engine's timers read it. */
    String duration(String nameOrText) {
        settings.span(nameOrText);
        return settings.text(nameOrText);
    }

    Instant endOfDay(LocalDate day, ZoneId zone) {
        return day.atTime(END_OF_DAY).atZone(zone).toInstant();
    }

    LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private static boolean isDays(TemporalAmount span) {
        return span instanceof Period || span instanceof Duration d && d.compareTo(Duration.ofDays(1)) >= 0;
    }
}

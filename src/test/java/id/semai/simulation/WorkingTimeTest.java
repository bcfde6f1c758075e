package id.semai.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkingTimeTest {

    private static final ZoneId WITA = ZoneId.of("Asia/Makassar");

    private final WorkingTime time = new WorkingTime(WITA);

    @Test
    void nobodyWorksAtNightOnWeekendsOrOnHolidays() {
        Instant begin = ZonedDateTime.of(2026, 8, 12, 10, 0, 0, 0, WITA).toInstant();
        assertThat(IntStream.range(0, 500).mapToObj(number -> time.after(begin, number / 10.0, Chance.of(1, number))
                        .atZone(WITA)))
                .allSatisfy(done -> {
                    assertThat(done.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
                    assertThat(done.toLocalTime()).isBetween(LocalTime.of(7, 30), LocalTime.of(16, 0));
                    assertThat(done.toLocalDate()).isNotEqualTo(LocalDate.of(2026, 8, 17));
                    assertThat(done.toInstant()).isAfter(begin);
                });
    }

    /** Friday's five working days end a week later, those before Idul Fitri two and more. */
    @Test
    void workTakesLongerWhereOfficesRest() {
        Instant friday = ZonedDateTime.of(2026, 7, 3, 10, 0, 0, 0, WITA).toInstant();
        assertThat(time.day(time.after(friday, 5, Chance.of(1))).toString()).isEqualTo("2026-07-10");
        Instant beforeTheFeast =
                ZonedDateTime.of(2026, 3, 16, 10, 0, 0, 0, WITA).toInstant();
        assertThat(time.day(time.after(beforeTheFeast, 5, Chance.of(1)))).isAfter(LocalDate.of(2026, 3, 30));
    }

    @Test
    void chanceDependsOnWhatItIsAskedAboutAlone() {
        assertThat(Chance.of(7, "sumbawa", 3, "signing").between(0, 1))
                .isEqualTo(Chance.of(7, "sumbawa", 3, "signing").between(0, 1))
                .isNotEqualTo(Chance.of(8, "sumbawa", 3, "signing").between(0, 1))
                .isNotEqualTo(Chance.of(7, "sumbawa", 4, "signing").between(0, 1));
    }
}

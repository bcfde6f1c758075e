package id.semai.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A digest comes on a working morning of where its reader works, and on no other. */
class WorkingMorningsTest {

    private static final ZoneId WITA = ZoneId.of("Asia/Makassar");

    private final WorkingMornings mornings =
            new WorkingMornings(LocalTime.of(7, 30), Set.of(LocalDate.parse("2026-12-25")));

    @Test
    void beginsWhereThePeopleAre() {
        Instant halfPastSevenInSumbawa = Instant.parse("2026-11-23T23:30:00Z");
        assertThat(mornings.isNow(halfPastSevenInSumbawa, WITA)).isTrue();
        assertThat(mornings.isNow(halfPastSevenInSumbawa.minusSeconds(1), WITA)).isFalse();
        assertThat(mornings.isNow(halfPastSevenInSumbawa, ZoneId.of("Asia/Jayapura")))
                .isTrue();
        assertThat(mornings.isNow(halfPastSevenInSumbawa, ZoneId.of("Asia/Jakarta")))
                .isFalse();
    }

    @Test
    void isMadeUpForTheSameMorningAndNoLater() {
        assertThat(isMorning("2026-11-24T11:29")).isTrue();
        assertThat(isMorning("2026-11-24T11:30")).isFalse();
        assertThat(isMorning("2026-11-24T19:00")).isFalse();
    }

    @Test
    void isNoneOnWeekendsAndHolidays() {
        assertThat(isMorning("2026-11-27T08:00")).as("Friday").isTrue();
        assertThat(isMorning("2026-11-28T08:00")).as("Saturday").isFalse();
        assertThat(isMorning("2026-11-29T08:00")).as("Sunday").isFalse();
        assertThat(isMorning("2026-11-30T08:00")).as("Monday").isTrue();
        assertThat(isMorning("2026-12-25T08:00")).as("Christmas").isFalse();
    }

    private boolean isMorning(String there) {
        return mornings.isNow(LocalDateTime.parse(there).atZone(WITA).toInstant(), WITA);
    }
}

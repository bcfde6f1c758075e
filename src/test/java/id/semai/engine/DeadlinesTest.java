package id.semai.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

    private static final ZoneId SUMBAWA = ZoneId.of("Asia/Makassar");

    /** 00.30 of the sixth in Sumbawa, still the fifth in UTC. */
    private final Clock clock = Clock.fixed(Instant.parse("2016-12-05T16:30:00Z"), ZoneOffset.UTC);

    private final Deadlines deadlines = with(Map.of());

    private Deadlines with(Map<String, String> durations) {
        return new Deadlines(new DurationSettings(durations), clock);
    }

    @Test
    void daysEndOneSecondBeforeMidnightWhereTheUnitLives() {
        assertThat(deadlines.deadline("commitment.due", SUMBAWA)).isEqualTo("2016-12-20T15:59:59Z");
        assertThat(deadlines.deadline("P1M", SUMBAWA)).isEqualTo("2017-01-06T15:59:59Z");
        assertThat(deadlines.endOfDay(LocalDate.of(2016, 12, 31), SUMBAWA)).isEqualTo("2016-12-31T15:59:59Z");
        assertThat(deadlines.today(SUMBAWA)).isEqualTo("2016-12-06");
    }

    @Test
    void secondsStaySecondsForATestOrADemo() {
        Deadlines quick = with(Map.of("commitment.due", "PT5S"));

        assertThat(quick.deadline("commitment.due", SUMBAWA)).isEqualTo("2016-12-05T16:30:05Z");
        assertThat(quick.duration("commitment.due")).isEqualTo("PT5S");
        assertThat(quick.duration("lab.due")).isEqualTo("P180D");
    }

    @Test
    void whatIsNoSpanIsNamed() {
        assertThatThrownBy(() -> with(Map.of("lab.due", "besok")))
                .hasMessageContaining("semai.durations.lab.due")
                .hasMessageContaining("besok");
        assertThatThrownBy(() -> with(Map.of("lab.due", "P0D"))).hasMessageContaining("lebih dari nol");
        assertThatThrownBy(() -> deadlines.duration("lab.dew")).hasMessageContaining("lab.dew");
    }
}

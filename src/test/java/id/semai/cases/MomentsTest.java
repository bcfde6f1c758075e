package id.semai.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {

    private static final Instant FROM = Instant.parse("2026-11-24T16:05:30Z");

    private final Moments sumbawa = new Moments(ZoneId.of("Asia/Makassar"), FROM.plusSeconds(7_200));

    @Test
    void timesAreThoseOfTheUnitsZoneAndNameIt() {
        assertThat(sumbawa.moment(FROM)).isEqualTo("25 November 2026 pukul 00.05 WITA");
        assertThat(sumbawa.day(FROM)).isEqualTo("25 November 2026");
        assertThat(sumbawa.iso(FROM)).isEqualTo("2026-11-25T00:05:30+08:00");
        assertThat(new Moments(ZoneId.of("Asia/Jakarta"), FROM).moment(FROM)).endsWith("23.05 WIB");
        assertThat(new Moments(ZoneId.of("Asia/Jayapura"), FROM).moment(FROM)).endsWith("01.05 WIT");
    }

    @ParameterizedTest
    @CsvSource({"0, kurang dari 1 menit", "61, 1 menit", "7199, 1 jam", "86399, 23 jam", "259200, 3 hari"})
    void spansAreToldInTheLargestWholeMeasure(long seconds, String told) {
        assertThat(sumbawa.span(FROM, FROM.plusSeconds(seconds))).isEqualTo(told);
    }

    @Test
    void whatGoesOnIsMeasuredUntilNow() {
        assertThat(sumbawa.span(FROM, null)).isEqualTo("2 jam");
    }
}

package id.semai.dashboardpages;

import static org.assertj.core.api.Assertions.assertThat;

import id.semai.dashboard.Freshness;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StampTest {

    private static final Instant EVENT = Instant.parse("2026-11-28T07:00:00Z");
    private static final Instant HEARD = Instant.parse("2026-11-28T08:00:00Z");

    @Test
    void aBrokerThatAnswersChangesNothingByAnswering() {
        assertThat(Stamp.of(freshness(true, HEARD))).isEqualTo(Stamp.of(freshness(true, HEARD.plusSeconds(1))));
    }

    @Test
    void oneThatIsSilentIsSaidWithTheTimeSinceWhen() {
        Stamp silent = Stamp.of(freshness(false, HEARD));

        assertThat(silent.silentSince()).isEqualTo(HEARD);
        assertThat(silent).isNotEqualTo(Stamp.of(freshness(true, HEARD)));
    }

    @Test
    void whatIsNotCountedIsSaid() {
        Stamp stamp = Stamp.of(freshness(true, HEARD));

        assertThat(stamp.setAside()).isEqualTo(2);
        assertThat(stamp.incomplete()).isEqualTo(1);
        assertThat(stamp.others()).isEqualTo(7);
    }

    private static Freshness freshness(boolean connected, Instant heard) {
        return new Freshness(EVENT, heard, 0, connected, false, 10, 0, 2, 1, Map.of("a", 3L, "b", 4L));
    }
}

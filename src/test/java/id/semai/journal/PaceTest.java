package id.semai.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "2, 0.4", "5, 2.5", "10, 10", "20, 40", "40, 160", "60, 360", "80, 500", "30000, 500"})
    void theSlowerABatchTheLongerTheRestUpToABound(long batchMillis, double restMillis) {
        assertThat(Pace.restAfter(Duration.ofMillis(batchMillis)))
                .isEqualTo(Duration.ofNanos((long) (restMillis * 1_000_000)));
    }
}

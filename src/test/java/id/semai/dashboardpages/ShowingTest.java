package id.semai.dashboardpages;

import static org.assertj.core.api.Assertions.assertThat;

import id.semai.dashboardpages.Showing.Source;
import id.semai.dashboardpages.Showing.Subject;
import id.semai.figures.Filter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ShowingTest {

    private final AtomicLong clock = new AtomicLong();
    private final Counter counter = new Counter();
    private final Showing showing = new Showing(new Subject(Filter.ALL, Sight.EVERYTHING), counter, clock::get);

    @Test
    void isDrawnAtMostTwiceASecondHoweverManyAsk() {
        for (int millis = 0; millis < 1_000; millis += 10) {
            counter.state++;
            showing.picture();
            pass(Duration.ofMillis(10));
        }
        assertThat(counter.drawn).isEqualTo(2);
    }

    @Test
    void isNotDrawnAgainWhileNothingHappens() {
        showing.picture();
        pass(Duration.ofSeconds(59));
        showing.picture();
        assertThat(counter.drawn).isEqualTo(1);
    }

    @Test
    void isDrawnAgainAfterAMinuteSinceTimeAloneMakesThingsOverdue() {
        showing.picture();
        pass(Duration.ofSeconds(61));
        showing.picture();
        assertThat(counter.drawn).isEqualTo(2);
    }

    @Test
    void viewersAreToldAlsoOfWhatSomebodyElseHadDrawn() {
        assertThat(showing.hasNews()).isTrue();
        assertThat(showing.hasNews()).isFalse();
        pass(Duration.ofSeconds(1));
        counter.state++;
        showing.picture();

        assertThat(showing.hasNews()).isTrue();
        assertThat(showing.hasNews()).isFalse();
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    private static class Counter implements Source {

        private long state = 1;
        private int drawn;

        @Override
        public Object state() {
            return state;
        }

        @Override
        public Map<String, byte[]> panels(Subject subject) {
            drawn++;
            return Map.of("totals", Long.toString(state).getBytes(StandardCharsets.UTF_8));
        }
    }
}

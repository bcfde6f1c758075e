package id.semai.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import id.semai.journeys.EndToEnd;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the fuzz says of losses can be believed, since planted ones are told. */
@EndToEnd
class VitalsTest {

    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(20);

    @Autowired
    DataSource database;

    private HikariDataSource pool;

    @BeforeEach
    void unwrap() throws Exception {
        pool = database.unwrap(HikariDataSource.class);
    }

    @Test
    void aConnectionThatIsNotGivenBackIsTold() throws Exception {
        Vitals vitals = new Vitals(pool, SHORT);
        try (Connection kept = pool.getConnection()) {
            assertThat(vitals.lost()).isPositive();
            assertThat(kept.isClosed()).isFalse();
        }
        assertThat(new Vitals(pool, LONG).lost()).isZero();
    }

    @Test
    void threadsThatDoNotEndAreTold() {
        CountDownLatch end = new CountDownLatch(1);
        Vitals before = new Vitals(pool, SHORT);
        Vitals longBefore = new Vitals(pool, LONG);
        try {
            Stream.generate(() -> new Thread(() -> await(end)))
                    .limit(2 * Vitals.IN_A_POOL)
                    .forEach(Thread::start);
            assertThat(before.lost()).isGreaterThan(Vitals.IN_A_POOL);
        } finally {
            end.countDown();
        }
        assertThat(longBefore.lost()).isZero();
    }

    @Test
    void memoryThatIsKeptIsTold() {
        Vitals vitals = new Vitals(pool, SHORT);
        byte[][] kept = new byte[3][(int) Vitals.HEAP_BYTES];
        assertThat(vitals.lost()).isGreaterThan(64);
        assertThat(kept).hasDimensions(3, (int) Vitals.HEAP_BYTES);
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}

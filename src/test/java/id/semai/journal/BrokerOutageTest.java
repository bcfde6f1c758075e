package id.semai.journal;

import static id.semai.journal.JournalWorld.entered;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.semai.stage.Innovation;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;

class BrokerOutageTest {

    @Test
    void whileKafkaIsDownEventsWaitAndNobodyElseDoes() {
        Broker broker = new Broker();
        try (JournalWorld world = new JournalWorld(broker)) {
            StageRelay relay = world.relay();
            relay.start();
            Innovation innovation = world.started();
            await().until(() -> relay.state() == StageRelay.State.WAITING_FOR_KAFKA);
            assertThat(health(world, relay).getDetails()).containsEntry("waiting", 2L);

            broker.start();
            awaitShipped(world, Duration.ofSeconds(20));

            broker.stop();
            long started = System.nanoTime();
            world.append(entered(innovation, "commitment"));
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(1));
            await().atMost(60, SECONDS).until(() -> relay.state() == StageRelay.State.WAITING_FOR_KAFKA);
            world.append(entered(innovation, "lab"));
            assertThat(health(world, relay).getStatus()).isEqualTo(RelayHealthIndicator.WAITING);

            broker.start();
            awaitShipped(world, Duration.ofSeconds(40));

            assertThat(world.stages().sequences(innovation.id())).containsExactly(1, 2, 3);
            relay.stop();
        } finally {
            broker.stop();
        }
    }

    private static void awaitShipped(JournalWorld world, Duration within) {
        await().atMost(within).until(() -> world.count("unshipped") == 0);
    }

    private static Health health(JournalWorld world, StageRelay relay) {
        return new RelayHealthIndicator(relay, world.unshipped()).health();
    }
}

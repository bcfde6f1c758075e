package id.semai.journal;

import static id.semai.journal.JournalWorld.entered;
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
        try (JournalWorld world = new JournalWorld(broker).impatient()) {
            StageRelay relay = world.relay();
            relay.start();
            Innovation innovation = world.started();
            await().until(() -> relay.state() == StageRelay.State.WAITING_FOR_KAFKA);
            assertThat(health(world, relay).getDetails()).containsEntry("waiting", 2L);

            broker.start();
            awaitShipped(world);

            broker.stop();
            long started = System.nanoTime();
            world.append(entered(innovation, "commitment"));
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(2));
            await().until(() -> relay.state() == StageRelay.State.WAITING_FOR_KAFKA);
            world.append(entered(innovation, "lab"));
            assertThat(health(world, relay).getStatus()).isEqualTo(RelayHealthIndicator.WAITING);

            broker.start();
            awaitShipped(world);

            assertThat(world.stages().sequences(innovation.id())).containsExactly(1, 2, 3);
            relay.stop();
        } finally {
            broker.stop();
        }
    }

    private static void awaitShipped(JournalWorld world) {
        await().until(() -> world.count("unshipped") == 0);
    }

    private static Health health(JournalWorld world, StageRelay relay) {
        return new RelayHealthIndicator(relay, world.unshipped()).health();
    }
}

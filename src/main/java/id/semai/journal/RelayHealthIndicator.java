package id.semai.journal;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Tells how the relay fares. While Kafka cannot be used it is {@code WAITING}, which fails the health group
 * {@code events} and nothing else: events wait, and nobody's work depends on it.
 */
@Component
class RelayHealthIndicator implements HealthIndicator {

    static final Status WAITING = new Status("WAITING", "Events wait in the database and go out by themselves");

    private final StageRelay relay;
    private final Unshipped unshipped;

    RelayHealthIndicator(StageRelay relay, Unshipped unshipped) {
        this.relay = relay;
        this.unshipped = unshipped;
    }

    @Override
    public Health health() {
        Health.Builder health =
                Health.status(status()).withDetail("state", relay.state()).withDetail("kafka", relay.brokers());
        if (relay.lastError() != null) {
            health.withDetail("lastError", relay.lastError()).withDetail("lastErrorAt", relay.lastErrorAt());
        }
        return withBacklog(health).build();
    }

    private Status status() {
        return switch (relay.state()) {
            case SHIPPING, STANDBY -> Status.UP;
            case WAITING_FOR_KAFKA, WAITING_FOR_DATABASE -> WAITING;
        };
    }

    private Health.Builder withBacklog(Health.Builder health) {
        try {
            Backlog backlog = unshipped.backlog();
            return health.withDetail("waiting", backlog.events())
                    .withDetail("oldestSeconds", backlog.oldest().toSeconds());
        } catch (DataAccessException failure) {
            return health.withDetail("waiting", "unknown");
        }
    }
}

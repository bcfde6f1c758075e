package id.semai.journal;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Tells how the relay fares and is up whatever Kafka does: events wait, and nobody's work depends on it. */
@Component
class RelayHealthIndicator implements HealthIndicator {

    private final StageRelay relay;
    private final Unshipped unshipped;

    RelayHealthIndicator(StageRelay relay, Unshipped unshipped) {
        this.relay = relay;
        this.unshipped = unshipped;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up().withDetail("state", relay.state()).withDetail("kafka", relay.brokers());
        if (relay.lastError() != null) {
            health.withDetail("lastError", relay.lastError());
        }
        return withBacklog(health).build();
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

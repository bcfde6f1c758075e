package id.semai.journal;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** What an operator watches: how much waits for Kafka, for how long, and who ships. */
@Component
class RelayMetrics implements MeterBinder {

    private final StageRelay relay;
    private final Unshipped unshipped;

    RelayMetrics(StageRelay relay, Unshipped unshipped) {
        this.relay = relay;
        this.unshipped = unshipped;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("semai.relay.backlog", unshipped, queue -> queue.backlog().events())
                .description("Events that are committed and not yet in Kafka")
                .register(registry);
        TimeGauge.builder("semai.relay.backlog.age", unshipped, TimeUnit.MILLISECONDS, queue -> queue.backlog()
                        .oldest()
                        .toMillis())
                .description("Age of the oldest of them")
                .register(registry);
        Gauge.builder("semai.relay.shipping", relay, it -> it.state() == StageRelay.State.SHIPPING ? 1 : 0)
                .description("1 on the node that ships")
                .register(registry);
        FunctionCounter.builder("semai.relay.shipped", relay, StageRelay::shipped)
                .description("Events this node has brought to Kafka")
                .register(registry);
        FunctionCounter.builder("semai.relay.takeovers", relay, StageRelay::takeOvers)
                .description("Times this node began to ship")
                .register(registry);
        FunctionCounter.builder("semai.relay.fencings", relay, StageRelay::fencings)
                .description("Times another node shut this one out")
                .register(registry);
        FunctionCounter.builder("semai.relay.failures", relay, StageRelay::failures)
                .description("Times this node had to begin anew, for whatever reason")
                .register(registry);
        TimeGauge.builder(
                        "semai.relay.last.failure",
                        relay,
                        TimeUnit.MILLISECONDS,
                        it -> it.lastErrorAt() == null ? 0 : it.lastErrorAt().toEpochMilli())
                .description("When it last had to, as Unix time; 0 if never. The health group events tells why")
                .register(registry);
    }
}

package id.semai.models;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** What an operator watches of the models. */
@Component
class ModelMetrics implements MeterBinder {

    private final ModelState state;
    private final Publisher publisher;
    private final NodeFolders nodes;

    ModelMetrics(ModelState state, Publisher publisher, NodeFolders nodes) {
        this.state = state;
        this.publisher = publisher;
        this.nodes = nodes;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("semai.models.refused", state, ModelState::refusedFiles)
                .description("Files in this node's folder that are not released because of errors")
                .register(registry);
        Gauge.builder("semai.models.failing", state, it -> it.failure() == null ? 0 : 1)
                .description("1 while the folder cannot be read or released for another reason than its content")
                .register(registry);
        Gauge.builder("semai.models.outdated", this, ModelMetrics::outdated)
                .description("Models in this node's folder that equal an earlier release")
                .register(registry);
        Gauge.builder("semai.models.differing", nodes, it -> it.differing().size())
                .description("Models of which the nodes' folders hold different contents")
                .register(registry);
        FunctionCounter.builder("semai.models.released", state, ModelState::released)
                .description("Releases that this node has made")
                .register(registry);
        TimeGauge.builder("semai.models.looked", state, TimeUnit.MILLISECONDS, it -> time(it.lookedAt()))
                .description("When this node looked at its folder last, as Unix time")
                .register(registry);
    }

    private int outdated() {
        return state.review() == null ? 0 : publisher.earlier(state.review()).size();
    }

    private static long time(Instant at) {
        return at == null ? 0 : at.toEpochMilli();
    }
}

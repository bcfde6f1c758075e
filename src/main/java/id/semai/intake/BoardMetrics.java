package id.semai.intake;

import id.semai.dashboard.Board;
import id.semai.dashboard.Freshness;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;

/** What an operator watches of the board. */
class BoardMetrics implements MeterBinder {

    private final Board board;

    BoardMetrics(Board board) {
        this.board = board;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "events", Freshness::events, "Events of innovations that are on the board");
        gauge(registry, "lag", Freshness::lag, "Records in the topics that are not on it yet; -1 while not known");
        gauge(registry, "connected", it -> it.connected() ? 1 : 0, "1 while the broker answers");
        gauge(registry, "set.aside", Freshness::setAside, "Records that are no events, kept for inspection");
        gauge(registry, "incomplete", Freshness::incomplete, "Innovations of which events are missing");
    }

    private void gauge(MeterRegistry registry, String name, ToDoubleFunction<Freshness> value, String description) {
        Gauge.builder("semai.dashboard." + name, board, it -> value.applyAsDouble(it.freshness()))
                .description(description)
                .register(registry);
    }
}

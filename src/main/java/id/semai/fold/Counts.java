package id.semai.fold;

import id.semai.events.Told;
import id.semai.fold.Snapshot.Tally;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** How much the topics have told, and how much of it was of no use. One thread counts, any may read. */
class Counts {

    private final AtomicLong events = new AtomicLong();
    private final AtomicLong repeated = new AtomicLong();
    private final AtomicLong setAside = new AtomicLong();
    private final AtomicLong incomplete = new AtomicLong();
    private final Map<String, Long> others = new ConcurrentHashMap<>();
    private volatile long lastEvent;

    void event(Told told) {
        events.incrementAndGet();
        lastEvent = Math.max(lastEvent, told.at());
    }

    void repeated() {
        repeated.incrementAndGet();
    }

    void setAside() {
        setAside.incrementAndGet();
    }

    void incomplete() {
        incomplete.incrementAndGet();
    }

    void other(String type) {
        others.merge(type, 1L, Long::sum);
    }

    Tally tally() {
        return new Tally(events.get(), repeated.get(), setAside.get(), lastEvent, Map.copyOf(others));
    }

    long incompleteOnes() {
        return incomplete.get();
    }

    void replace(Tally tally, long incompleteOnes) {
        events.set(tally.events());
        repeated.set(tally.repeated());
        setAside.set(tally.setAside());
        lastEvent = tally.lastEvent();
        others.clear();
        others.putAll(tally.others());
        incomplete.set(incompleteOnes);
    }
}

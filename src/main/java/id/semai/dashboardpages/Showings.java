package id.semai.dashboardpages;

import id.semai.dashboardpages.Showing.Source;
import id.semai.dashboardpages.Showing.Subject;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What is looked at just now, by filter and sight; what nobody looks at is forgotten after a minute. */
@Component
@WithBoard
class Showings {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST = 500;

    private final Source source;
    private final Map<Subject, Showing> all = new ConcurrentHashMap<>();

    Showings(Source source) {
        this.source = source;
    }

    /** @throws Refusal if as many as one node can draw are looked at by open pages */
    Showing of(Subject subject) {
        if (!all.containsKey(subject) && all.size() >= MOST) {
            forget();
            makeRoom();
        }
        return all.computeIfAbsent(subject, key -> new Showing(key, source, System::nanoTime));
    }

    private void makeRoom() {
        if (all.size() >= MOST) {
            all.entrySet().stream()
                    .filter(entry -> entry.getValue().viewers().isEmpty())
                    .min(Comparator.comparingLong(entry -> entry.getValue().used()))
                    .map(entry -> all.remove(entry.getKey()))
                    .orElseThrow(Refusal::busy);
        }
    }

    Collection<Showing> all() {
        return all.values();
    }

    void forget() {
        all.values().removeIf(showing -> showing.isForgotten(KEPT));
    }
}

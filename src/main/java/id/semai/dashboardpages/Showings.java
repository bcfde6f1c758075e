package id.semai.dashboardpages;

import id.semai.dashboardpages.Showing.Source;
import id.semai.dashboardpages.Showing.Subject;
import java.time.Duration;
import java.util.Collection;
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

    /** @throws Refusal if more are looked at than one node can draw */
    Showing of(Subject subject) {
        if (!all.containsKey(subject) && all.size() >= MOST) {
            forget();
            if (all.size() >= MOST) {
                throw Refusal.busy();
            }
        }
        return all.computeIfAbsent(subject, key -> new Showing(key, source, System::nanoTime));
    }

    Collection<Showing> all() {
        return all.values();
    }

    void forget() {
        all.values().removeIf(showing -> showing.isForgotten(KEPT));
    }
}

package id.semai.dashboardlogin;

import id.semai.accounts.Door;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who comes without a proof twenty times finds the door shut for a quarter of an hour; knocking is not counted. */
@Component
@Alone
class Knocks {

    static final int MOST = 20;

    private static final Duration SHUT = Duration.ofMinutes(15);
    private static final int MOST_DOORS = 50_000;

    private final Clock clock;
    private final Map<String, Count> counts = new HashMap<>();

    Knocks(Clock clock) {
        this.clock = clock;
    }

    /** Whether a proof may be looked at; it counts as a failure until it is {@link #forgiven}, so many at once are no more. */
    synchronized boolean enter(String address) {
        if (counts.size() >= MOST_DOORS) {
            counts.values().removeIf(this::isPast);
        }
        int before = failures(door(address));
        boolean open = before < MOST && counts.size() < MOST_DOORS;
        if (open) {
            counts.put(door(address), new Count(before + 1, clock.instant()));
        }
        return open;
    }

    synchronized void forgiven(String address) {
        counts.computeIfPresent(door(address), (door, count) -> new Count(count.failures() - 1, count.last()));
    }

    private int failures(String door) {
        Count count = counts.get(door);
        return count == null || isPast(count) ? 0 : count.failures();
    }

    private boolean isPast(Count count) {
        return count.last().plus(SHUT).isBefore(clock.instant());
    }

    private static String door(String address) {
        return Door.ofAddress(address).key();
    }

    private record Count(int failures, Instant last) {}
}

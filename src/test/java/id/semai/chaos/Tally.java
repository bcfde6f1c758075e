package id.semai.chaos;

import id.semai.journal.FaultPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was done to the cluster in a run. */
final class Tally {

    /** SIGKILLs, of nodes, Kafka and PostgreSQL. */
    int kills;

    final Map<FaultPoint, Integer> points = new EnumMap<>(FaultPoint.class);
    final Map<String, Integer> faults = new TreeMap<>();
    final List<Duration> starts = new ArrayList<>();
    final List<Outage> kafkaOutages = new ArrayList<>();

    record Outage(Instant from, Instant to) {
        boolean covers(long millis) {
            return millis >= from.toEpochMilli() && millis < to.toEpochMilli();
        }
    }

    void fault(String name) {
        faults.merge(name, 1, Integer::sum);
    }

    void point(FaultPoint point) {
        points.merge(point, 1, Integer::sum);
    }

    Duration meanStart() {
        return starts.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(Math.max(1, starts.size()));
    }
}

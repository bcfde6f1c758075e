package id.semai.fold;

import id.semai.events.Told;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/** Events that came before their turn, until what is missing has come or is known to be missing for good. */
class Early {

    private final Map<String, Waiting> waiting = new HashMap<>();

    /** Whether it is the first of its innovation that waits. */
    boolean hold(Told told, TopicPartition place) {
        Waiting before = waiting.get(told.subject());
        waiting.computeIfAbsent(told.subject(), id -> new Waiting(place, new TreeMap<>()))
                .events()
                .put(told.sequence(), told);
        return before == null;
    }

    /** Gives the event away whose turn it is; null if it is not here. */
    Told take(String innovation, int sequence) {
        Waiting held = waiting.get(innovation);
        Told told = held == null ? null : held.events().remove(sequence);
        if (held != null) {
            held.events().headMap(sequence).clear();
            waiting.computeIfPresent(innovation, (id, rest) -> rest.events().isEmpty() ? null : rest);
        }
        return told;
    }

    /** Gives all of them away, in their order. */
    List<Told> takeAll(String innovation) {
        Waiting held = waiting.remove(innovation);
        return held == null ? List.of() : List.copyOf(held.events().values());
    }

    List<String> innovations(TopicPartition place) {
        return waiting.entrySet().stream()
                .filter(held -> Objects.equals(held.getValue().place(), place))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    void clear() {
        waiting.clear();
    }

    private record Waiting(TopicPartition place, NavigableMap<Integer, Told> events) {}
}

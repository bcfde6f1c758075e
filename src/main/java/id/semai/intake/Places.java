package id.semai.intake;

import id.semai.fold.Snapshot.TopicMark;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/** How far each partition is read, and which is being read once more, from its beginning to where it was. */
class Places {

    private final Map<String, String> ids = new HashMap<>();
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private final Map<TopicPartition, Long> again = new HashMap<>();

    void resume(Map<String, TopicMark> marks) {
        marks.forEach((topic, mark) -> {
            ids.put(topic, mark.id());
            mark.offsets().forEach((partition, offset) -> next.put(new TopicPartition(topic, partition), offset));
        });
    }

    /** Only of use while nothing is read once more. */
    Map<String, TopicMark> marks() {
        Map<String, TopicMark> marks = new HashMap<>();
        ids.forEach((topic, id) -> marks.put(topic, new TopicMark(id, new TreeMap<>())));
        next.forEach((place, offset) -> marks.get(place.topic()).offsets().put(place.partition(), offset));
        return marks;
    }

    void meet(Collection<TopicDescription> topics) {
        topics.forEach(topic -> ids.put(topic.name(), id(topic)));
    }

    /** Whether one of them bears a known name and is another topic. */
    boolean anyIsAnother(Collection<TopicDescription> topics) {
        return topics.stream()
                .anyMatch(topic -> !ids.getOrDefault(topic.name(), id(topic)).equals(id(topic)));
    }

    /** Whether a partition ends before what was read of it. */
    boolean anyLieBehind(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> furthest(end.getKey()) > end.getValue());
    }

    void forget() {
        ids.clear();
        next.clear();
        ends.clear();
        again.clear();
    }

    long next(TopicPartition place) {
        return next.getOrDefault(place, 0L);
    }

    void goTo(TopicPartition place, long offset) {
        next.put(place, offset);
    }

    /** Where it ended when it was first seen. */
    void mustReach(TopicPartition place, long end) {
        ends.putIfAbsent(place, end);
    }

    boolean allReached() {
        ends.entrySet().removeIf(end -> next(end.getKey()) >= end.getValue());
        return ends.isEmpty();
    }

    /** Records between here and where the partitions ended when they were first seen; some of them are not ours to see. */
    long remaining() {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - next(end.getKey())))
                .sum();
    }

    void readOnceMore(TopicPartition place) {
        again.put(place, next(place));
    }

    boolean isReadOnceMore(TopicPartition place) {
        return again.containsKey(place);
    }

    boolean anyIsReadOnceMore() {
        return !again.isEmpty();
    }

    /** Whether what lies there was read before, on purpose. */
    boolean isKnown(TopicPartition place, long offset) {
        return offset < again.getOrDefault(place, 0L);
    }

    /** Whether it is read once more and is where it was; it is not read once more any longer then. */
    boolean isBack(TopicPartition place) {
        boolean back = isReadOnceMore(place) && next(place) >= again.get(place);
        if (back) {
            again.remove(place);
        }
        return back;
    }

    private long furthest(TopicPartition place) {
        return Math.max(next(place), again.getOrDefault(place, 0L));
    }

    private static String id(TopicDescription topic) {
        return topic.topicId().toString();
    }
}

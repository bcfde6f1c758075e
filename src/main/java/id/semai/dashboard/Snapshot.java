package id.semai.dashboard;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A board at one moment, and how far the topics were read then: the two cannot differ.
 *
 * @param topics by name
 * @param names what people read, by kind and code
 */
record Snapshot(
        Map<String, TopicMark> topics,
        Tally tally,
        List<UnitAt> units,
        List<ModelFacts> models,
        Map<String, Map<String, Names.Name>> names,
        Collection<Journey> journeys) {

    /**
     * @param id Kafka's, which a topic of the same name that was made anew does not have
     * @param offsets by partition: of the record to be read next
     */
    record TopicMark(String id, Map<Integer, Long> offsets) {}

    /** @param lastEvent business time of the newest event, milliseconds since 1970; 0 before the first */
    record Tally(long events, long repeated, long setAside, long lastEvent, Map<String, Long> others) {}

    /** @param offset of the record that told it */
    record UnitAt(UnitFacts facts, long offset) {}
}

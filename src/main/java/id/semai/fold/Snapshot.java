package id.semai.fold;

import static java.util.Objects.requireNonNull;

import id.semai.dashboard.Journey;
import id.semai.dashboard.ModelFacts;
import id.semai.dashboard.UnitFacts;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A board at one moment, and how far the topics were read then: the two cannot differ.
 *
 * @param topics by name
 * @param names what people read, by kind and code
 */
public record Snapshot(
        Map<String, TopicMark> topics,
        Tally tally,
        List<UnitAt> units,
        List<ModelFacts> models,
        Map<String, Map<String, Name>> names,
        Collection<Journey> journeys) {

    static final Snapshot NOTHING =
            new Snapshot(Map.of(), new Tally(0, 0, 0, 0, Map.of()), List.of(), List.of(), Map.of(), List.of());

    public Snapshot {
        requireNonNull(topics, "topics");
        requireNonNull(tally, "tally");
        requireNonNull(units, "units");
        requireNonNull(models, "models");
        requireNonNull(names, "names");
        requireNonNull(journeys, "journeys");
    }

    /**
     * @param id Kafka's, which a topic of the same name that was made anew does not have
     * @param offsets by partition: of the record to be read next
     */
    public record TopicMark(String id, Map<Integer, Long> offsets) {}

    /** @param lastEvent business time of the newest event, milliseconds since 1970; 0 before the first */
    public record Tally(long events, long repeated, long setAside, long lastEvent, Map<String, Long> others) {}

    /** @param offset of the record that told it */
    public record UnitAt(UnitFacts facts, long offset) {}

    /** @param at business time of the event that said so */
    public record Name(String text, long at) {

        /** Of two of the same moment, the order of the alphabet decides, so that no order of arrival does. */
        boolean isNewerThan(Name other) {
            return at > other.at || at == other.at && text.compareTo(other.text) > 0;
        }
    }
}

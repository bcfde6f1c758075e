package id.semai.journal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a comparison of one topic with the journal has found; keeps a few examples of each kind, however many there are. */
class Findings {

    private static final int EXAMPLES = 5;

    private final String topic;
    private final Map<Kind, List<String>> examples = new EnumMap<>(Kind.class);
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private long records;
    private long waiting;

    Findings(String topic) {
        this.topic = topic;
    }

    enum Kind {
        MISSING("hilang"),
        REPEATED("berulang"),
        REORDERED("terbalik"),
        ALTERED("berubah"),
        UNKNOWN("asing"),
        STALE("usang"),
        ERASED("terhapus");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    void add(Kind kind, String example) {
        counts.merge(kind, 1L, Long::sum);
        List<String> kept = examples.computeIfAbsent(kind, any -> new ArrayList<>());
        if (kept.size() < EXAMPLES) {
            kept.add(example);
        }
    }

    void addRecords(long more) {
        records += more;
    }

    void addWaiting(long more) {
        waiting += more;
    }

    String topic() {
        return topic;
    }

    long count(Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    List<String> examples(Kind kind) {
        return examples.getOrDefault(kind, List.of());
    }

    long records() {
        return records;
    }

    /** Committed in the journal and on their way to the topic. */
    long waiting() {
        return waiting;
    }

    boolean isClean() {
        return counts.isEmpty();
    }
}

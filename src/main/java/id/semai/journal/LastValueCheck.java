package id.semai.journal;

import id.semai.journal.Findings.Kind;
import id.semai.terminal.Progress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds a compacted topic against the journal: the last value of each key is the true one, and none was ever erased. */
class LastValueCheck {

    private static final int PAGE = 1_000;

    private final JdbcClient database;
    private final Findings findings;
    private final Truth truth;
    private final Map<String, Last> topic = new HashMap<>();
    private final Map<String, Row> before = new HashMap<>();

    LastValueCheck(JdbcClient database, Findings findings, Truth truth) {
        this.database = database;
        this.findings = findings;
        this.truth = truth;
    }

    /** Where the journal keeps what the topic should say last; each selects key, sequence and payload. */
    enum Truth {
        INNOVATIONS(
                "inovasi",
                "semai.innovation",
                "stage-transition",
                "select id as key, last_sequence as sequence, state as payload from semai.innovation"),
        UNITS(
                "unit",
                "semai.unit",
                "unit",
                """
                select u.code as key, e.sequence, e.payload
                from semai.unit u
                join semai.event e on e.stream = 'unit' and e.key = u.code and e.sequence = u.last_sequence""");

        final String table;
        private final String thing;
        private final String stream;
        private final String rows;

        Truth(String thing, String table, String stream, String rows) {
            this.thing = thing;
            this.table = table;
            this.stream = stream;
            this.rows = rows;
        }
    }

    void read(ConsumerRecords<String, byte[]> records) {
        records.forEach(this::read);
        findings.addRecords(records.count());
    }

    /**
     * Notes the keys that differ, and what the journal says of them. To be followed by reading on to where the topic
     * ends afterwards.
     */
    void noteDifferences(Progress progress) {
        Set<String> differing = new HashSet<>(topic.keySet());
        String after = "";
        for (List<Row> page = page(after); !page.isEmpty(); page = page(after)) {
            for (Row row : page) {
                if (agrees(row)) {
                    differing.remove(row.key());
                } else {
                    differing.add(row.key());
                }
            }
            progress.add(page.size());
            after = page.get(page.size() - 1).key();
        }
        lookUp(differing).forEach(row -> before.put(row.key(), row));
        differing.stream().filter(key -> !before.containsKey(key)).forEach(key -> before.put(key, null));
    }

    /** Judges the keys that were noted by what the journal said before the topic's end was taken, and what it says now. */
    void tell() {
        Map<String, Row> now = lookUp(before.keySet()).stream().collect(Collectors.toMap(Row::key, row -> row));
        before.forEach((key, earlier) -> judge(key, earlier, now.get(key)));
    }

    private void read(ConsumerRecord<String, byte[]> record) {
        String example = truth.thing
                + " %s (partisi %d, offset %d)".formatted(record.key(), record.partition(), record.offset());
        Last last = topic.get(record.key());
        if (record.value() == null) {
            findings.add(Kind.ERASED, example);
            topic.put(
                    record.key(),
                    new Last(last == null ? 0 : last.sequence(), null, record.partition(), record.offset()));
            return;
        }
        int sequence = EventHead.of(record.value()).sequence();
        if (last != null && last.partition() != record.partition()) {
            findings.add(Kind.REORDERED, example + ", sebelumnya di partisi " + last.partition());
        } else if (last != null && sequence < last.sequence()) {
            findings.add(Kind.REORDERED, example + ", urutan " + sequence + " setelah " + last.sequence());
        } else if (last != null && sequence == last.sequence() && last.digest() != null) {
            findings.add(Kind.REPEATED, example + ", urutan " + sequence);
        }
        topic.put(record.key(), new Last(sequence, digest(record.value()), record.partition(), record.offset()));
    }

    private boolean agrees(Row row) {
        Last last = topic.get(row.key());
        return last == null ? row.digest() == null : row.sameAs(last);
    }

    private void judge(String key, Row earlier, Row now) {
        Last last = topic.get(key);
        String example = truth.thing + " " + key
                + (last == null
                        ? ""
                        : " urutan %d (partisi %d, offset %d)"
                                .formatted(last.sequence(), last.partition(), last.offset()));
        if (now == null) {
            findings.add(Kind.UNKNOWN, example);
        } else if (now.digest() == null && last == null || last != null && now.sameAs(last)) {
            return;
        } else if (earlier != null && earlier.waiting()) {
            findings.addWaiting(1);
        } else if (last == null) {
            tellBehind(Kind.MISSING, example, 0, earlier, now);
        } else if (last.sequence() < now.sequence()) {
            tellBehind(Kind.STALE, example + ", jurnal: urutan " + now.sequence(), last.sequence(), earlier, now);
        } else if (last.digest() != null) {
            findings.add(Kind.ALTERED, example + ", jurnal: urutan " + now.sequence());
        }
    }

    /** What the journal has come to only since the topic's end was taken is on its way. */
    private void tellBehind(Kind kind, String example, int onTopic, Row earlier, Row now) {
        if (earlier != null && onTopic < earlier.sequence()) {
            findings.add(kind, example);
        } else {
            findings.addWaiting(1);
        }
    }

    private List<Row> page(String after) {
        return database.sql("select t.*, false as waiting from (" + truth.rows
                        + ") t where key > :after order by key limit " + PAGE)
                .param("after", after)
                .query((row, number) ->
                        Row.of(row.getString("key"), row.getInt("sequence"), row.getString("payload"), false))
                .list();
    }

    private List<Row> lookUp(Collection<String> keys) {
        List<String> all = new ArrayList<>(keys);
        List<Row> rows = new ArrayList<>();
        for (int from = 0; from < all.size(); from += PAGE) {
            rows.addAll(lookUpPage(all.subList(from, Math.min(from + PAGE, all.size()))));
        }
        return rows;
    }

    private List<Row> lookUpPage(List<String> keys) {
        return database.sql(
                        """
                        select t.*, key in (
                            select e.key from semai.unshipped u join semai.event e on e.id = u.event
                            where e.stream = :stream) as waiting
                        from (%s) t where key = any (cast(:keys as text[]))
                        """
                                .formatted(truth.rows))
                .param("stream", truth.stream)
                .param("keys", keys.toArray(String[]::new))
                .query((row, number) -> Row.of(
                        row.getString("key"),
                        row.getInt("sequence"),
                        row.getString("payload"),
                        row.getBoolean("waiting")))
                .list();
    }

    private static UUID digest(byte[] value) {
        return UUID.nameUUIDFromBytes(value);
    }

    /** The last value a reader of the topic has of a key; the digest is null if it was erased. */
    private record Last(int sequence, UUID digest, int partition, long offset) {}

    /** What the journal says of a key; the digest is null if it has nothing to say. */
    private record Row(String key, int sequence, UUID digest, boolean waiting) {

        static Row of(String key, int sequence, String payload, boolean waiting) {
            return new Row(
                    key,
                    sequence,
                    payload == null ? null : LastValueCheck.digest(payload.getBytes(StandardCharsets.UTF_8)),
                    waiting);
        }

        boolean sameAs(Last last) {
            return sequence == last.sequence() && digest != null && digest.equals(last.digest());
        }
    }
}

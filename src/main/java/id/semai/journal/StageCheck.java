package id.semai.journal;

import id.semai.journal.Findings.Kind;
import id.semai.terminal.Progress;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds a topic with every transition, and every release of a model, against the journal. Each record is looked up by
 * its id after it was read, so an event that the journal does not have then was never written. Of an innovation or a
 * model it remembers a few numbers, not events.
 */
class StageCheck {

    private static final int PAGE = 20_000;

    private static final String UNSEEN =
            """
            select e.stream, e.key, e.sequence
            from unnest(cast(:streams as text[]), cast(:keys as text[]), cast(:sequences as int[]))
                as unseen (stream, key, sequence)
            join semai.event e on (e.stream, e.key, e.sequence) = (unseen.stream, unseen.key, unseen.sequence)
            """;

    private static final String WAITING = UNSEEN + "where e.id in (select event from semai.unshipped)";

    private static final String YOUNGER = UNSEEN + "where e.occurred_at > cast(:newest as timestamptz)";

    private final JdbcClient database;
    private final Findings findings;
    private final boolean copy;
    private final Map<String, Track> tracks = new HashMap<>();
    private final Map<String, BitSet> due = new HashMap<>();
    private OffsetDateTime newest;

    /** @param copy whether the topic is a replay, which ends where the journal ended when it was made */
    StageCheck(JdbcClient database, Findings findings, boolean copy) {
        this.database = database;
        this.findings = findings;
        this.copy = copy;
    }

    void read(ConsumerRecords<String, byte[]> records) {
        Map<ConsumerRecord<String, byte[]>, UUID> ids = new HashMap<>();
        records.forEach(record -> ids.put(record, idOf(record)));
        Map<UUID, Written> journal = lookUp(ids.values());
        records.forEach(record -> judge(record, journal.get(ids.get(record))));
        findings.addRecords(records.count());
    }

    /**
     * Notes what the journal has shipped and the topic has not shown. To be followed by reading on to where the topic
     * ends afterwards: what was shipped before lies before that end.
     */
    void noteUnseen(Progress progress) {
        Position after = new Position("", "", 0);
        for (List<Position> page = page(after); !page.isEmpty(); page = page(after)) {
            note(page.stream().filter(this::isUnseen).toList());
            progress.add(page.size());
            after = page.get(page.size() - 1);
        }
    }

    /** What was noted and has not been seen since. */
    void tellMissing() {
        due.forEach((key, sequences) -> {
            Track track = tracks.get(key);
            if (track != null) {
                sequences.andNot(track.seen);
            }
            sequences.stream()
                    .forEach(sequence -> findings.add(Kind.MISSING, "%s urutan %d".formatted(named(key), sequence)));
        });
    }

    private static UUID idOf(ConsumerRecord<String, byte[]> record) {
        return record.value() == null ? null : EventHead.of(record.value()).id();
    }

    private Map<UUID, Written> lookUp(Collection<UUID> ids) {
        String[] known =
                ids.stream().filter(Objects::nonNull).map(UUID::toString).toArray(String[]::new);
        return database
                .sql(
                        """
                        select id, key, sequence, occurred_at, payload from semai.event
                        where id = any (cast(:ids as uuid[])) and stream in %s
                        """
                                .formatted(Stream.OF_STAGE_TRANSITIONS))
                .param("ids", known)
                .query((row, number) -> new Written(
                        row.getObject("id", UUID.class),
                        row.getString("key"),
                        row.getInt("sequence"),
                        row.getObject("occurred_at", OffsetDateTime.class),
                        row.getString("payload")))
                .list()
                .stream()
                .collect(Collectors.toMap(Written::id, written -> written));
    }

    private void judge(ConsumerRecord<String, byte[]> record, Written event) {
        if (event == null) {
            findings.add(
                    record.value() == null ? Kind.ERASED : Kind.UNKNOWN,
                    "kunci %s%s".formatted(record.key(), at(record)));
            return;
        }
        newest = newest == null || event.at().isAfter(newest) ? event.at() : newest;
        String example = "%s urutan %d%s".formatted(named(event.key()), event.sequence(), at(record));
        if (!event.key().equals(record.key())
                || !Arrays.equals(event.payload().getBytes(StandardCharsets.UTF_8), record.value())) {
            findings.add(Kind.ALTERED, example);
        }
        Track track = tracks.computeIfAbsent(event.key(), key -> new Track(record.partition()));
        if (track.seen.get(event.sequence())) {
            findings.add(Kind.REPEATED, example);
        } else if (event.sequence() < track.last) {
            findings.add(Kind.REORDERED, "%s, setelah urutan %d".formatted(example, track.last));
        } else if (record.partition() != track.partition) {
            findings.add(Kind.REORDERED, "%s, sebelumnya di partisi %d".formatted(example, track.partition));
        }
        track.seen.set(event.sequence());
        track.last = Math.max(track.last, event.sequence());
    }

    private static String at(ConsumerRecord<?, ?> record) {
        return " (partisi %d, offset %d)".formatted(record.partition(), record.offset());
    }

    private List<Position> page(Position after) {
        return database.sql(
                        """
                        select stream, key, sequence from semai.event
                        where stream in %s and (stream, key, sequence) > (:stream, :key, :sequence)
                        order by stream, key, sequence limit :page
                        """
                                .formatted(Stream.OF_STAGE_TRANSITIONS))
                .param("stream", after.stream())
                .param("key", after.key())
                .param("sequence", after.sequence())
                .param("page", PAGE)
                .query(StageCheck::position)
                .list();
    }

    private boolean isUnseen(Position event) {
        Track track = tracks.get(event.key());
        return track == null || !track.seen.get(event.sequence());
    }

    private void note(List<Position> unseen) {
        if (unseen.isEmpty()) {
            return;
        }
        Set<Position> excused = excused(unseen);
        findings.addWaiting(excused.size());
        unseen.stream().filter(event -> !excused.contains(event)).forEach(event -> due.computeIfAbsent(
                        event.key(), key -> new BitSet())
                .set(event.sequence()));
    }

    private Set<Position> excused(List<Position> unseen) {
        if (copy && newest == null) {
            return Set.of();
        }
        JdbcClient.StatementSpec statement = database.sql(copy ? YOUNGER : WAITING)
                .param("streams", unseen.stream().map(Position::stream).toArray(String[]::new))
                .param("keys", unseen.stream().map(Position::key).toArray(String[]::new))
                .param("sequences", unseen.stream().mapToInt(Position::sequence).toArray());
        return (copy ? statement.param("newest", newest) : statement)
                .query(StageCheck::position)
                .set();
    }

    private static Position position(ResultSet row, int number) throws SQLException {
        return new Position(row.getString("stream"), row.getString("key"), row.getInt("sequence"));
    }

    /** For people: a model by the id of its process. */
    private static String named(String key) {
        return ModelJournal.isModel(key) ? key.replaceFirst(":", " ") : "inovasi " + key;
    }

    private record Position(String stream, String key, int sequence) {}

    private record Written(UUID id, String key, int sequence, OffsetDateTime at, String payload) {}

    /** What was seen of one innovation or model. */
    private static final class Track {

        private final int partition;
        private final BitSet seen = new BitSet();
        private int last;

        private Track(int partition) {
            this.partition = partition;
        }
    }
}

package id.semai.dashboard;

import id.semai.dashboard.Snapshot.TopicMark;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the topics into a board, step by step: all partitions, without a group, so that nobody can take one away. A gap in
 * an innovation's sequence is closed by reading its partition once more; what is not there then is not in the topic.
 */
class Intake implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int LARGEST_ASIDE = 65_536;

    private final LiveBoard board;
    private final KafkaAccess access;
    private final DashboardSettings.Topics topics;
    private final Memory memory;
    private final Clock clock;
    private final EventParser parser = new EventParser();
    private final Map<String, String> ids = new HashMap<>();
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final Set<TopicPartition> assigned = new HashSet<>();
    private final Map<TopicPartition, Long> targets = new HashMap<>();
    private final Map<TopicPartition, Long> again = new HashMap<>();
    private boolean answered;
    private Consumer<String, byte[]> consumer;
    private Probe probe;

    Intake(LiveBoard board, KafkaAccess access, DashboardSettings.Topics topics, Memory memory, Clock clock) {
        this.board = board;
        this.access = access;
        this.topics = topics;
        this.memory = memory;
        this.clock = clock;
    }

    /** Goes on from here instead of from the beginning; to be called before the first step. */
    void resume(Map<String, TopicMark> marks) {
        marks.forEach((topic, mark) -> {
            ids.put(topic, mark.id());
            mark.offsets().forEach((partition, offset) -> positions.put(new TopicPartition(topic, partition), offset));
        });
    }

    /**
     * Takes what has come, or waits a while for it; how many records.
     *
     * @throws RuntimeException Kafka's, after which {@link #disconnect} lets the next step begin anew
     */
    int step(Duration wait) {
        if (consumer == null) {
            connect();
        }
        probe.look().ifPresent(this::hear);
        int records = assigned.isEmpty() ? rest(wait) : read(wait);
        closeGaps();
        report();
        return records;
    }

    /** Whether all that has been read is on the board, with nothing held back. */
    boolean isSettled() {
        return again.isEmpty() && !board.hasGaps();
    }

    /** How far it has come; only of use while it is settled. */
    Map<String, TopicMark> marks() {
        Map<String, TopicMark> marks = new HashMap<>();
        ids.forEach((topic, id) -> marks.put(topic, new TopicMark(id, new TreeMap<>())));
        positions.forEach((place, offset) -> marks.get(place.topic()).offsets().put(place.partition(), offset));
        return marks;
    }

    /** Records between here and where the topics ended when they were first seen; some of them are not ours to see. */
    long remaining() {
        return targets.entrySet().stream()
                .mapToLong(target -> Math.max(0, target.getValue() - positions.get(target.getKey())))
                .sum();
    }

    /** Whether Kafka has told what topics there are. */
    boolean isAnswered() {
        return answered;
    }

    /** Drops the connection, not what has been read. */
    void disconnect() {
        assigned.clear();
        board.unheard();
        if (probe != null) {
            probe.close();
            probe = null;
        }
        if (consumer != null) {
            consumer.close(Duration.ZERO);
            consumer = null;
        }
    }

    @Override
    public void close() {
        disconnect();
    }

    private void connect() {
        consumer = new KafkaConsumer<>(access.consumer(), new StringDeserializer(), new ByteArrayDeserializer());
        probe = new Probe(Admin.create(access.admin()), List.of(topics.stageTransitions(), topics.units()));
    }

    private void hear(Probe.Answer answer) {
        if (answer.failure() != null) {
            if (board.unheard()) {
                LOG.warn(
                        "Kafka di {} tidak menjawab; dasbor tetap menunjukkan keadaan terakhir dan terus mencoba: {}",
                        access.brokers(),
                        answer.failure().getMessage());
            }
            return;
        }
        noteReached();
        answered = true;
        if (answer.present().values().stream().anyMatch(this::isAnother)) {
            beginAnew("topiknya dibuat ulang");
        }
        answer.present().forEach((topic, description) -> ids.put(topic, id(description)));
        assign(answer.present().values());
    }

    private void noteReached() {
        if (board.heard(clock.instant())) {
            LOG.info("Dasbor membaca {} dan {} di {}", topics.stageTransitions(), topics.units(), access.brokers());
        }
    }

    private boolean isAnother(TopicDescription topic) {
        String known = ids.get(topic.name());
        return known != null && !known.equals(id(topic));
    }

    private static String id(TopicDescription topic) {
        return topic.topicId().toString();
    }

    private void beginAnew(String why) {
        LOG.warn("Dasbor dibangun ulang dari awal: {}.", why);
        board.forgetAll();
        memory.forget();
        ids.clear();
        positions.clear();
        targets.clear();
        again.clear();
        assigned.clear();
    }

    private void assign(Collection<TopicDescription> present) {
        Set<TopicPartition> all = present.stream()
                .flatMap(topic ->
                        topic.partitions().stream().map(it -> new TopicPartition(topic.name(), it.partition())))
                .collect(Collectors.toSet());
        if (assigned.containsAll(all)) {
            return;
        }
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(all, PATIENCE);
        Map<TopicPartition, Long> ends = consumer.endOffsets(all, PATIENCE);
        if (all.stream().anyMatch(place -> furthest(place) > ends.get(place))) {
            Map<String, String> same = Map.copyOf(ids);
            beginAnew("topiknya berakhir sebelum tempat yang sudah dibaca");
            ids.putAll(same);
        }
        assigned.addAll(all);
        consumer.assign(assigned);
        for (TopicPartition place : all) {
            targets.putIfAbsent(place, ends.get(place));
            goTo(place, Math.max(positions.getOrDefault(place, 0L), begins.get(place)));
        }
    }

    /** Where it came to, although it may be reading once more what lies before. */
    private long furthest(TopicPartition place) {
        return Math.max(positions.getOrDefault(place, 0L), again.getOrDefault(place, 0L));
    }

    private void goTo(TopicPartition place, long offset) {
        positions.put(place, offset);
        consumer.seek(place, offset);
    }

    private static int rest(Duration wait) {
        LockSupport.parkNanos(wait.toNanos());
        return 0;
    }

    private int read(Duration wait) {
        try {
            ConsumerRecords<String, byte[]> records = consumer.poll(wait);
            if (!records.isEmpty()) {
                noteReached();
            }
            for (TopicPartition place : records.partitions()) {
                records.records(place).forEach(record -> take(record, place));
            }
            assigned.forEach(this::notePosition);
            return records.count();
        } catch (OffsetOutOfRangeException gone) {
            // Deleted before it was read, or the topic lost its end: placed anew with the next answer.
            assigned.removeAll(gone.partitions());
            return 0;
        }
    }

    /** Also behind what only Kafka sees: the ends of transactions. */
    private void notePosition(TopicPartition place) {
        try {
            positions.put(place, consumer.position(place, Duration.ZERO));
        } catch (TimeoutException notKnownNow) {
            // The last record's place stands.
        }
    }

    private void take(ConsumerRecord<String, byte[]> record, TopicPartition place) {
        boolean known = record.offset() < again.getOrDefault(place, 0L);
        try {
            tell(record, place, known);
        } catch (NoEvent refusal) {
            setAside(record, refusal.getMessage(), known);
        } catch (RuntimeException surprise) {
            LOG.warn("Rekaman {} offset {} disisihkan", place, record.offset(), surprise);
            setAside(record, "tidak dapat diolah: " + surprise.getMessage(), known);
        }
        positions.put(place, record.offset() + 1);
    }

    private void tell(ConsumerRecord<String, byte[]> record, TopicPartition place, boolean known) {
        boolean ofUnits = place.topic().equals(topics.units());
        if (ofUnits && record.value() == null && record.key() != null) {
            board.forgetUnit(record.key(), record.offset());
            return;
        }
        Told told = parser.parse(record.key(), record.value());
        if (ofUnits) {
            board.applyUnit(told, record.offset());
        } else if (board.apply(told, place, known)) {
            LOG.warn(
                    "Inovasi {}: peristiwa sebelum nomor {} belum ada; {} dibaca ulang.",
                    told.subject(),
                    told.sequence(),
                    place);
        }
    }

    private void setAside(ConsumerRecord<String, byte[]> record, String reason, boolean known) {
        if (known) {
            return;
        }
        byte[] value = record.value();
        Aside aside = new Aside(
                record.topic(),
                record.partition(),
                record.offset(),
                clock.instant(),
                reason,
                record.key(),
                value == null
                        ? null
                        : new String(
                                Arrays.copyOf(value, Math.min(value.length, LARGEST_ASIDE)), StandardCharsets.UTF_8));
        board.setAside(aside);
        memory.note(aside);
    }

    private void closeGaps() {
        if (isSettled()) {
            return;
        }
        for (TopicPartition place : assigned) {
            Long until = again.get(place);
            if (until != null && positions.get(place) >= until) {
                settle(place);
            } else if (until == null && isRead(place) && !board.gaps(place).isEmpty()) {
                again.put(place, positions.get(place));
                goTo(place, consumer.beginningOffsets(Set.of(place), PATIENCE).get(place));
            }
        }
    }

    private void settle(TopicPartition place) {
        again.remove(place);
        List<String> missing = board.gaps(place);
        if (!missing.isEmpty()) {
            LOG.warn("Dalam {} memang tidak ada semua peristiwa dari {} inovasi: {}", place, missing.size(), missing);
        }
        board.settle(place);
    }

    private boolean isRead(TopicPartition place) {
        OptionalLong lag = consumer.currentLag(place);
        return lag.isPresent() && lag.getAsLong() == 0;
    }

    private void report() {
        targets.entrySet().removeIf(target -> positions.get(target.getKey()) >= target.getValue());
        board.behind(lag(), !answered || !targets.isEmpty() || !isSettled());
    }

    private long lag() {
        long sum = 0;
        for (TopicPartition place : assigned) {
            OptionalLong lag = consumer.currentLag(place);
            if (lag.isEmpty()) {
                return -1;
            }
            sum += lag.getAsLong();
        }
        return answered ? sum : -1;
    }
}

package id.semai.intake;

import id.semai.fold.LiveBoard;
import id.semai.snapshots.Memory;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
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

    private final LiveBoard board;
    private final KafkaAccess access;
    private final DashboardSettings.Topics topics;
    private final Memory memory;
    private final Clock clock;
    private final Clerk clerk;
    private final Places places = new Places();
    private final Set<TopicPartition> assigned = new HashSet<>();
    private boolean answered;
    private Consumer<String, byte[]> consumer;
    private Probe probe;

    Intake(LiveBoard board, KafkaAccess access, DashboardSettings.Topics topics, Memory memory, Clock clock) {
        this.board = board;
        this.access = access;
        this.topics = topics;
        this.memory = memory;
        this.clock = clock;
        this.clerk = new Clerk(board, topics.units(), memory, clock);
    }

    /** Goes on from what is remembered, if it is of these topics; to be called before the first step. */
    void recall() {
        memory.recall(Set.copyOf(topics.all())).ifPresent(past -> {
            board.replace(past.snapshot(), past.asides());
            places.resume(past.snapshot().topics());
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

    /** Has the board remembered, beside the reading, if it is time for that. */
    void keepIfDue() {
        if (isSettled() && memory.isDue()) {
            memory.keepBeside(places.marks(), board::snapshot);
        }
    }

    /** Has the board remembered before it returns, unless something is held back that was read already. */
    void keep() {
        if (isSettled()) {
            memory.keep(places.marks(), board::snapshot);
        }
    }

    /** Records between here and where the topics ended when they were first seen; some of them are not ours to see. */
    long remaining() {
        return places.remaining();
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
        probe = new Probe(Admin.create(access.admin()), topics.all());
    }

    private void hear(Probe.Answer answer) {
        if (answer.failure() != null) {
            sayUnheard(answer.failure());
            return;
        }
        noteReached();
        answered = true;
        Collection<TopicDescription> present = answer.present().values();
        if (places.anyIsAnother(present)) {
            beginAnew("topiknya dibuat ulang");
        }
        places.meet(present);
        assign(present);
    }

    private void sayUnheard(RuntimeException failure) {
        if (board.unheard()) {
            LOG.warn(
                    "Kafka di {} tidak menjawab; dasbor tetap menunjukkan keadaan terakhir dan terus mencoba: {}",
                    access.brokers(),
                    failure.getMessage());
        }
    }

    private void noteReached() {
        if (board.heard(clock.instant())) {
            LOG.info("Dasbor membaca {} di {}", String.join(" dan ", topics.all()), access.brokers());
        }
    }

    private void beginAnew(String why) {
        LOG.warn("Dasbor dibangun ulang dari awal: {}.", why);
        board.forgetAll();
        memory.forget();
        places.forget();
        assigned.clear();
    }

    private void assign(Collection<TopicDescription> present) {
        Set<TopicPartition> all = partitions(present);
        if (assigned.containsAll(all)) {
            return;
        }
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(all, PATIENCE);
        Map<TopicPartition, Long> ends = consumer.endOffsets(all, PATIENCE);
        if (places.anyLieBehind(ends)) {
            beginAnew("topiknya berakhir sebelum tempat yang sudah dibaca");
            places.meet(present);
        }
        assigned.addAll(all);
        consumer.assign(assigned);
        for (TopicPartition place : all) {
            places.mustReach(place, ends.get(place));
            goTo(place, Math.max(places.next(place), begins.get(place)));
        }
    }

    private static Set<TopicPartition> partitions(Collection<TopicDescription> topics) {
        return topics.stream()
                .flatMap(topic ->
                        topic.partitions().stream().map(it -> new TopicPartition(topic.name(), it.partition())))
                .collect(Collectors.toSet());
    }

    private void goTo(TopicPartition place, long offset) {
        places.goTo(place, offset);
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

    private void take(ConsumerRecord<String, byte[]> record, TopicPartition place) {
        clerk.enter(record, places.isKnown(place, record.offset()));
        places.goTo(place, record.offset() + 1);
    }

    /** Also behind what only Kafka sees: the ends of transactions. */
    private void notePosition(TopicPartition place) {
        try {
            places.goTo(place, consumer.position(place, Duration.ZERO));
        } catch (TimeoutException notKnownNow) {
            // The last record's place stands.
        }
    }

    /** Whether all that has been read is on the board, with nothing held back. */
    private boolean isSettled() {
        return !places.anyIsReadOnceMore() && !board.hasGaps();
    }

    private void closeGaps() {
        if (isSettled()) {
            return;
        }
        for (TopicPartition place : assigned) {
            if (places.isBack(place)) {
                settle(place);
            } else if (!places.isReadOnceMore(place)
                    && isRead(place)
                    && !board.gaps(place).isEmpty()) {
                places.readOnceMore(place);
                goTo(place, consumer.beginningOffsets(Set.of(place), PATIENCE).get(place));
            }
        }
    }

    private void settle(TopicPartition place) {
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
        board.behind(lag(), !answered || !places.allReached() || !isSettled());
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

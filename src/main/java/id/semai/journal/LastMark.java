package id.semai.journal;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads the relay's last committed mark. It reads up to the end of the log, not only to the end of what is visible:
 * another installation's transaction that is still open on the same topic hides what follows it, and is waited for.
 */
final class LastMark implements AutoCloseable {

    private static final long FIRST_LOOK = 32;
    private static final Duration POLL = Duration.ofMillis(200);

    /** Longer than any transaction of a relay may stay open. */
    private static final Duration READ_WITHIN = KafkaConnection.TRANSACTION_TIMEOUT.plusSeconds(15);

    private final TopicPartition place;
    private final String relay;

    /** Sees where the log ends. */
    private final Consumer<String, String> everything;

    private final Consumer<String, String> committed;

    LastMark(Map<String, Object> settings, JournalSettings journal) {
        place = new TopicPartition(journal.topics().relay(), 0);
        relay = journal.relay();
        everything = consumer(settings, IsolationLevel.READ_UNCOMMITTED);
        committed = consumer(settings, IsolationLevel.READ_COMMITTED);
        committed.assign(List.of(place));
    }

    /** Null if there is none; final only if every other relay of the name was fenced before. */
    Mark read() {
        return before(end(everything));
    }

    /** All of {@link #read} but its result and its waiting for what is not committed yet. */
    void rehearse() {
        end(everything);
        before(end(committed));
    }

    /** At once: a consumer that closes in order waits half a second for the next records, which it has asked for ahead. */
    @Override
    public void close() {
        everything.close(Duration.ZERO);
        committed.close(Duration.ZERO);
    }

    private long end(Consumer<String, String> consumer) {
        return consumer.endOffsets(List.of(place)).get(place);
    }

    /** Looks at the last few records first, then ever further back: a compacted log keeps one mark at least. */
    private Mark before(long end) {
        long begin = committed.beginningOffsets(List.of(place)).get(place);
        Mark last = null;
        long from = end;
        for (long look = FIRST_LOOK; last == null && from > begin; look *= 8) {
            from = Math.max(begin, end - look);
            last = between(from, end);
        }
        return last;
    }

    private Mark between(long from, long end) {
        long readUntil = System.nanoTime() + READ_WITHIN.toNanos();
        Mark last = null;
        committed.seek(place, from);
        while (committed.position(place) < end) {
            if (System.nanoTime() > readUntil) {
                throw new TimeoutException("The end of " + place + " could not be read within " + READ_WITHIN);
            }
            for (ConsumerRecord<String, String> found : committed.poll(POLL)) {
                last = found.key().equals(relay) ? Mark.parse(found.value()) : last;
            }
        }
        return last;
    }

    private static Consumer<String, String> consumer(Map<String, Object> settings, IsolationLevel isolation) {
        Map<String, Object> own = new HashMap<>(settings);
        own.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation.toString());
        return new KafkaConsumer<>(own, new StringDeserializer(), new StringDeserializer());
    }
}

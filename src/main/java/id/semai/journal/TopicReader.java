package id.semai.journal;

import id.semai.terminal.CommandFailure;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from its beginning as every {@code read_committed} reader sees it. */
class TopicReader implements AutoCloseable {

    /** Longer than any transaction of ours may stay open. */
    private static final Duration STUCK_AFTER = KafkaConnection.TRANSACTION_TIMEOUT.plusSeconds(30);

    private final String topic;
    private final Admin admin;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;

    TopicReader(KafkaConnection connection, String topic) {
        this.topic = topic;
        this.admin = Admin.create(connection.admin());
        this.consumer =
                new KafkaConsumer<>(settings(connection), new StringDeserializer(), new ByteArrayDeserializer());
        this.partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /**
     * Where the topic ends now, behind what is not decided yet: Kafka acknowledges a commit a moment before it shows the
     * records, and whoever reads up to here has seen everything acknowledged so far.
     */
    Map<TopicPartition, Long> ends() {
        try {
            return admin
                    .listOffsets(partitions.stream().collect(Collectors.toMap(it -> it, it -> OffsetSpec.latest())))
                    .all()
                    .get()
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, end -> end.getValue().offset()));
        } catch (ExecutionException failure) {
            throw new KafkaException(failure.getCause());
        } catch (InterruptedException interruption) {
            throw new InterruptException(interruption);
        }
    }

    /** How many offsets lie before these ends; not all of them are records. */
    long distance(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
                .sum();
    }

    /** Goes on until these ends. May give some records that lie behind them. */
    void readTo(Map<TopicPartition, Long> ends, Consumer<ConsumerRecords<String, byte[]>> reader) {
        long moved = System.nanoTime();
        for (long left = distance(ends); left > 0; ) {
            reader.accept(consumer.poll(Duration.ofMillis(200)));
            long now = distance(ends);
            if (now < left) {
                moved = System.nanoTime();
            } else if (System.nanoTime() - moved > STUCK_AFTER.toNanos()) {
                throw new CommandFailure(
                        "Topik " + topic + " tidak dapat dibaca sampai akhir: sebuah transaksi Kafka di"
                                + " dalamnya tidak kunjung selesai.");
            }
            left = now;
        }
    }

    boolean isEmpty() {
        long[] records = {0};
        Map<TopicPartition, Long> ends = new HashMap<>(ends());
        while (records[0] == 0 && distance(ends) > 0) {
            records[0] += consumer.poll(Duration.ofMillis(200)).count();
        }
        return records[0] == 0;
    }

    @Override
    public void close() {
        consumer.close();
        admin.close();
    }

    private static Map<String, Object> settings(KafkaConnection connection) {
        Map<String, Object> settings = new HashMap<>(connection.consumer());
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 8_000_000);
        return settings;
    }
}

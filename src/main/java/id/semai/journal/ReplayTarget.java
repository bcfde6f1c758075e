package id.semai.journal;

import id.semai.terminal.CommandFailure;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A topic that receives the journal again, in transactions of several thousand records. Their transactional id belongs
 * to this topic alone: it shuts an earlier replay to the same topic out and ends what that one left half done, and it
 * never meets the relay's.
 */
class ReplayTarget implements AutoCloseable {

    private static final int TRANSACTION_RECORDS = 10_000;
    private static final int TRANSACTION_BYTES = 16_000_000;

    private final String topic;
    private final Producer<String, String> producer;
    private int records;
    private long bytes;
    private long committed;

    private ReplayTarget(String topic, Producer<String, String> producer) {
        this.topic = topic;
        this.producer = producer;
    }

    /**
     * @param like the live topic that it is a copy of
     * @param compacted whether only the last record of a key is meant to stay
     * @throws CommandFailure if the topic could not hold a copy, or holds something and may not be appended to
     */
    static ReplayTarget open(
            KafkaConnection connection,
            JournalSettings settings,
            String topic,
            String like,
            boolean compacted,
            boolean append) {
        createIfAbsent(connection, settings, topic, like, compacted);
        ReplayTarget target = new ReplayTarget(topic, producer(connection, settings, topic));
        try (TopicReader reader = new TopicReader(connection, topic)) {
            if (!append && !reader.isEmpty()) {
                throw new CommandFailure("Topik " + topic + " sudah berisi: pilih topik lain, atau tambahkan --append"
                        + " jika pembacanya mengabaikan nomor urut yang sudah dibaca.");
            }
        } catch (RuntimeException failure) {
            target.close();
            throw failure;
        }
        return target;
    }

    void send(Extract.Row row) {
        if (records == 0) {
            producer.beginTransaction();
        }
        producer.send(KafkaOutlet.toKafka(topic, row.key(), row.payload(), row.traceparent()));
        records++;
        bytes += row.payload().length();
        if (records == TRANSACTION_RECORDS || bytes >= TRANSACTION_BYTES) {
            commit();
        }
    }

    /** Makes what was sent visible; fails if any of it could not be sent. */
    void commit() {
        if (records > 0) {
            producer.commitTransaction();
            committed += records;
            records = 0;
            bytes = 0;
        }
    }

    /** How many records readers see of what this replay has sent. */
    long committed() {
        return committed;
    }

    /** What is not committed stays unseen. */
    @Override
    public void close() {
        producer.close();
    }

    private static Producer<String, String> producer(
            KafkaConnection connection, JournalSettings settings, String topic) {
        Producer<String, String> producer = new KafkaProducer<>(
                connection.producer(settings.relay() + "-replay-" + topic),
                new StringSerializer(),
                new StringSerializer());
        producer.initTransactions();
        return producer;
    }

    private static void createIfAbsent(
            KafkaConnection connection, JournalSettings settings, String topic, String like, boolean compacted) {
        try (Admin admin = Admin.create(connection.admin())) {
            Set<String> present = admin.listTopics().names().get();
            if (present.contains(topic)) {
                requireFit(admin, topic, compacted);
                return;
            }
            int partitions = present.contains(like)
                    ? admin.describeTopics(Set.of(like))
                            .allTopicNames()
                            .get()
                            .get(like)
                            .partitions()
                            .size()
                    : settings.topics().partitions();
            admin.createTopics(Set.of(new NewTopic(topic, Optional.of(partitions), Optional.empty())
                            .configs(
                                    compacted
                                            ? Map.of(
                                                    TopicConfig.CLEANUP_POLICY_CONFIG,
                                                    TopicConfig.CLEANUP_POLICY_COMPACT)
                                            : Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"))))
                    .all()
                    .get();
        } catch (ExecutionException failure) {
            throw new KafkaException(failure.getCause());
        } catch (InterruptedException interruption) {
            throw new InterruptException(interruption);
        }
    }

    private static void requireFit(Admin admin, String topic, boolean compacted)
            throws ExecutionException, InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        String policy = admin.describeConfigs(Set.of(resource))
                .all()
                .get()
                .get(resource)
                .get(TopicConfig.CLEANUP_POLICY_CONFIG)
                .value();
        if (policy.contains(TopicConfig.CLEANUP_POLICY_COMPACT) != compacted) {
            throw new CommandFailure("Topik " + topic + " memakai cleanup.policy=" + policy + ", padahal "
                    + (compacted
                            ? "keadaan terakhir perlu compact"
                            : "peristiwa perlu delete, agar tidak ada yang hilang")
                    + ": pilih topik lain.");
        }
    }
}

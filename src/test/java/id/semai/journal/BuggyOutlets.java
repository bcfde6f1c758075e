package id.semai.journal;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The outlet with one mistake each. */
final class BuggyOutlets {

    private BuggyOutlets() {}

    static KafkaOutlet of(
            SeededBug bug,
            KafkaConnection connection,
            KafkaTopics topics,
            JournalSettings settings,
            FaultPoint.Listener points) {
        return switch (bug) {
            case NO_FENCING -> new NoFencing(connection, topics, settings, points);
            case STATE_BY_STALE_NODE -> new StateByStaleNode(connection, topics, settings, points);
            case MARK_BEFORE_FENCE -> new MarkBeforeFence(connection, topics, settings, points);
            case UNSTABLE_MARK_READ -> new UnstableMarkRead(connection, topics, settings, points);
            case RESEND_AFTER_UNKNOWN_COMMIT -> new ResendAfterUnknownCommit(connection, topics, settings, points);
            default -> new PointedOutlet(connection, topics, settings, points);
        };
    }

    /** A transactional id of each node's own shuts nobody out. */
    private static class NoFencing extends PointedOutlet {

        private final String id = UUID.randomUUID().toString();

        NoFencing(
                KafkaConnection connection, KafkaTopics topics, JournalSettings settings, FaultPoint.Listener points) {
            super(connection, topics, settings, points);
        }

        @Override
        String transactionalId() {
            return super.transactionalId() + id;
        }
    }

    /** Sends the states afterwards, outside the transaction that a stale node cannot commit. */
    private static class StateByStaleNode extends PointedOutlet {

        StateByStaleNode(
                KafkaConnection connection, KafkaTopics topics, JournalSettings settings, FaultPoint.Listener points) {
            super(connection, topics, settings, points);
        }

        @Override
        void send(Batch batch) {
            super.send(new Batch(
                    batch.number(),
                    batch.id(),
                    batch.records().stream().map(StateByStaleNode::withoutState).toList()));
        }

        @Override
        void commit(Batch batch) {
            super.commit(batch);
            Map<String, Object> plain = connection.producer("");
            plain.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
            plain.remove(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG);
            try (KafkaProducer<String, String> producer =
                    new KafkaProducer<>(plain, new StringSerializer(), new StringSerializer())) {
                batch.records().stream()
                        .filter(record -> record.state() != null)
                        .forEach(record -> producer.send(
                                new ProducerRecord<>(settings.topics().innovations(), record.key(), record.state())));
            }
        }

        private static Batch.Record withoutState(Batch.Record record) {
            return new Batch.Record(
                    record.position(), record.stream(), record.key(), record.payload(), record.traceparent(), null);
        }
    }

    /** Asks what Kafka holds while the predecessor can still commit. */
    private static class MarkBeforeFence extends PointedOutlet {

        private Mark early;

        MarkBeforeFence(
                KafkaConnection connection, KafkaTopics topics, JournalSettings settings, FaultPoint.Listener points) {
            super(connection, topics, settings, points);
        }

        @Override
        void fence() {
            early = super.readMark();
            super.fence();
        }

        @Override
        Mark readMark() {
            return early;
        }
    }

    /** Takes the mark of a transaction that was aborted for one that was committed. */
    private static class UnstableMarkRead extends PointedOutlet {

        UnstableMarkRead(
                KafkaConnection connection, KafkaTopics topics, JournalSettings settings, FaultPoint.Listener points) {
            super(connection, topics, settings, points);
        }

        @Override
        Mark readMark() {
            Map<String, Object> unstable = new HashMap<>(connection.consumer());
            unstable.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
            TopicPartition place = new TopicPartition(settings.topics().relay(), 0);
            Mark last = null;
            try (KafkaConsumer<String, String> consumer =
                    new KafkaConsumer<>(unstable, new StringDeserializer(), new StringDeserializer())) {
                consumer.assign(List.of(place));
                consumer.seekToBeginning(List.of(place));
                long end = consumer.endOffsets(List.of(place)).get(place);
                while (consumer.position(place) < end) {
                    for (ConsumerRecord<String, String> found : consumer.poll(Duration.ofMillis(200))) {
                        last = Mark.parse(found.value());
                    }
                }
            }
            return last;
        }
    }

    /** Takes a commit without an answer for one that failed. */
    private static class ResendAfterUnknownCommit extends PointedOutlet {

        ResendAfterUnknownCommit(
                KafkaConnection connection, KafkaTopics topics, JournalSettings settings, FaultPoint.Listener points) {
            super(connection, topics, settings, points);
        }

        @Override
        void ship(Batch batch) {
            try {
                super.ship(batch);
            } catch (TimeoutException unknown) {
                close();
                fence();
                super.ship(batch);
            }
        }
    }
}

package id.semai.journal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Kafka's side of shipping. A batch and its number become visible in one transaction: the number is committed as the
 * offset of a partition that holds no records, in a consumer group that has no members.
 */
@Component
class KafkaOutlet {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaOutlet.class);

    /** Well under the 7 days after which Kafka by default forgets the offset of a group without members. */
    private static final Duration MARK_AGAIN_AFTER = Duration.ofHours(6);

    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

    private final KafkaConnection connection;
    private final KafkaTopics topics;
    private final JournalSettings settings;
    private final Clock clock;
    private final TopicPartition place;

    private Producer<String, String> producer;
    private OffsetAndMetadata mark;
    private Instant markedAt = Instant.MIN;

    KafkaOutlet(KafkaConnection connection, KafkaTopics topics, JournalSettings settings, Clock clock) {
        this.connection = connection;
        this.topics = topics;
        this.settings = settings;
        this.clock = clock;
        this.place = new TopicPartition(settings.topics().relay(), 0);
    }

    String brokers() {
        return connection.brokers();
    }

    /**
     * Shuts every other relay of this name out, ends what it left half done, and only then reads which batch Kafka has
     * committed last.
     */
    void open() {
        connection.requireReachable();
        try (Admin admin = Admin.create(connection.admin())) {
            topics.createAbsent(admin);
            producer = new KafkaProducer<>(
                    connection.producer(settings.relay()), new StringSerializer(), new StringSerializer());
            producer.initTransactions();
            mark = committedMark(admin);
        } catch (ExecutionException failure) {
            throw new KafkaException(failure.getCause());
        } catch (InterruptedException interruption) {
            throw new InterruptException(interruption);
        }
    }

    /** Whether Kafka holds the batch; true and false are final, because nobody else can commit any more. */
    boolean holds(Batch batch) {
        if (mark == null && batch.number() > 1) {
            LOG.warn(
                    "Kafka has forgotten which batch came last (offsets.retention.minutes?); batch {} of {} events is"
                            + " taken as not sent and may be repeated",
                    batch.number(),
                    batch.size());
        }
        return mark != null && mark.equals(markOf(batch));
    }

    /** Sends the batch, all or none. If this fails, whether Kafka holds it is known only after opening again. */
    void ship(Batch batch) {
        begin(markOf(batch));
        batch.records().forEach(record -> producer.send(toKafka(record)));
        commit(markOf(batch));
    }

    /** To be called now and then while nothing is shipped, lest Kafka forget which batch came last. */
    void keepMark() {
        if (mark != null && markedAt.isBefore(clock.instant().minus(MARK_AGAIN_AFTER))) {
            begin(mark);
            commit(mark);
        }
    }

    void close() {
        if (producer == null) {
            return;
        }
        try {
            producer.close(CLOSE_WITHIN);
        } catch (KafkaException failure) {
            LOG.debug("The producer was not closed in order; the next one shuts it out", failure);
        } finally {
            producer = null;
        }
    }

    /** The mark goes first: after the events a producer that is shut out would notice only by a time-out. */
    private void begin(OffsetAndMetadata next) {
        producer.beginTransaction();
        producer.sendOffsetsToTransaction(Map.of(place, next), new ConsumerGroupMetadata(settings.relay()));
    }

    /** Fails if any event could not be sent. */
    void commit(OffsetAndMetadata next) {
        producer.commitTransaction();
        mark = next;
        markedAt = clock.instant();
    }

    private OffsetAndMetadata committedMark(Admin admin) throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(
                        Map.of(settings.relay(), new ListConsumerGroupOffsetsSpec()),
                        new ListConsumerGroupOffsetsOptions().requireStable(true))
                .partitionsToOffsetAndMetadata()
                .get()
                .get(place);
    }

    private static OffsetAndMetadata markOf(Batch batch) {
        return new OffsetAndMetadata(batch.number(), batch.id().toString());
    }

    private ProducerRecord<String, String> toKafka(Batch.Record event) {
        ProducerRecord<String, String> sent =
                new ProducerRecord<>(settings.topics().of(event.stream()), event.key(), event.payload());
        Headers headers = sent.headers().add("content-type", bytes(Envelope.CONTENT_TYPE));
        if (event.traceparent() != null) {
            headers.add("traceparent", bytes(event.traceparent()));
        }
        return sent;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

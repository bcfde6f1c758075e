package id.semai.journal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Kafka's side of shipping. A batch and its number become visible in one transaction: the number is a record, the mark,
 * on a topic of the relay's own.
 */
@Component
class KafkaOutlet {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaOutlet.class);

    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

    private final KafkaConnection connection;
    private final KafkaTopics topics;
    private final JournalSettings settings;

    /** Two take turns: a broker needs longer to complete a transaction than to take the next one, of another producer. */
    private Producer<String, String> producer;

    private Producer<String, String> next;
    private Mark mark;

    /** Whether the topics were looked at since anything last went wrong. */
    private boolean prepared;

    KafkaOutlet(KafkaConnection connection, KafkaTopics topics, JournalSettings settings) {
        this.connection = connection;
        this.topics = topics;
        this.settings = settings;
    }

    String brokers() {
        return connection.brokers();
    }

    /** Shuts every other relay of this name out, and only then reads which batch Kafka has committed last. */
    void open() {
        connection.requireReachable();
        prepareTopics();
        fence();
        mark = readMark();
    }

    /** All of {@link #open()} that neither disturbs nor waits for the relay that ships. */
    void rehearse() {
        connection.requireReachable();
        prepareTopics();
        makeProducers();
        try (Producer<String, String> nobodys = newProducer(transactionalId() + "-rehearsal")) {
            nobodys.initTransactions();
        }
        LastMark.rehearse(connection.consumer(), settings);
    }

    /** Afterwards nobody else can commit, and whatever another relay left half done is ended: committed or aborted. */
    void fence() {
        makeProducers();
        producer.initTransactions();
        next.initTransactions();
    }

    private void makeProducers() {
        if (producer == null) {
            producer = newProducer(transactionalId());
            next = newProducer(transactionalId() + "-2");
        }
    }

    private Producer<String, String> newProducer(String transactionalId) {
        return new KafkaProducer<>(
                connection.producer(transactionalId), new StringSerializer(), new StringSerializer());
    }

    /** Null if Kafka knows of no batch. */
    Mark readMark() {
        return LastMark.read(connection.consumer(), settings);
    }

    /** The same for all nodes: that is what fences. */
    String transactionalId() {
        return settings.relay();
    }

    private void prepareTopics() {
        if (prepared) {
            return;
        }
        try (Admin admin = Admin.create(connection.admin())) {
            topics.prepare(admin);
            prepared = true;
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
                    "Kafka does not know which batch came last (was topic {} deleted?); batch {} of {} events is taken"
                            + " as not sent and may be repeated",
                    settings.topics().relay(),
                    batch.number(),
                    batch.size());
        }
        return Mark.of(batch).equals(mark);
    }

    /** Sends the batch, all or none. If this fails, whether Kafka holds it is known only after opening again. */
    void ship(Batch batch) {
        producer.beginTransaction();
        send(batch);
        commit(batch);
    }

    void send(Batch batch) {
        String relay = settings.relay();
        producer.send(new ProducerRecord<>(
                settings.topics().relay(), 0, relay, Mark.of(batch).text()));
        batch.records().forEach(this::send);
    }

    /** Fails if any record could not be sent. */
    void commit(Batch batch) {
        producer.commitTransaction();
        mark = Mark.of(batch);
        takeTurns();
    }

    void close() {
        close(producer);
        close(next);
        producer = null;
        next = null;
        prepared = false;
    }

    private void takeTurns() {
        Producer<String, String> rests = producer;
        producer = next;
        next = rests;
    }

    private static void close(Producer<String, String> producer) {
        try {
            if (producer != null) {
                producer.close(CLOSE_WITHIN);
            }
        } catch (KafkaException failure) {
            LOG.debug("The producer was not closed in order; the next one shuts it out", failure);
        }
    }

    private void send(Batch.Record event) {
        producer.send(toKafka(settings.topics().of(event.stream()), event.key(), event.payload(), event.traceparent()));
        if (event.state() != null) {
            producer.send(toKafka(settings.topics().innovations(), event.key(), event.state(), event.traceparent()));
        }
    }

    /** @param traceparent null if it is not known */
    static ProducerRecord<String, String> toKafka(String topic, String key, String value, String traceparent) {
        ProducerRecord<String, String> sent = new ProducerRecord<>(topic, key, value);
        Headers headers = sent.headers().add("content-type", bytes(Envelope.CONTENT_TYPE));
        if (traceparent != null) {
            headers.add("traceparent", bytes(traceparent));
        }
        return sent;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

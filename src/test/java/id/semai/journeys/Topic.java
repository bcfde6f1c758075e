package id.semai.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.semai.journal.Contract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.springframework.boot.autoconfigure.kafka.KafkaConnectionDetails;
import org.springframework.boot.test.context.TestComponent;

/**
 * What any consumer of the public topics sees: a plain one, that reads committed records from the beginning. Whatever
 * test reads, each record that passes here must keep to the contract.
 */
@TestComponent
public class Topic {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration LOOKS_EVERY = Duration.ofMillis(50);

    private final KafkaConnectionDetails kafka;
    private final Set<String> judged = ConcurrentHashMap.newKeySet();

    public Topic(KafkaConnectionDetails kafka) {
        this.kafka = kafka;
    }

    /** One record of the stage transitions. */
    public record Event(int partition, long offset, JsonNode envelope, String traceparent) {

        public JsonNode data() {
            return envelope.path("data");
        }

        public long sequence() {
            return data().path("sequence").asLong();
        }

        /** For a test to read: {@code lab.design entered}, {@code lab.design completed(accepted)}. */
        public String brief() {
            String type = envelope.path("type").asText().replaceAll("^id\\.semai\\.\\w+\\.|\\.v1$", "");
            String stage = data().has("stage") ? data().path("stage").asText() + " " : "";
            String outcome =
                    data().hasNonNull("outcome") ? "(" + data().path("outcome").asText() + ")" : "";
            String reason =
                    type.equals("cancelled") ? "(" + data().path("reasonCode").asText() + ")" : "";
            return stage + type + outcome + reason;
        }
    }

    /** Waits until the innovation has finished on the topic and returns all of its events in offset order. */
    public List<Event> finished(String innovation) {
        return arriving(() -> {
            List<Event> events = of(innovation);
            return events.stream().anyMatch(event -> event.brief().startsWith("finished")) ? events : null;
        });
    }

    /** Waits for so many events of an innovation. */
    public List<Event> atLeast(int count, String innovation) {
        return arriving(() -> {
            List<Event> events = of(innovation);
            return events.size() >= count ? events : null;
        });
    }

    /** What has just been done is still on its way, and each look reads the whole topic. */
    private static List<Event> arriving(Callable<List<Event>> look) {
        return Awaitility.await("events")
                .pollDelay(LOOKS_EVERY)
                .pollInterval(LOOKS_EVERY)
                .until(look, Objects::nonNull);
    }

    public List<Event> of(String innovation) {
        return records("semai.stage-transitions.v1").stream()
                .filter(record -> innovation.equals(record.key()))
                .map(record -> new Event(
                        record.partition(), record.offset(), parse(record.value()), header(record, "traceparent")))
                .toList();
    }

    public List<ConsumerRecord<String, String>> records(String topic) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                String.join(",", kafka.getBootstrapServers()),
                "isolation.level",
                "read_committed");
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        records.forEach(this::judge);
        return records;
    }

    /** Once for each record, since tests read the same ones again while they wait. */
    private void judge(ConsumerRecord<String, String> record) {
        if (judged.add(record.topic() + "/" + record.partition() + "/" + record.offset())) {
            JsonNode event = parse(record.value());
            assertThat(Contract.faults(event)).as(record.value()).isEmpty();
            assertThat(event.path("subject").asText()).isEqualTo(record.key());
            assertThat(event.path("partitionkey").asText()).isEqualTo(record.key());
            assertThat(header(record, "content-type")).isEqualTo("application/cloudevents+json; charset=UTF-8");
        }
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static JsonNode parse(String value) {
        try {
            return JSON.readTree(value);
        } catch (IOException e) {
            throw new UncheckedIOException(value, e);
        }
    }
}

package id.semai.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic as any reader of what is committed does, from the beginning to the end of the log. */
final class TopicReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration WITHIN = Duration.ofSeconds(90);

    private TopicReader() {}

    /** @param value null for a tombstone */
    record Told(String key, int partition, JsonNode value) {

        String id() {
            return value.get("id").asText();
        }

        int sequence() {
            return Integer.parseInt(value.get("sequence").asText());
        }

        JsonNode data() {
            return value.get("data");
        }

        /** The event in the words of {@link Truth}. */
        String fact() {
            String type = value.get("type").asText();
            return switch (type) {
                case "id.semai.innovation.started.v1" -> "started";
                case "id.semai.innovation.finished.v1" ->
                    "finished " + data().get("outcome").asText();
                case "id.semai.innovation.migrated.v1" ->
                    "migrated %s %s".formatted(data().get("fromVersion"), data().get("processVersion"));
                case "id.semai.model.released.v1" -> "released " + data().get("processVersion");
                default -> ofStage(type);
            };
        }

        private String ofStage(String type) {
            String what = type.substring("id.semai.stage.".length(), type.length() - ".v1".length());
            return "%s %s %d"
                    .formatted(
                            what,
                            data().get("stage").asText(),
                            data().get("visit").asInt());
        }
    }

    static void read(String kafka, String topic, Consumer<Told> reader) {
        try (KafkaConsumer<String, String> consumer = consumer(kafka, "read_committed")) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = ends(kafka, partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long until = System.nanoTime() + WITHIN.toNanos();
            while (partitions.stream().anyMatch(place -> consumer.position(place) < ends.get(place))) {
                if (System.nanoTime() > until) {
                    throw new AssertionError("The end of " + topic + " cannot be read: a transaction stays open");
                }
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
                    reader.accept(new Told(record.key(), record.partition(), json(record.value())));
                }
            }
        }
    }

    /** Of the log, and not only of what is visible. */
    private static Map<TopicPartition, Long> ends(String kafka, List<TopicPartition> partitions) {
        try (KafkaConsumer<String, String> everything = consumer(kafka, "read_uncommitted")) {
            return everything.endOffsets(partitions);
        }
    }

    private static KafkaConsumer<String, String> consumer(String kafka, String isolation) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
                new StringDeserializer(),
                new StringDeserializer());
    }

    private static JsonNode json(String text) {
        try {
            return text == null ? null : JSON.readTree(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

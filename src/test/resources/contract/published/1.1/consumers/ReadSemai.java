///usr/bin/env jbang "$0" "$@" ; exit $?
//DEPS org.apache.kafka:kafka-clients:3.9.2
//DEPS com.fasterxml.jackson.core:jackson-databind:2.21.4
//DEPS org.slf4j:slf4j-nop:2.0.17

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads a topic of Semai from the beginning and prints one line for each event. Salin dan ubah sesuka Anda; copy and
 * change it as you like.
 *
 * <pre>
 * jbang ReadSemai.java [address] [topic] [--until-end]
 * java -cp 'libs/*' ReadSemai.java [address] [topic] [--until-end]
 * </pre>
 *
 * Address and topic may also come from SEMAI_KAFKA and SEMAI_TOPIC. It runs until Ctrl-C; with --until-end only until
 * it has read what was there when it began.
 */
public class ReadSemai {

    /** What is known today. Types that are not in this list will come one day: a reader ignores them. */
    private static final Map<String, String> WORDS = Map.of(
            "id.semai.innovation.started.v1", "started",
            "id.semai.stage.entered.v1", "entered",
            "id.semai.stage.completed.v1", "completed",
            "id.semai.stage.cancelled.v1", "cancelled",
            "id.semai.stage.overdue.v1", "overdue",
            "id.semai.innovation.finished.v1", "finished",
            "id.semai.innovation.changed.v1", "is now",
            "id.semai.unit.changed.v1", "unit");

    private final ObjectMapper json = new ObjectMapper();

    /** The last sequence of each key. A dashboard keeps this beside what it shows, in the same transaction. */
    private final Map<String, Long> last = new HashMap<>();

    public static void main(String[] arguments) throws Exception {
        List<String> given = List.of(arguments);
        List<String> names = given.stream().filter(word -> !word.startsWith("--")).toList();
        String address = names.size() > 0 ? names.get(0) : setting("SEMAI_KAFKA", "localhost:19092");
        String topic = names.size() > 1 ? names.get(1) : setting("SEMAI_TOPIC", "semai.stage-transitions.v1");
        new ReadSemai().run(address, topic, given.contains("--until-end"));
    }

    private static String setting(String name, String otherwise) {
        return System.getenv().getOrDefault(name, otherwise);
    }

    private void run(String address, String topic, boolean untilEnd) throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", address,
                "isolation.level", "read_committed", // without it, repetitions may be seen
                "enable.auto.commit", false);
        KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        Thread reader = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(consumer, reader)));
        try (consumer) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (!untilEnd || !reached(consumer, ends)) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(500))) {
                    read(record.value());
                }
            }
        } catch (WakeupException ctrlC) {
            // The end that was asked for.
        }
    }

    private static boolean reached(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static void stop(KafkaConsumer<?, ?> consumer, Thread reader) {
        consumer.wakeup();
        try {
            reader.join(5_000);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(String value) throws Exception {
        if (value == null) {
            return;
        }
        JsonNode event = json.readTree(value);
        String key = event.path("subject").asText();
        String type = event.path("type").asText();
        long sequence = Long.parseLong(event.path("sequence").asText());
        long before = last.getOrDefault(key, 0L);
        if (sequence <= before) {
            return; // seen already: a replay, or a second reading
        }
        last.put(key, sequence); // also of a type that is not known
        // Topics of latest states may skip numbers; the topic of stage transitions never does.
        if (sequence > before + 1 && !type.contains(".changed.")) {
            System.out.println("GAP  " + key + " expected " + (before + 1) + " got " + sequence);
        }
        if (WORDS.containsKey(type)) {
            System.out.println(line(key, sequence, type, event.path("data")));
        }
    }

    private static String line(String key, long sequence, String type, JsonNode data) {
        StringBuilder line = new StringBuilder(key).append(" #").append(sequence).append(' ');
        line.append(WORDS.get(type));
        for (String name : List.of("status", "stage", "outcome", "reasonCode")) {
            if (data.hasNonNull(name)) {
                line.append(' ').append(data.get(name).asText());
            }
        }
        return line.append(" | ")
                .append(data.path("title").asText(data.path("unitName").asText()))
                .append(" | ")
                .append(data.path("unitName").asText())
                .toString();
    }
}

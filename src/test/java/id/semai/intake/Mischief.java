package id.semai.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Stands between Kafka and the reader: gives records twice, old ones again, or keeps some back once. */
public class Mischief implements ConsumerInterceptor<String, byte[]> {

    public static final Map<String, String> TWICE =
            Map.of("interceptor.classes", Mischief.class.getName(), "mischief", "twice");
    static final Map<String, String> LOSES =
            Map.of("interceptor.classes", Mischief.class.getName(), "mischief", "loses");

    /** Topic and offset of what is lost on its first delivery. */
    static final Set<String> LOST_ONCE = ConcurrentHashMap.newKeySet();

    private final Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> seen = new HashMap<>();
    private boolean twice;

    @Override
    public void configure(Map<String, ?> settings) {
        twice = "twice".equals(settings.get("mischief"));
    }

    @Override
    public ConsumerRecords<String, byte[]> onConsume(ConsumerRecords<String, byte[]> records) {
        Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> given = new HashMap<>();
        for (TopicPartition place : records.partitions()) {
            given.put(place, twice ? twice(place, records.records(place)) : some(records.records(place)));
        }
        return new ConsumerRecords<>(given);
    }

    private List<ConsumerRecord<String, byte[]>> twice(
            TopicPartition place, List<ConsumerRecord<String, byte[]>> records) {
        List<ConsumerRecord<String, byte[]>> before = seen.computeIfAbsent(place, any -> new ArrayList<>());
        List<ConsumerRecord<String, byte[]>> given = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            given.add(record);
            given.add(record);
            before.add(record);
            given.add(before.get(before.size() / 2));
        }
        return given;
    }

    private static List<ConsumerRecord<String, byte[]>> some(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .filter(record -> !LOST_ONCE.remove(record.topic() + "/" + record.offset()))
                .toList();
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void close() {}
}

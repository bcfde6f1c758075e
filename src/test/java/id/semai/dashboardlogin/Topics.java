package id.semai.dashboardlogin;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.semai.journal.Broker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Topics of their own, with units and innovations made from the contract's examples. */
final class Topics {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path EXAMPLES = Path.of("src/main/resources/contract/examples");

    final String stages = "stages-" + UUID.randomUUID();
    final String units = "units-" + UUID.randomUUID();

    String broker() {
        return Broker.shared().address();
    }

    void tellUnit(String code, String area) {
        send(units, code, "unit-changed", data -> data.put("unit", code)
                .put("government", area)
                .put("governmentName", "Kabupaten/Kota " + area)
                .put("unitName", "Perangkat " + code)
                .put("sequence", 1));
    }

    /** Its id is that of the unit, with a word before it. */
    void tellInnovation(String unit, String area) {
        String id = idOf(unit);
        send(stages, id, "innovation-started", data -> data.put("innovationId", id)
                .put("unit", unit)
                .put("government", area)
                .put("title", "Judul dari " + unit));
    }

    static String idOf(String unit) {
        return "inovasi-" + unit;
    }

    private void send(String topic, String key, String example, Consumer<ObjectNode> change) {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker()), new StringSerializer(), new StringSerializer())) {
            ObjectNode event = (ObjectNode)
                    JSON.readTree(EXAMPLES.resolve(example + ".v1.valid.json").toFile());
            event.put("subject", key).put("partitionkey", key).put("sequence", "0000000001");
            change.accept((ObjectNode) event.get("data"));
            producer.send(new ProducerRecord<>(topic, key, event.toString())).get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}

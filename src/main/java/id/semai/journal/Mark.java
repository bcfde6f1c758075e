package id.semai.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.UUID;
import org.apache.kafka.common.KafkaException;

/**
 * Which batch Kafka has committed last: a record of the relay's own topic, sent in the transaction of the batch.
 *
 * @param batch the batch's number
 */
record Mark(long batch, UUID id) {

    private static final JsonMapper JSON = new JsonMapper();

    static Mark of(Batch batch) {
        return new Mark(batch.number(), batch.id());
    }

    static Mark parse(String value) {
        try {
            return JSON.readValue(value, Mark.class);
        } catch (JsonProcessingException damage) {
            throw new KafkaException("The relay's topic holds what is no mark: " + value, damage);
        }
    }

    String text() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException(defect);
        }
    }
}

package id.semai.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.UUID;

/**
 * What tells one event from another, read without the rest.
 *
 * @param id null if the value is no event of ours
 * @param sequence 0 if there is none
 */
record EventHead(UUID id, int sequence) {

    private static final JsonFactory JSON = new JsonFactory();

    static EventHead of(byte[] value) {
        UUID id = null;
        int sequence = 0;
        try (JsonParser json = JSON.createParser(value)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return new EventHead(null, 0);
            }
            while ((id == null || sequence == 0) && json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "id" -> id = UUID.fromString(json.getText());
                    case "sequence" -> sequence = Integer.parseInt(json.getText());
                    default -> json.skipChildren();
                }
            }
        } catch (IOException | IllegalArgumentException noEvent) {
            return new EventHead(null, 0);
        }
        return new EventHead(id, sequence);
    }
}

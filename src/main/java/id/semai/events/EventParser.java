package id.semai.events;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import id.semai.dashboard.Happening;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Reads the CloudEvents of the contract, of their facts only those that a board needs. For one thread. */
public class EventParser {

    private static final Set<String> HEAD = Set.of("specversion", "type", "subject", "time", "sequence");

    private static final Set<String> FACTS = Set.of(
            "innovationId",
            "title",
            "titleProvisional",
            "kind",
            "kindLabel",
            "workshopId",
            "cycleYear",
            "government",
            "governmentName",
            "unit",
            "unitName",
            "unitKind",
            "unitKindLabel",
            "unitDistrict",
            "active",
            "sequence",
            "stage",
            "stageName",
            "visit",
            "dueAt",
            "outcome",
            "outcomeLabel",
            "reasonCode",
            "reasonLabel",
            "processKey",
            "processVersion",
            "processName",
            "diagram",
            "instrumentLabel");

    private static final Set<String> WANTED = new HashSet<>(FACTS);

    static {
        WANTED.addAll(Told.RESULTS);
    }

    private static final JsonFactory JSON = new JsonFactory();

    private final Texts texts = new Texts();

    /** @throws NoEvent saying what it lacks */
    public Told parse(String key, byte[] value) {
        if (value == null) {
            throw new NoEvent("tanpa isi");
        }
        Told told = told(value);
        if (key == null || !key.equals(told.subject())) {
            throw new NoEvent("kunci rekaman bukan «subject»");
        }
        Terms.require(told);
        return told;
    }

    private Told told(byte[] value) {
        try (JsonParser json = JSON.createParser(value)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new NoEvent("bukan objek JSON");
            }
            Told told = envelope(json);
            if (json.nextToken() != null) {
                throw new NoEvent("ada sesuatu di belakang objek JSON");
            }
            return told;
        } catch (IOException damage) {
            throw new NoEvent("bukan JSON yang utuh");
        }
    }

    private Told envelope(JsonParser json) throws IOException {
        Map<String, String> head = new HashMap<>();
        Map<String, Object> data = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken token = json.nextToken();
            if (name.equals("data") && token == JsonToken.START_OBJECT) {
                data = data(json);
            } else if (token == JsonToken.VALUE_STRING && HEAD.contains(name)) {
                head.put(name, json.getText());
            } else {
                json.skipChildren();
            }
        }
        if (json.currentToken() != JsonToken.END_OBJECT) {
            throw new NoEvent("bukan JSON yang utuh");
        }
        return told(head, data);
    }

    private Told told(Map<String, String> head, Map<String, Object> data) {
        if (!required(head, "specversion").startsWith("1.")) {
            throw new NoEvent("bukan CloudEvents 1.0");
        }
        if (data == null) {
            throw new NoEvent("tanpa «data»");
        }
        String type = texts.shared(required(head, "type"));
        return new Told(
                required(head, "subject"),
                sequence(required(head, "sequence")),
                type,
                Happening.of(type),
                Told.time("time", required(head, "time")),
                data);
    }

    private Map<String, Object> data(JsonParser json) throws IOException {
        Map<String, Object> data = new HashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken token = json.nextToken();
            Object value = WANTED.contains(name) ? scalar(json, token) : null;
            if (value != null) {
                data.put(name, value);
            }
            json.skipChildren();
        }
        return data;
    }

    private Object scalar(JsonParser json, JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_STRING -> texts.shared(json.getText());
            case VALUE_NUMBER_INT -> json.getNumberValue();
            case VALUE_NUMBER_FLOAT -> finite(json.getDoubleValue());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private static Double finite(double number) {
        return Double.isFinite(number) ? number : null;
    }

    private static String required(Map<String, String> head, String name) {
        String text = head.get(name);
        if (text == null || text.isBlank()) {
            throw new NoEvent("tanpa «" + name + "»");
        }
        return text;
    }

    private static int sequence(String text) {
        try {
            int sequence = Integer.parseInt(text);
            if (sequence > 0) {
                return sequence;
            }
        } catch (NumberFormatException nonsense) {
            // Said below.
        }
        throw new NoEvent("«sequence» bukan nomor urut");
    }
}

package id.semai.events;

import id.semai.dashboard.Happening;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * An event as its record told it.
 *
 * @param subject id of an innovation, code of a unit, or {@code model:} with the id of a process
 * @param at business time, milliseconds since 1970
 * @param data those of its facts that a board needs: texts, numbers and truth values
 */
public record Told(String subject, int sequence, String type, Happening what, long at, Map<String, Object> data) {

    /** Facts that a board passes on as they are. */
    static final Set<String> RESULTS = Set.of(
            "instrument",
            "quantityIndicator",
            "quantityUnit",
            "quantityBaseline",
            "quantityTarget",
            "quantityAfter",
            "qualityIndicator",
            "qualityBaseline",
            "qualityTarget",
            "qualityAfter",
            "demandSources",
            "demandSourcesLabel");

    public static final String UNIT = "id.semai.unit.changed.v1";
    public static final String MODEL = "id.semai.model.released.v1";
    static final String MODEL_KEY = "model:";

    public boolean is(String asked) {
        return type.equals(asked);
    }

    /** Null if it is not told, or no text. */
    public String text(String name) {
        return data.get(name) instanceof String text ? text : null;
    }

    /** 0 if it is not told, or no whole number. */
    public int number(String name) {
        return data.get(name) instanceof Integer number ? number : 0;
    }

    public boolean flag(String name) {
        return Boolean.TRUE.equals(data.get(name));
    }

    /** Milliseconds since 1970; 0 if it is not told. */
    public long time(String name) {
        String text = text(name);
        return text == null ? 0 : time(name, text);
    }

    /** Those of its facts that are neither names nor places in the journey: instrument, indicators, demands. */
    public Map<String, Object> results() {
        Map<String, Object> results = new HashMap<>();
        RESULTS.stream().filter(data::containsKey).forEach(name -> results.put(name, data.get(name)));
        return results;
    }

    static long time(String name, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeException | ArithmeticException nonsense) {
            throw new NoEvent("«" + name + "» bukan waktu");
        }
    }
}

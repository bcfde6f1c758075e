package id.semai.dashboard;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Map;

/**
 * An event as its record told it.
 *
 * @param subject id of an innovation, code of a unit, or {@code model:} with the id of a process
 * @param at business time, milliseconds since 1970
 * @param data those of its facts that a board needs: texts, numbers and truth values
 */
record Told(String subject, int sequence, String type, long at, Map<String, Object> data) {

    static final String UNIT = "id.semai.unit.changed.v1";
    static final String MODEL = "id.semai.model.released.v1";
    static final String MODEL_KEY = "model:";

    boolean is(String asked) {
        return type.equals(asked);
    }

    Happening what() {
        return Happening.of(type);
    }

    /** Null if it is not told, or no text. */
    String text(String name) {
        return data.get(name) instanceof String text ? text : null;
    }

    /** 0 if it is not told, or no whole number. */
    int number(String name) {
        return data.get(name) instanceof Integer number ? number : 0;
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(data.get(name));
    }

    /** Milliseconds since 1970; 0 if it is not told. */
    long time(String name) {
        String text = text(name);
        return text == null ? 0 : time(name, text);
    }

    static long time(String name, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeException | ArithmeticException nonsense) {
            throw new NoEvent("«" + name + "» bukan waktu");
        }
    }
}

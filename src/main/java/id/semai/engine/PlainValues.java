package id.semai.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;

/** Between the engine's variables and plain Java values: lists and objects are JSON variables in the engine. */
public final class PlainValues {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PlainValues() {}

    /**
     * A value as text, number, boolean, list or map; null for null. What came in serialised is read as JSON and never
     * as the Java class it may name.
     *
     * @throws IllegalArgumentException if serialised text is not JSON
     */
    public static Object fromEngine(Object value) {
        if (value instanceof SerializableValue serialized && serialized.getValueSerialized() != null) {
            return parse(serialized.getValueSerialized());
        }
        if (value instanceof TypedValue typed) {
            return fromEngine(typed.getValue());
        }
        return value instanceof SpinJsonNode json ? parse(json.toString()) : value;
    }

    /** Lists and maps become JSON variables, which hold more than a text of 4,000 characters. */
    public static Object toEngine(Object value) {
        if (value instanceof Collection || value instanceof Map) {
            return SpinValues.jsonValue(write(value)).create();
        }
        return value == null ? Variables.untypedNullValue() : value;
    }

    static Map<String, Object> variables(Map<String, Object> plain) {
        Map<String, Object> variables = new LinkedHashMap<>();
        plain.forEach((name, value) -> variables.put(name, toEngine(value)));
        return variables;
    }

    /** The elements of a variable that holds a list of texts, in whichever form; empty for null. */
    public static List<String> texts(Object value) {
        return fromEngine(value) instanceof Collection<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static Object parse(String json) {
        try {
            return JSON.readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
        }
    }
}

package id.semai.simulation;

import java.util.LinkedHashMap;
import java.util.Map;

/** The answers of one form, as a browser sends them. */
final class Sheet {

    private final Map<String, Object> answers = new LinkedHashMap<>();

    /** Names and values in turn. */
    static Sheet with(Object... namesAndValues) {
        Sheet sheet = new Sheet();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            sheet.answers.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return sheet;
    }

    Sheet and(String name, Object value) {
        answers.put(name, value);
        return this;
    }

    Map<String, Object> answers() {
        return answers;
    }
}

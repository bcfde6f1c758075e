package id.semai.forms;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One submission as the fields see it: what was sent, what the task knows, and which day it is. */
final class Answers {

    private final Map<String, Object> submitted;
    private final Map<String, Object> known;
    private final LocalDate today;
    private final Map<String, Object> variables = new HashMap<>();

    Answers(List<Question> questions, Map<String, Object> submitted, Map<String, Object> known, LocalDate today) {
        this.submitted = submitted;
        this.known = known;
        this.today = today;
        known.forEach((name, value) -> variables.put(name, scalar(value)));
        for (Question question : questions) {
            Object value = scalar(raw(question.key()));
            variables.put(question.key(), value == null ? question.field().nothing() : value);
        }
    }

    /** As it was sent; absent and "" are null. */
    Object raw(String key) {
        Object value = submitted.get(key);
        return "".equals(value) ? null : value;
    }

    Object known(String variable) {
        return known.get(variable);
    }

    LocalDate today() {
        return today;
    }

    /** The day in another field; null if there is none, which that field's own rules judge. */
    LocalDate day(String key) {
        return Day.parse(raw(key));
    }

    boolean hold(Feel condition) {
        return condition.holds(variables);
    }

    /** Conditions compare plain values; whatever is nested stays out of them, however deep. */
    private static Object scalar(Object value) {
        if (value instanceof String text) {
            return text.isBlank() ? null : text;
        }
        return value instanceof Number || value instanceof Boolean ? value : null;
    }
}

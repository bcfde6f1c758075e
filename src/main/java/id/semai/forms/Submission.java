package id.semai.forms;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a form's task writes: every one of its keys, in the form's order.
 *
 * @param values text, whole numbers as Integer or Long, others as Double, Boolean, or lists; null where nothing was
 *     filled in, but an empty list for a field of several choices: Tasklist sends a list back under the type it was
 *     stored with, and under the type of null it would be lost
 */
public record Submission(Map<String, Object> values) {

    public Submission {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}

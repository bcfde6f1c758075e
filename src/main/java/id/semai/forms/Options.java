package id.semai.forms;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What may be chosen.
 *
 * @param fixed used while {@code variable} is null
 * @param variable the list of {@code {value, label}} or of plain values that the task holds
 * @param units whether the values are codes of units, which have a sentence of their own
 */
record Options(Set<String> fixed, String variable, boolean units) {

    static Options of(String... values) {
        return new Options(Set.of(values), null, false);
    }

    Set<String> values(Answers answers) {
        return variable == null ? fixed : listed(answers.known(variable));
    }

    RefusedSubmission refuse(Field field, Object value) {
        String typed =
                value instanceof String || value instanceof Number || value instanceof Boolean ? value.toString() : "";
        return new RefusedSubmission(
                field.key(), units ? Sentences.noUnit(typed) : Sentences.noOption(field.label(), typed));
    }

    private static Set<String> listed(Object list) {
        Set<String> values = new HashSet<>();
        if (list instanceof List<?> options) {
            for (Object option : options) {
                Object value = option instanceof Map<?, ?> pair ? pair.get("value") : option;
                values.add(String.valueOf(value));
            }
        }
        return values;
    }
}

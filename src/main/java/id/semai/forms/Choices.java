package id.semai.forms;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Any number of options, each once, in the order they were chosen. */
record Choices(String key, String label, Options options) implements Field {

    @Override
    public Object nothing() {
        return List.of();
    }

    @Override
    public Object read(Object raw, Answers answers) {
        if (!(raw instanceof List<?> chosen)) {
            throw new RefusedSubmission(key, Sentences.noList(label));
        }
        Set<String> offered = options.values(answers);
        Set<String> values = new LinkedHashSet<>();
        for (Object value : chosen) {
            if (!(value instanceof String text) || !offered.contains(text)) {
                throw options.refuse(this, value);
            }
            values.add(text);
        }
        return List.copyOf(values);
    }
}

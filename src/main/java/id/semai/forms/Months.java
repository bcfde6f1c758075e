package id.semai.forms;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Months of a year, 1 to 12, each once; stored in their order. */
record Months(String key, String label) implements Field {

    @Override
    public Object nothing() {
        return List.of();
    }

    @Override
    public Object read(Object raw, Answers answers) {
        if (!(raw instanceof List<?> list)) {
            throw new RefusedSubmission(key, Sentences.noList(label));
        }
        Amount month = new Amount(key, label, true, BigDecimal.ONE, BigDecimal.valueOf(12));
        Set<Object> months = new TreeSet<>();
        for (Object entry : list) {
            if (!months.add(month.read(entry, answers))) {
                throw new RefusedSubmission(key, Sentences.twice(label));
            }
        }
        return List.copyOf(months);
    }
}

package id.semai.evidence;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of an innovation's action plan, as its forms call it.
 *
 * @param number from 1
 */
record PlanRow(int number, Object activity) {

    private static final String ROWS = "planRows";

    static Optional<PlanRow> of(Map<String, Object> values, int number) {
        return values.get(ROWS) instanceof List<?> rows
                        && number >= 1
                        && number <= rows.size()
                        && rows.get(number - 1) instanceof Map<?, ?> row
                ? Optional.of(new PlanRow(number, row.get("activity")))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "Baris %d: %s".formatted(number, activity);
    }
}

package id.semai.sheets;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A column of a sheet over rows of one kind, with its heading in both languages; translated are headings, yes and no, and
 * what is {@link #named}.
 */
record Column<R>(String indonesian, String english, Function<R, Object> value) {

    static <R> Sheet sheet(List<Column<R>> columns, List<R> rows, boolean english) {
        return new Sheet(
                columns.stream()
                        .map(column -> english ? column.english : column.indonesian)
                        .toList(),
                rows.stream().map(row -> cells(columns, row, english)).toList());
    }

    private static <R> List<Object> cells(List<Column<R>> columns, R row, boolean english) {
        return columns.stream()
                .map(column -> cell(column.value.apply(row), english))
                .collect(Collectors.toList());
    }

    private static Object cell(Object value, boolean english) {
        if (value instanceof Boolean yes) {
            return english ? (yes ? "yes" : "no") : yes ? "ya" : "tidak";
        }
        return value instanceof Name name ? name.in(english) : value;
    }

    /** What events call something in Indonesian. */
    static <R> Function<R, Object> named(Function<R, String> name) {
        return row -> new Name(name.apply(row));
    }

    /** @param text null for none */
    private record Name(String text) {

        /** As the board calls what no event has named yet. */
        private static final String UNKNOWN = "?";

        String in(boolean english) {
            if (UNKNOWN.equals(text)) {
                return english ? "not yet known" : "belum diketahui";
            }
            return english ? English.of(text) : text;
        }
    }
}

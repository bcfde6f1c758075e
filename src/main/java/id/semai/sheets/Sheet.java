package id.semai.sheets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table for download, as office programs that speak Indonesian open it by a double click: RFC 4180 with a semicolon
 * between the cells and a comma in decimal numbers (a comma between the cells would cut those in two), UTF-8 with a byte
 * order mark. No text in it is taken for a formula: one that begins like one gets an apostrophe in front.
 *
 * @param rows cells are null (empty), texts, whole numbers, fractions (rounded to two places) or else what
 *     {@code toString} says
 */
public record Sheet(List<String> header, List<List<Object>> rows) {

    private static final String MARK = "\uFEFF";
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    public Sheet {
        for (List<Object> row : rows) {
            if (row.size() != header.size()) {
                throw new IllegalArgumentException("A row of %d cells under %s".formatted(row.size(), header));
            }
        }
    }

    public byte[] toBytes() {
        return (MARK + toText()).getBytes(StandardCharsets.UTF_8);
    }

    String toText() {
        return Stream.concat(Stream.of(new ArrayList<Object>(header)), rows.stream())
                .map(Sheet::line)
                .collect(Collectors.joining());
    }

    private static String line(List<Object> cells) {
        return cells.stream().map(Sheet::cell).collect(Collectors.joining(";", "", "\r\n"));
    }

    private static String cell(Object value) {
        if (value instanceof Double || value instanceof Float || value instanceof BigDecimal) {
            return number(new BigDecimal(value.toString()));
        }
        return value == null || value instanceof Number ? plain(value) : quoted(harmless(value.toString()));
    }

    private static String plain(Object value) {
        return value == null ? "" : value.toString();
    }

    private static String number(BigDecimal number) {
        BigDecimal rounded = number.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.setScale(Math.max(0, rounded.scale())).toPlainString().replace('.', ',');
    }

    /** Programs skip blanks before a formula. */
    private static String harmless(String text) {
        String start = text.replaceFirst("^[ \\u00A0\\u0000]+", "");
        return !start.isEmpty() && FORMULA.indexOf(start.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        boolean plain =
                text.chars().noneMatch(letter -> ";,\"\r\n\t".indexOf(letter) >= 0) && text.equals(text.strip());
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}

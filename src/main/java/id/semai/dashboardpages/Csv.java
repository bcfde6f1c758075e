package id.semai.dashboardpages;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Rows as spreadsheets open them: in Indonesian with semicolons and decimal commas, in English with commas and points. A
 * text that a spreadsheet would take for a formula is made a text.
 */
class Csv {

    private static final String MARK = "\uFEFF";

    private final boolean english;
    private final UnaryOperator<String> heading;

    Csv(boolean english, UnaryOperator<String> heading) {
        this.english = english;
        this.heading = heading;
    }

    String of(List<JsonNode> rows) {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> row.fieldNames().forEachRemaining(columns::add));
        List<String> lines = new ArrayList<>();
        lines.add(line(columns.stream().map(heading).map(this::quoted).toList()));
        rows.forEach(row -> lines.add(
                line(columns.stream().map(column -> cell(row.path(column))).toList())));
        return MARK + String.join("\r\n", lines) + "\r\n";
    }

    private String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(english ? "," : ";"));
    }

    private String cell(JsonNode value) {
        if (value.isIntegralNumber()) {
            return value.asText();
        }
        if (value.isNumber()) {
            return decimal(value.asDouble());
        }
        if (value.isBoolean()) {
            return quoted(heading.apply(value.asBoolean() ? "ya" : "tidak"));
        }
        return value.isValueNode() && !value.isNull() ? quoted(value.asText()) : "";
    }

    private String decimal(double value) {
        return new DecimalFormat(
                        "0.###", DecimalFormatSymbols.getInstance(english ? Locale.UK : Locale.forLanguageTag("id")))
                .format(value);
    }

    private String quoted(String text) {
        String plain = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + plain.replace("\"", "\"\"") + "\"";
    }
}

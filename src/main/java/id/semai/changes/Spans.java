package id.semai.changes;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times and durations of a model in words. */
final class Spans {

    private static final Pattern ISO = Pattern.compile("P(?=.)(?:(\\d+)Y)?(?:(\\d+)M)?(?:(\\d+)W)?(?:(\\d+)D)?"
            + "(?:T(?=.)(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+)S)?)?");
    private static final String[] UNITS = {"tahun", "bulan", "minggu", "hari", "jam", "menit", "detik"};
    private static final Pattern FUNCTION = Pattern.compile("[$#]\\{\\s*(deadline|duration)\\('([^']*)'\\)\\s*}");
    private static final Pattern CYCLE = Pattern.compile("R(\\d*)/(.*)", Pattern.DOTALL);

    private Spans() {}

    /** A deadline as {@code due} says it. */
    static String deadline(String text) {
        return span(text);
    }

    static String timer(String kind, String text) {
        return switch (kind) {
            case "timeDuration" -> "setelah " + span(text);
            case "timeCycle" -> cycle(text);
            default -> FUNCTION.matcher(text).matches() ? "setelah " + span(text) : "pada " + text;
        };
    }

    private static String cycle(String text) {
        Matcher cycle = CYCLE.matcher(text);
        if (!cycle.matches()) {
            return "berulang menurut " + text;
        }
        String times = cycle.group(1).isEmpty() ? "berulang" : cycle.group(1) + " kali";
        return times + " setiap " + span(cycle.group(2));
    }

    private static String span(String text) {
        Matcher function = FUNCTION.matcher(text);
        if (!function.matches()) {
            return iso(text);
        }
        String name = function.group(2);
        return ISO.matcher(name).matches() ? iso(name) : "jangka waktu menurut pengaturan “" + name + "”";
    }

    private static String iso(String text) {
        Matcher iso = ISO.matcher(text);
        if (!iso.matches()) {
            return text;
        }
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < UNITS.length; i++) {
            if (iso.group(i + 1) != null) {
                words.append(words.isEmpty() ? "" : " ")
                        .append(iso.group(i + 1))
                        .append(' ')
                        .append(UNITS[i]);
            }
        }
        return words.toString();
    }
}

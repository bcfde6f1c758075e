package id.semai.documents;

import id.semai.stage.Labels;
import id.semai.stage.Times;
import id.semai.stage.Unit;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Codes, dates and numbers as Indonesian papers show them. Null becomes dots to write on. */
public class Words {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id-ID");
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", INDONESIAN);
    private static final String BLANK = "……………………………";

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("head", "Kepala Daerah"),
            Map.entry("deputy", "Wakil Kepala Daerah"),
            Map.entry("secretary", "Sekretaris Daerah"),
            Map.entry("assistant", "Asisten Sekretaris Daerah"),
            Map.entry("public-service", "Inovasi pelayanan publik"),
            Map.entry("governance", "Inovasi tata kelola pemerintahan daerah"),
            Map.entry("other", "Inovasi lain sesuai urusan"),
            Map.entry("apbd", "APBD (DPA perangkat daerah)"),
            Map.entry("bok", "BOK"),
            Map.entry("bosp", "BOSP"),
            Map.entry("blud", "BLUD"),
            Map.entry("village", "APB Desa"),
            Map.entry("partner", "Mitra atau CSR"),
            Map.entry("none", "Tanpa anggaran khusus"));

    public String text(Object value) {
        return value == null || value.toString().isBlank() ? BLANK : value.toString();
    }

    public String label(Object code) {
        return code == null ? BLANK : LABELS.getOrDefault(code.toString(), code.toString());
    }

    /** The office that signs for a unit. */
    public String head(Unit unit) {
        return switch (unit.kind()) {
            case DISTRICT -> "Camat " + (unit.district() == null ? unit.name() : unit.district());
            case ENTERPRISE -> "Direktur " + unit.name();
            default -> "Kepala " + unit.name();
        };
    }

    public String kind(Object code) {
        return code == null ? BLANK : Labels.ofInnovationKind(code.toString());
    }

    public String day(Object date) {
        return day(date, Times::day);
    }

    public String weekday(Object date) {
        return day(date, WEEKDAY::format);
    }

    private static String day(Object date, Function<LocalDate, String> format) {
        try {
            return date == null ? BLANK : format.apply(LocalDate.parse(date.toString()));
        } catch (DateTimeParseException e) {
            return date.toString();
        }
    }

    public String number(Object value) {
        return value instanceof Number number
                ? new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(INDONESIAN)).format(number)
                : text(value);
    }
}

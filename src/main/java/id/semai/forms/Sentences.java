package id.semai.forms;

import id.semai.stage.Times;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.Locale;

/** The sentences that people read when a form is refused; no sentence grows with what was submitted. */
final class Sentences {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id-ID");
    private static final int ECHO = 60;

    private Sentences() {}

    static String required(String label) {
        return "Isian «" + label + "» wajib diisi.";
    }

    static String tooShort(String label, int length) {
        return "«" + label + "» paling sedikit " + number(length) + " karakter.";
    }

    static String tooLong(String label, int length) {
        return "«" + label + "» paling banyak " + number(length) + " karakter.";
    }

    static String tooEarly(String label, LocalDate earliest) {
        return "«" + label + "» tidak boleh sebelum " + Times.day(earliest) + ".";
    }

    static String noNumber(String label, boolean whole, BigDecimal min, BigDecimal max) {
        return "«" + label + "» harus berupa angka" + (whole ? " bulat" : "") + range(min, max) + ".";
    }

    static String noText(String label) {
        return "«" + label + "» harus berupa teks.";
    }

    static String noStorableText(String label) {
        return "«" + label + "» memuat karakter yang tidak dapat disimpan.";
    }

    static String noDate(String label) {
        return "«" + label + "» harus berupa tanggal dengan bentuk tttt-bb-hh.";
    }

    static String noTick(String label) {
        return "«" + label + "» harus dicentang atau dikosongkan.";
    }

    static String noList(String label) {
        return "«" + label + "» harus berupa daftar.";
    }

    static String noOption(String label, String value) {
        return "Pilihan «" + echo(value) + "» tidak ada pada «" + label + "».";
    }

    static String noUnit(String code) {
        return "Perangkat daerah «" + echo(code) + "» tidak dikenal.";
    }

    static String rowCount(String label, int min, int max) {
        return "«" + label + "» harus berisi " + number(min) + "–" + number(max) + " baris.";
    }

    static String noActivity(String phase) {
        return "Tahap «" + phase + "» paling sedikit berisi satu kegiatan.";
    }

    static String twice(String label) {
        return "«" + label + "» tidak boleh memuat isian yang sama dua kali.";
    }

    static String noField(String key) {
        return "Isian «" + echo(key) + "» tidak ada pada formulir ini.";
    }

    /** The sentence, said of one row of a table: {@code Baris 3: isian «Kegiatan» wajib diisi.} */
    static String inRow(int row, String sentence) {
        return "Baris " + number(row) + ": " + sentence.substring(0, 1).toLowerCase(INDONESIAN) + sentence.substring(1);
    }

    /** The beginning of what somebody typed, on one line. */
    static String echo(String typed) {
        String start = typed.substring(0, Math.min(typed.length(), 2 * ECHO)).replaceAll("\\p{Cc}+", " ");
        return start.codePointCount(0, start.length()) <= ECHO
                ? start
                : start.substring(0, start.offsetByCodePoints(0, ECHO)) + "…";
    }

    private static String range(BigDecimal min, BigDecimal max) {
        if (min == null && max == null) {
            return "";
        }
        if (max == null) {
            return " paling sedikit " + number(min);
        }
        return min == null ? " paling banyak " + number(max) : " " + number(min) + "–" + number(max);
    }

    private static String number(Object number) {
        return new DecimalFormat("#,##0.##########", DecimalFormatSymbols.getInstance(INDONESIAN)).format(number);
    }
}

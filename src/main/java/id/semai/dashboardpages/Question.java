package id.semai.dashboardpages;

import id.semai.figures.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** The filters in an address: {@code ?pemda=52.04&tahun=2026}. */
final class Question {

    private static final int LONGEST = 100;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern YEAR = Pattern.compile("[12][0-9]{3}");

    private Question() {}

    /** @throws Refusal naming the filter that cannot be understood */
    static Filter filter(HttpServletRequest request) {
        return new Filter(
                text(request, "pemda"),
                text(request, "unit"),
                text(request, "kecamatan"),
                year(request),
                text(request, "tahap"),
                text(request, "jenis"));
    }

    static boolean isEnglish(HttpServletRequest request) {
        return "en".equals(request.getParameter("lang"));
    }

    private static Integer year(HttpServletRequest request) {
        String year = text(request, "tahun");
        if (year != null && !YEAR.matcher(year).matches()) {
            throw Refusal.nonsense("Saringan «tahun» harus berupa tahun empat angka, misalnya 2026.");
        }
        return year == null ? null : Integer.valueOf(year);
    }

    private static String text(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        if (values == null || values[0].isBlank()) {
            return null;
        }
        if (values.length > 1
                || values[0].length() > LONGEST
                || CONTROL.matcher(values[0]).find()) {
            throw Refusal.nonsense("Saringan «" + name + "» harus berupa satu kode atau nama yang pendek.");
        }
        return values[0].strip();
    }
}

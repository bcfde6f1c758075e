package id.semai.reporting;

import id.semai.dashboard.Journey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what an innovation has changed, and whom it answers, by the contract's names. */
final class Results {

    private Results() {}

    /** Null if it is not told. */
    static String text(Journey journey, String name) {
        Object value = journey.results().get(name);
        return value == null ? null : value.toString();
    }

    /** Null if it is not told, or no number. */
    static Double number(Journey journey, String name) {
        String text = text(journey, name);
        try {
            return text == null || !Double.isFinite(Double.parseDouble(text)) ? null : Double.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** The names of sources by their codes; a code stands for itself where as many names as codes are not told. */
    static Map<String, String> demands(Journey journey) {
        List<String> codes = parts(text(journey, "demandSources"), "[\\s,]+");
        List<String> names = parts(text(journey, "demandSourcesLabel"), "\\s*;\\s*");
        Map<String, String> demands = new LinkedHashMap<>();
        for (int i = 0; i < codes.size(); i++) {
            demands.put(codes.get(i), names.size() == codes.size() ? names.get(i) : codes.get(i));
        }
        return demands;
    }

    private static List<String> parts(String text, String separator) {
        List<String> parts = new ArrayList<>();
        for (String part : text == null ? new String[0] : text.split(separator)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }
}

package id.semai.figures;

import id.semai.dashboard.Journey;
import id.semai.figures.Figures.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the demands of citizens came from. Their names come with the codes; where events disagree, as after a change of
 * the form, the first in the alphabet is taken.
 */
final class Demands {

    private static final Comparator<Source> MOST_FREQUENT =
            Comparator.comparingInt(Source::innovations).reversed().thenComparing(Source::source);

    private final Map<String, Source> sources = new TreeMap<>();

    static List<Source> of(List<Course> courses) {
        Demands demands = new Demands();
        courses.forEach(demands::count);
        return demands.sources.values().stream().sorted(MOST_FREQUENT).toList();
    }

    /** The names by the codes that an innovation's events carry; a code stands for itself where no name is known. */
    static Map<String, String> of(Journey journey) {
        List<String> codes = parts(journey.results().get("demandSources"), "[\\s,]+");
        List<String> labels = parts(journey.results().get("demandSourcesLabel"), "\\s*;\\s*");
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < codes.size(); i++) {
            names.put(codes.get(i), labels.size() == codes.size() ? labels.get(i) : codes.get(i));
        }
        return names;
    }

    private static List<String> parts(Object text, String separator) {
        List<String> parts = new ArrayList<>();
        for (String part : text == null ? new String[0] : text.toString().split(separator)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    private void count(Course course) {
        int adopted = course.hasEnded("adopted") ? 1 : 0;
        of(course.journey())
                .forEach((code, name) -> sources.merge(code, new Source(code, name, 1, adopted), Demands::sum));
    }

    private static Source sum(Source one, Source other) {
        return new Source(
                one.source(),
                better(one, other),
                one.innovations() + other.innovations(),
                one.adopted() + other.adopted());
    }

    private static String better(Source one, Source other) {
        boolean isCode = one.name().equals(one.source());
        return isCode || !other.name().equals(other.source()) && other.name().compareTo(one.name()) < 0
                ? other.name()
                : one.name();
    }
}

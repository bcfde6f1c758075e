package id.semai.figures;

import id.semai.figures.Figures.Improvement;
import java.util.List;

/** What innovations have changed, counted. */
final class Improvements {

    private Improvements() {}

    static List<Improvement> of(List<Course> courses) {
        return Measure.DIMENSIONS.stream()
                .map(dimension -> of(dimension, measures(courses, dimension)))
                .toList();
    }

    private static List<Measure> measures(List<Course> courses, String dimension) {
        return courses.stream()
                .filter(course -> course.journey().results().containsKey(dimension + "After"))
                .map(course -> Measure.of(course.journey(), dimension))
                .filter(Measure::isMeasured)
                .toList();
    }

    private static Improvement of(String dimension, List<Measure> measures) {
        return new Improvement(
                dimension,
                measures.size(),
                (int) measures.stream().filter(Measure::isMet).count(),
                (int) measures.stream().filter(Measure::isBetter).count());
    }
}

package id.semai.figures;

import id.semai.dashboard.Journey;
import java.util.List;
import java.util.Map;

/**
 * What an innovation has changed in quantity or in quality; each number is null where it is not known.
 *
 * @param dimension {@code quantity} or {@code quality}
 * @param indicator what is measured, in words
 * @param unit of measure; of a quantity only
 */
public record Measure(String dimension, String indicator, String unit, Double baseline, Double target, Double after) {

    static final List<String> DIMENSIONS = List.of("quantity", "quality");

    static Measure of(Journey journey, String dimension) {
        Map<String, Object> results = journey.results();
        return new Measure(
                dimension,
                text(results.get(dimension + "Indicator")),
                text(results.get(dimension + "Unit")),
                number(results.get(dimension + "Baseline")),
                number(results.get(dimension + "Target")),
                number(results.get(dimension + "After")));
    }

    public boolean isKnown() {
        return baseline != null || target != null || after != null;
    }

    public boolean isMeasured() {
        return baseline != null && after != null;
    }

    /** Less is better where the target lies below the value before. */
    public boolean lessIsBetter() {
        return target != null && baseline != null && target < baseline;
    }

    public boolean isMet() {
        return isMeasured() && target != null && (lessIsBetter() ? after <= target : after >= target);
    }

    public boolean isBetter() {
        return isMeasured() && (lessIsBetter() ? after < baseline : after > baseline);
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private static Double number(Object value) {
        try {
            double number = value instanceof Number known ? known.doubleValue() : Double.parseDouble(text(value));
            return Double.isFinite(number) ? number : null;
        } catch (NumberFormatException | NullPointerException e) {
            return null;
        }
    }
}

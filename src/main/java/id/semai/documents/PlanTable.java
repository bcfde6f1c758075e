package id.semai.documents;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The rows of an action plan under the heading of one phase, as on the paper form.
 *
 * @param rows maps with activity, executor, output, method and months
 */
public record PlanTable(String heading, List<Map<?, ?>> rows) {

    private static final List<Map.Entry<String, String>> PHASES = List.of(
            Map.entry("preparation", "Persiapan"),
            Map.entry("implementation", "Pelaksanaan"),
            Map.entry("monitoring", "Pemantauan (monitoring)"),
            Map.entry("evaluation", "Evaluasi"));

    /** @param planRows null as long as nothing is planned */
    static List<PlanTable> of(Object planRows) {
        Collection<?> all = planRows instanceof Collection<?> list ? list : List.of();
        return PHASES.stream()
                .map(phase -> new PlanTable(phase.getValue(), rows(all, phase.getKey())))
                .toList();
    }

    private static List<Map<?, ?>> rows(Collection<?> all, String phase) {
        return all.stream()
                .filter(Map.class::isInstance)
                .<Map<?, ?>>map(Map.class::cast)
                .filter(row -> phase.equals(row.get("phase")))
                .toList();
    }
}

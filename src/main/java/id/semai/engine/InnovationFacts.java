package id.semai.engine;

import id.semai.stage.Innovation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/** Reads the facts of an innovation from the case that an execution belongs to. */
@Component
class InnovationFacts {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,49}");

    private static final List<String> RESULTS = List.of(
            "instrument",
            "quantityIndicator",
            "quantityUnit",
            "quantityBaseline",
            "quantityTarget",
            "quantityAfter",
            "qualityIndicator",
            "qualityBaseline",
            "qualityTarget",
            "qualityAfter");

    /**
     * The innovation's id is the root instance's business key: the only one that is there in a called process whatever
     * the model maps. The other facts come from the nearest scope, where the newest title is.
     */
    Innovation of(DelegateExecution execution) {
        return new Innovation(
                root(execution).getBusinessKey(),
                text(execution, "title"),
                isProvisional(execution),
                text(execution, "unit"),
                text(execution, "workshopId"),
                cycleYear(execution),
                text(execution, "kind"));
    }

    /**
     * What is known of instrument, baseline, target, value afterwards and sources of demands; empty early in a journey. Of
     * the demands only the codes of their sources: what citizens said may name them.
     */
    Map<String, Object> results(DelegateExecution execution) {
        Map<String, Object> results = new LinkedHashMap<>();
        for (String name : RESULTS) {
            Object value = execution.getVariable(name);
            if (value != null) {
                results.put(name, value);
            }
        }
        String sources = codes(execution.getVariable("demandSource"));
        if (!sources.isEmpty()) {
            results.put("demandSources", sources);
        }
        return results;
    }

    private static String codes(Object list) {
        return PlainValues.texts(list).stream()
                .filter(text -> CODE.matcher(text).matches())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** The title of an innovation that has none yet, as one born at a workshop. */
    static String provisionalTitle(String unitName, int cycleYear) {
        return "Inovasi %s %d".formatted(unitName, cycleYear);
    }

    private static boolean isProvisional(DelegateExecution execution) {
        return provisionalTitle(text(execution, "unitName"), cycleYear(execution))
                .equals(text(execution, "title"));
    }

    private static int cycleYear(DelegateExecution execution) {
        if (execution.getVariable("cycleYear") instanceof Number year) {
            return year.intValue();
        }
        throw new IllegalStateException("Tahap pada proses %s berjalan di luar perjalanan inovasi: cycleYear tidak ada."
                .formatted(ProcessVersion.of(execution).key()));
    }

    private static String text(DelegateExecution execution, String name) {
        Object value = execution.getVariable(name);
        return value == null ? null : value.toString();
    }

    private static ExecutionEntity root(DelegateExecution execution) {
        ExecutionEntity entity = (ExecutionEntity) execution;
        String rootId = entity.getRootProcessInstanceId();
        return rootId == null || rootId.equals(entity.getId())
                ? entity
                : Context.getCommandContext().getExecutionManager().findExecutionById(rootId);
    }
}

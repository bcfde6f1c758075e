package id.semai.workshop;

import id.semai.engine.PlainValues;
import id.semai.journal.Units;
import id.semai.stage.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Reads and writes the lists of units that a workshop keeps. */
@Component
class WorkshopVariables {

    private final Units units;

    WorkshopVariables(Units units) {
        this.units = units;
    }

    /** The codes in a variable, each once, in order; empty if it is null or was never set. */
    List<String> codes(DelegateExecution execution, String name) {
        return PlainValues.texts(execution.getVariable(name)).stream()
                .distinct()
                .toList();
    }

    void write(DelegateExecution execution, String name, List<?> values) {
        execution.setVariable(name, PlainValues.toEngine(values));
    }

    /** What a form's list shows of units: value and label. */
    List<Map<String, String>> options(List<String> codes) {
        return codes.stream().map(code -> option(unit(code))).toList();
    }

    List<String> names(List<String> codes) {
        return codes.stream().map(code -> unit(code).name()).toList();
    }

    /** @throws ProcessEngineException with a sentence for the administrator, if no such unit is known */
    Unit unit(String code) {
        return units.find(code)
                .orElseThrow(() -> new ProcessEngineException("Perangkat daerah «%s» tidak dikenal.".formatted(code)));
    }

    static List<String> join(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        more.stream().filter(code -> !all.contains(code)).forEach(all::add);
        return all;
    }

    static Map<String, String> option(Unit unit) {
        Map<String, String> option = new LinkedHashMap<>();
        option.put("value", unit.code());
        option.put("label", unit.name());
        return option;
    }
}

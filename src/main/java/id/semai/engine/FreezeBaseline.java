package id.semai.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * {@code ${freezeBaseline}}: keeps the action plan as it stands, header and rows, under the next version number. A
 * frozen version is a variable of its own ({@code baseline1}, {@code baseline2} …) that nothing writes again.
 */
@Component("freezeBaseline")
class FreezeBaseline implements JavaDelegate {

    private static final List<String> PLAN = List.of(
            "title",
            "contactRole",
            "innovationForm",
            "digital",
            "initiator",
            "affair",
            "problem",
            "demand",
            "demandSource",
            "objective",
            "targetGroup",
            "output",
            "expectedOutcome",
            "noveltyNote",
            "kind",
            "quantityIndicator",
            "quantityUnit",
            "quantityBaseline",
            "quantityTarget",
            "qualityIndicator",
            "qualityBaseline",
            "qualityTarget",
            "budgetSource",
            "budgetAmount",
            "partners",
            "risks",
            "legalBasis",
            "design",
            "planChange",
            "planRows");

    @Override
    public void execute(DelegateExecution execution) {
        int version = execution.getVariable("baselineVersion") instanceof Number last ? last.intValue() + 1 : 1;
        Map<String, Object> plan = new LinkedHashMap<>();
        PLAN.stream()
                .filter(execution::hasVariable)
                .forEach(name -> plan.put(name, PlainValues.fromEngine(execution.getVariable(name))));
        execution.setVariable("baseline" + version, PlainValues.toEngine(plan));
        execution.setVariable("baselineVersion", version);
    }
}

package id.semai.engine;

import id.semai.journal.Units;
import id.semai.stage.Unit;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Gives a new journey its case variables. All of them are set, null included, since a condition on a variable that was
 * never set fails.
 */
@Component
class CaseOpening {

    private static final List<String> UNKNOWN_YET = List.of(
            "outcome",
            "kind",
            "eligibility",
            "eligibilityGaps",
            "instrument",
            "suggestedInstrument",
            "reasonCode",
            "reason",
            "signDecision",
            "followUp",
            "closedBy");

    private final Units units;
    private final Deadlines deadlines;

    CaseOpening(Units units, Deadlines deadlines) {
        this.units = units;
        this.deadlines = deadlines;
    }

    void open(DelegateExecution execution) {
        Unit unit = unitOf(execution);
        int cycleYear = ((Number) execution.getVariable("cycleYear")).intValue();
        boolean fromWorkshop = execution.getVariable("workshopId") != null;
        boolean facilitated = Boolean.TRUE.equals(execution.getVariable("facilitated"));

        execution.setVariable("innovationId", execution.getProcessBusinessKey());
        execution.setVariable("workshopId", execution.getVariable("workshopId"));
        execution.setVariable("origin", fromWorkshop ? "workshop" : "unit");
        execution.setVariable("government", unit.government().areaCode());
        execution.setVariable("governmentName", unit.government().name());
        execution.setVariable("unit", unit.code());
        execution.setVariable("unitName", unit.name());
        execution.setVariable("cycleYear", cycleYear);
        execution.setVariable("facilitated", facilitated);
        execution.setVariable("reviewerGroup", facilitated ? "facilitator" : "coordinator");
        title(execution, unit, cycleYear);
        if (execution.getVariable("commitmentDueAt") == null) {
            execution.setVariable(
                    "commitmentDueAt",
                    Date.from(deadlines.deadline(
                            "commitment.due", unit.government().zone())));
        }
        UNKNOWN_YET.forEach(name -> execution.setVariable(name, null));
    }

    private void title(DelegateExecution execution, Unit unit, int cycleYear) {
        if (execution.getVariable("title") == null) {
            execution.setVariable("title", InnovationFacts.provisionalTitle(unit.name(), cycleYear));
        }
    }

    private Unit unitOf(DelegateExecution execution) {
        String code = execution.getTenantId();
        return units.find(code)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Perangkat daerah «%s» tidak dikenal; perjalanan inovasi tidak dimulai.".formatted(code)));
    }
}

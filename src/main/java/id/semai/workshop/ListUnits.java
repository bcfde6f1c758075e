package id.semai.workshop;

import id.semai.journal.Units;
import id.semai.stage.Unit;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code ${listUnits}}: the units of the workshop's government, all of the chosen kinds invited at first. */
@Component("listUnits")
class ListUnits implements JavaDelegate {

    private final Units units;
    private final WorkshopVariables variables;

    ListUnits(Units units, WorkshopVariables variables) {
        this.units = units;
        this.variables = variables;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String government = variables.unit(execution.getTenantId()).government().code();
        List<String> kinds = variables.codes(execution, "unitKinds");
        List<Unit> known = units.all().stream()
                .filter(unit -> unit.active() && unit.government().code().equals(government))
                .toList();
        variables.write(
                execution,
                "unitOptions",
                known.stream().map(WorkshopVariables::option).toList());
        variables.write(
                execution,
                "invitedUnits",
                known.stream()
                        .filter(unit -> kinds.contains(unit.kind().code()))
                        .map(Unit::code)
                        .toList());
        execution.setVariable("workshopId", execution.getProcessBusinessKey());
    }
}

package id.semai.workshop;

import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * {@code ${startJourney}}: begins the innovation of one unit, once per workshop and unit however often the job is
 * retried or the signing extended.
 */
@Component("startJourney")
class StartJourney implements AcrossUnits {

    private final WorkshopVariables variables;
    private final Commitments commitments;

    StartJourney(WorkshopVariables variables, Commitments commitments) {
        this.variables = variables;
        this.commitments = commitments;
    }

    @Override
    public void act(DelegateExecution execution) {
        String unit = variables.unit((String) execution.getVariable("unit")).code();
        String workshop = execution.getProcessBusinessKey();
        Optional<String> present = commitments.innovation(workshop, unit);
        execution.setVariableLocal("innovationId", present.orElseGet(() -> start(execution, workshop, unit)));
        execution.setVariableLocal(
                "decided", commitments.decision(workshop, unit).isPresent());
    }

    private static String start(DelegateExecution execution, String workshop, String unit) {
        RuntimeService runtime = execution.getProcessEngineServices().getRuntimeService();
        return runtime.createProcessInstanceByKey(Commitments.JOURNEY)
                .setVariable("unit", unit)
                .setVariable("workshopId", workshop)
                .setVariable("cycleYear", execution.getVariable("cycleYear"))
                .setVariable("facilitated", !"none".equals(execution.getVariable("facilitator")))
                .setVariable("commitmentDueAt", execution.getVariable("signingDeadline"))
                .execute()
                .getId();
    }
}

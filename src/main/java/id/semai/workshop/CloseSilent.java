package id.semai.workshop;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.stereotype.Component;

/** {@code ${closeSilent}}: ends the waiting for the units that did not answer; their commitment lapses. */
@Component("closeSilent")
class CloseSilent implements AcrossUnits {

    private final WorkshopVariables variables;
    private final Commitments commitments;

    CloseSilent(WorkshopVariables variables, Commitments commitments) {
        this.variables = variables;
        this.commitments = commitments;
    }

    @Override
    public void act(DelegateExecution execution) {
        RuntimeService runtime = execution.getProcessEngineServices().getRuntimeService();
        for (String unit : variables.codes(execution, "silentUnits")) {
            commitments
                    .innovation(execution.getProcessBusinessKey(), unit)
                    .flatMap(innovation -> commitments.waiting(innovation, Commitments.CLOSED))
                    .ifPresent(signing -> close(runtime, signing));
        }
    }

    private static void close(RuntimeService runtime, Execution signing) {
        runtime.setVariable(signing.getProcessInstanceId(), "closedBy", "workshop");
        runtime.messageEventReceived(Commitments.CLOSED, signing.getId());
    }
}

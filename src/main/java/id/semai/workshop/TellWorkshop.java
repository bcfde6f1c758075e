package id.semai.workshop;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.stereotype.Component;

/**
 * {@code ${tellWorkshop}}: hands a unit's decision to the workshop that waits for it; does nothing when the unit
 * proposed by itself or nobody waits any more. Runs as a job of its own, since eighty units answer one workshop and
 * whoever collides is tried again.
 */
@Component("tellWorkshop")
class TellWorkshop implements AcrossUnits {

    static final String MESSAGE = "commitment-decided";

    @Override
    public void act(DelegateExecution execution) {
        execution.setVariable(Commitments.DECISION, execution.getVariable("outcome"));
        String workshop = (String) execution.getVariable("workshopId");
        if (workshop == null) {
            return;
        }
        RuntimeService runtime = execution.getProcessEngineServices().getRuntimeService();
        Execution waiting = runtime.createExecutionQuery()
                .processInstanceId(workshop)
                .messageEventSubscriptionName(MESSAGE)
                .variableValueEquals("awaitedUnit", execution.getVariable("unit"))
                .singleResult();
        if (waiting != null) {
            runtime.messageEventReceived(MESSAGE, waiting.getId());
        }
    }
}

package id.semai.workshop;

import id.semai.engine.LiveFacts;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * While the signing is open, the forms of a workshop show who has signed by now. Nothing is written for that: eighty
 * heads who sign at one ceremony would each have to wait for the others.
 */
@Component
class LiveSigning implements LiveFacts {

    private final WorkshopVariables variables;
    private final Commitments commitments;
    private final Signing signing;

    LiveSigning(WorkshopVariables variables, Commitments commitments, Signing signing) {
        this.variables = variables;
        this.commitments = commitments;
        this.signing = signing;
    }

    @Override
    public Map<String, Object> of(DelegateExecution task) {
        List<String> units = task.hasVariable("signingUnits") ? variables.codes(task, "signingUnits") : List.of();
        if (units.isEmpty() || !commitments.isOpen(task.getProcessInstanceId())) {
            return Map.of();
        }
        Signing.Answers answers = signing.answers(task.getProcessBusinessKey(), units);
        return Map.of(
                "signedList", answers.signed(), "declinedList", answers.declined(), "silentList", answers.silent());
    }
}

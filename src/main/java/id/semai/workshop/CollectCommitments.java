package id.semai.workshop;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** {@code ${collectCommitments}}: who signed, who declined, who is silent, for the follow-up and the minutes. */
@Component("collectCommitments")
class CollectCommitments implements AcrossUnits {

    private final WorkshopVariables variables;
    private final Signing signing;

    CollectCommitments(WorkshopVariables variables, Signing signing) {
        this.variables = variables;
        this.signing = signing;
    }

    @Override
    public void act(DelegateExecution execution) {
        Signing.Answers answers =
                signing.answers(execution.getProcessBusinessKey(), variables.codes(execution, "signingUnits"));
        variables.write(execution, "signedList", answers.signed());
        variables.write(execution, "declinedList", answers.declined());
        variables.write(execution, "silentList", answers.silent());
        variables.write(execution, "silentUnits", answers.silentUnits());
        execution.setVariable("silentCount", answers.silentUnits().size());
    }
}

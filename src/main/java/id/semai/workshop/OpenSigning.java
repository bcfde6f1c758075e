package id.semai.workshop;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/**
 * {@code ${openSigning}}: every unit that was invited, or came without invitation, is asked to sign until the end of
 * the given day; also those that stayed away, since one agency owes one innovation.
 */
@Component("openSigning")
class OpenSigning implements AcrossUnits {

    private final WorkshopVariables variables;
    private final Commitments commitments;

    OpenSigning(WorkshopVariables variables, Commitments commitments) {
        this.variables = variables;
        this.commitments = commitments;
    }

    @Override
    public void act(DelegateExecution execution) {
        List<String> signing = WorkshopVariables.join(
                variables.codes(execution, "invitedUnits"), variables.codes(execution, "extraUnits"));
        signing.forEach(variables::unit);
        execution.setVariable(
                "signingUnits",
                Variables.objectValue(new ArrayList<>(signing))
                        .serializationDataFormat(Variables.SerializationDataFormats.JSON)
                        .create());
        execution.setVariable("signingDeadline", deadline(execution));
        writeOpen(execution, signing);
    }

    /** Whom the coordinator can still record as having signed on paper. */
    void writeOpen(DelegateExecution execution, List<String> signing) {
        String workshop = execution.getProcessBusinessKey();
        variables.write(
                execution,
                "openUnitOptions",
                variables.options(signing.stream()
                        .filter(unit -> commitments.decision(workshop, unit).isEmpty())
                        .toList()));
    }

    private Date deadline(DelegateExecution execution) {
        LocalDate day = LocalDate.parse((String) execution.getVariable("signingDueAt"));
        return Date.from(day.atTime(LocalTime.of(23, 59, 59))
                .atZone(variables.unit(execution.getTenantId()).government().zone())
                .toInstant());
    }
}

package id.semai.workshop;

import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.stereotype.Component;

/**
 * {@code ${recordPaperSignatures}}: closes the signing of the units whose heads signed on paper at the workshop. A
 * unit that has answered by itself at the same moment keeps its own answer.
 */
@Component("recordPaperSignatures")
class RecordPaperSignatures implements AcrossUnits {

    private final WorkshopVariables variables;
    private final Commitments commitments;
    private final OpenSigning openSigning;

    RecordPaperSignatures(WorkshopVariables variables, Commitments commitments, OpenSigning openSigning) {
        this.variables = variables;
        this.commitments = commitments;
        this.openSigning = openSigning;
    }

    @Override
    public void act(DelegateExecution execution) {
        RuntimeService runtime = execution.getProcessEngineServices().getRuntimeService();
        List<String> signed = variables.codes(execution, "paperUnits");
        signed.forEach(unit -> record(execution, runtime, unit));
        variables.write(execution, "paperUnits", List.of());
        openSigning.writeOpen(
                execution,
                variables.codes(execution, "signingUnits").stream()
                        .filter(unit -> !signed.contains(unit))
                        .toList());
    }

    private void record(DelegateExecution execution, RuntimeService runtime, String unit) {
        String innovation = commitments
                .innovation(execution.getProcessBusinessKey(), unit)
                .orElseThrow(() -> new IllegalStateException(
                        "Perjalanan inovasi «%s» belum dimulai; pencatatan dicoba lagi.".formatted(unit)));
        commitments
                .waiting(innovation, Commitments.SIGNED_ON_PAPER)
                .ifPresent(signing -> sign(execution, runtime, signing));
    }

    private static void sign(DelegateExecution execution, RuntimeService runtime, Execution signing) {
        runtime.setVariable(signing.getProcessInstanceId(), "closedBy", "paper");
        for (String name : List.of("documentNumber", "documentDate", "witnessRole")) {
            runtime.setVariable(signing.getProcessInstanceId(), name, execution.getVariable(name));
        }
        runtime.messageEventReceived(Commitments.SIGNED_ON_PAPER, signing.getId());
    }
}

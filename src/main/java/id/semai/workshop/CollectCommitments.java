package id.semai.workshop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** {@code ${collectCommitments}}: who signed, who declined, who is silent, for the follow-up and the minutes. */
@Component("collectCommitments")
class CollectCommitments implements AcrossUnits {

    private static final String DECLINED = "declined";
    private static final String SILENT = "silent";
    private static final String UNVERIFIED = "unverified";

    private final WorkshopVariables variables;
    private final Commitments commitments;

    CollectCommitments(WorkshopVariables variables, Commitments commitments) {
        this.variables = variables;
        this.commitments = commitments;
    }

    @Override
    public void act(DelegateExecution execution) {
        String workshop = execution.getProcessBusinessKey();
        Map<String, List<String>> answers = variables.codes(execution, "signingUnits").stream()
                .collect(Collectors.groupingBy(unit -> answer(workshop, unit)));
        List<String> silent = answers.getOrDefault(SILENT, List.of());
        List<String> signed = new ArrayList<>(names(answers, Commitments.SIGNED));
        names(answers, UNVERIFIED).forEach(name -> signed.add(name + " (menunggu pemeriksaan)"));
        variables.write(execution, "signedList", signed);
        variables.write(execution, "declinedList", names(answers, DECLINED));
        variables.write(execution, "silentList", variables.names(silent));
        variables.write(execution, "silentUnits", silent);
        execution.setVariable("silentCount", silent.size());
    }

    private List<String> names(Map<String, List<String>> answers, String answer) {
        return variables.names(answers.getOrDefault(answer, List.of()));
    }

    /** A commitment that lapsed for want of an answer stays with the silent ones. */
    private String answer(String workshop, String unit) {
        Optional<String> innovation = commitments.innovation(workshop, unit);
        Optional<String> decision = commitments.decision(workshop, unit);
        if (innovation.isEmpty()) {
            return SILENT;
        }
        if (decision.isEmpty()) {
            return commitments.waiting(innovation.get(), Commitments.CLOSED).isPresent() ? SILENT : UNVERIFIED;
        }
        return decision.filter(List.of(Commitments.SIGNED, DECLINED)::contains).orElse(SILENT);
    }
}

package id.semai.workshop;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who of a workshop's units has signed, has declined and is silent, as it stands now. */
@Component
class Signing {

    private static final String DECLINED = "declined";
    private static final String SILENT = "silent";
    private static final String UNVERIFIED = "unverified";

    private final Commitments commitments;
    private final WorkshopVariables variables;

    Signing(Commitments commitments, WorkshopVariables variables) {
        this.commitments = commitments;
        this.variables = variables;
    }

    Answers answers(String workshop, List<String> units) {
        Map<String, String> innovations = commitments.innovations(workshop);
        Map<String, String> decisions = commitments.decisions(innovations.values());
        Set<String> waiting = commitments.waitingUnits(workshop);
        Map<String, List<String>> answers = units.stream().collect(groupingBy(unit -> {
            String innovation = innovations.get(unit);
            return innovation == null ? SILENT : answer(decisions.get(innovation), waiting.contains(unit));
        }));
        List<String> signed = new ArrayList<>(names(answers, Commitments.SIGNED));
        names(answers, UNVERIFIED).forEach(name -> signed.add(name + " (menunggu pemeriksaan)"));
        return new Answers(
                signed, names(answers, DECLINED), names(answers, SILENT), answers.getOrDefault(SILENT, List.of()));
    }

    /** A commitment that lapsed for want of an answer stays with the silent ones. */
    private static String answer(String decision, boolean waiting) {
        if (decision == null) {
            return waiting ? SILENT : UNVERIFIED;
        }
        return List.of(Commitments.SIGNED, DECLINED).contains(decision) ? decision : SILENT;
    }

    private List<String> names(Map<String, List<String>> answers, String answer) {
        return variables.names(answers.getOrDefault(answer, List.of()));
    }

    /**
     * The names of the units by their answer.
     *
     * @param silentUnits the codes of those who are silent
     */
    record Answers(List<String> signed, List<String> declined, List<String> silent, List<String> silentUnits) {}
}

package id.semai.engine;

import id.semai.journal.StageJournal;
import id.semai.stage.StageTransition;
import id.semai.stage.TransitionType;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.stereotype.Component;

/** The start and the end of a process that carries the marker {@code journey}. */
@Component
class Journeys {

    /** The outcome of a journey that an administrator deleted: no lawful end of the business. */
    static final String CANCELLED = "cancelled";

    private final StageJournal journal;
    private final InnovationFacts facts;
    private final CaseOpening opening;

    Journeys(StageJournal journal, InnovationFacts facts, CaseOpening opening) {
        this.journal = journal;
        this.facts = facts;
        this.opening = opening;
    }

    void start(DelegateExecution execution) {
        opening.open(execution);
        append(TransitionType.INNOVATION_STARTED, execution, null, null, Map.of());
    }

    void finish(DelegateExecution execution) {
        boolean cancelled = execution.isCanceled();
        if (cancelled && leavesCalledProcesses(execution)) {
            throw new Refusal(
                    409,
                    "Inovasi tidak dapat dihapus sambil membiarkan proses yang dipanggilnya berjalan: hapus tanpa skipSubprocesses.");
        }
        String outcome = cancelled ? CANCELLED : (String) execution.getVariable(StageBoundary.OUTCOME);
        String reason = cancelled ? CancelReasons.DELETED : (String) execution.getVariable(StageBoundary.REASON);
        append(TransitionType.INNOVATION_FINISHED, execution, outcome, reason, facts.results(execution));
    }

    /** A deletion with {@code skipSubprocesses} would leave an orphan that goes on; the execution tells it to nobody. */
    private static boolean leavesCalledProcesses(DelegateExecution execution) {
        return Boolean.TRUE.equals(
                PropertyAccessorFactory.forDirectFieldAccess(execution).getPropertyValue("skipSubprocesses"));
    }

    private void append(
            TransitionType type,
            DelegateExecution execution,
            String outcome,
            String reason,
            Map<String, Object> results) {
        ProcessVersion process = ProcessVersion.of(execution);
        journal.append(new StageTransition(
                type, facts.of(execution), null, null, outcome, reason, process.key(), process.version(), results));
    }
}

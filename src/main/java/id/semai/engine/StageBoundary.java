package id.semai.engine;

import id.semai.journal.StageJournal;
import id.semai.stage.Stage;
import id.semai.stage.StageTransition;
import id.semai.stage.TransitionType;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/**
 * Hears tokens cross a stage's boundary, inside the engine's transaction. The outcome of a stage is that of the end
 * event reached: it is kept in a variable {@code outcome} of the stage itself, so that nothing older can be taken for
 * it, and handed to the enclosing scope on leaving, where the gateway behind asks for it.
 */
@Component
class StageBoundary {

    static final String OUTCOME = "outcome";
    static final String REASON = "reasonCode";
    /** Of the stage's scope, where the tasks within find it. */
    static final String DUE_AT = "stageDueAt";

    private final StageJournal journal;
    private final InnovationFacts facts;
    private final CancelReasons reasons = new CancelReasons();

    StageBoundary(StageJournal journal, InnovationFacts facts) {
        this.journal = journal;
        this.facts = facts;
    }

    void enter(DelegateExecution execution, StageScope scope) {
        execution.setVariableLocal(OUTCOME, null);
        Instant dueAt = scope.dueAt(execution);
        if (dueAt != null) {
            execution.setVariableLocal(DUE_AT, Date.from(dueAt));
        }
        append(TransitionType.STAGE_ENTERED, execution, scope.stage(), dueAt, null, null);
    }

    void leave(DelegateExecution execution, Stage stage) {
        if (execution.isCanceled()) {
            append(TransitionType.STAGE_CANCELLED, execution, stage, null, null, reasons.of(execution));
            return;
        }
        String outcome = (String) execution.getVariableLocal(OUTCOME);
        if (outcome == null) {
            outcome = "completed";
        }
        append(TransitionType.STAGE_COMPLETED, execution, stage, null, outcome, null);
        ((ExecutionEntity) execution).getParent().setVariable(OUTCOME, outcome);
    }

    void overdue(DelegateExecution execution, Stage stage) {
        append(TransitionType.STAGE_OVERDUE, execution, stage, null, null, null);
    }

    /** An end event with markers: both values are the case's, null where the model does not give one. */
    void reach(DelegateExecution execution, String outcome, String reason) {
        if (outcome != null) {
            execution.setVariable(OUTCOME, outcome);
        }
        if (reason != null) {
            execution.setVariable(REASON, reason);
        }
    }

    CancelReasons reasons() {
        return reasons;
    }

    private void append(
            TransitionType type,
            DelegateExecution execution,
            Stage stage,
            Instant dueAt,
            String outcome,
            String reason) {
        ProcessVersion process = ProcessVersion.of(execution);
        journal.append(new StageTransition(
                type,
                facts.of(execution),
                stage,
                dueAt,
                outcome,
                reason,
                process.key(),
                process.version(),
                type == TransitionType.STAGE_COMPLETED ? facts.results(execution) : Map.of()));
    }
}

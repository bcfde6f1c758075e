package id.semai.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;

/**
 * Why a stage was left without a normal end. An interrupting event says so by the marker {@code reason}; the engine
 * tells the interrupted executions only a sentence that names the activity, so the sentence is what is remembered.
 */
class CancelReasons {

    static final String DELETED = "deleted";
    static final String INTERRUPTED = "interrupted";

    private final Map<String, String> byDeleteReason = new ConcurrentHashMap<>();

    void remember(ActivityImpl activity, String reason) {
        if (reason != null) {
            byDeleteReason.put(interruptedBy(activity), reason);
        }
    }

    String of(DelegateExecution execution) {
        String deleteReason = deleteReason((ExecutionEntity) execution);
        String known = deleteReason == null ? null : byDeleteReason.get(deleteReason);
        if (known != null) {
            return known;
        }
        return deleteReason != null && deleteReason.startsWith("Interrupting activity ") ? INTERRUPTED : DELETED;
    }

    /** The reason stands in one of the executions between the cancelled one and the root. */
    private static String deleteReason(ExecutionEntity execution) {
        for (ExecutionEntity at = execution; at != null; at = above(at)) {
            if (at.getDeleteReason() != null) {
                return at.getDeleteReason();
            }
        }
        return null;
    }

    private static ExecutionEntity above(ExecutionEntity execution) {
        return execution.getParent() != null ? execution.getParent() : execution.getSuperExecution();
    }

    private static String interruptedBy(ActivityImpl activity) {
        return "Interrupting activity " + activity + " executed.";
    }
}

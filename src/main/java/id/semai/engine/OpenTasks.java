package id.semai.engine;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Service;

/** Whether a task is open, as far as whoever asks may know of it. */
@Service
public class OpenTasks {

    private final TaskService tasks;
    private final HistoryService history;

    OpenTasks(TaskService tasks, HistoryService history) {
        this.tasks = tasks;
        this.history = history;
    }

    /** Looks with the authenticated person's rights. */
    public Look find(String id) {
        if (tasks.createTaskQuery().taskId(id).count() > 0) {
            return Look.OPEN;
        }
        return history.createHistoricTaskInstanceQuery().taskId(id).count() > 0 ? Look.DONE : Look.UNKNOWN;
    }

    /** What there is to see. */
    public enum Look {
        OPEN,
        /** Completed, or closed with its process. */
        DONE,
        /** It never was there, or is not theirs to know of. */
        UNKNOWN
    }
}

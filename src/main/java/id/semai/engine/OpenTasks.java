package id.semai.engine;

import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
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

    /** Looks with the authenticated person's rights; empty unless {@link #find} says that it is open. */
    public Optional<OpenTask> get(String id) {
        return Optional.ofNullable(tasks.createTaskQuery().taskId(id).singleResult())
                .map(task -> new OpenTask(id, task.getName(), innovation(task), task.getAssignee()));
    }

    private String innovation(Task task) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
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

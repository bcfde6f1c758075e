package id.semai.engine;

import id.semai.stage.Times;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** {@code ${remind}}: raises the priority of the case's open tasks and leaves a comment on each. */
@Component("remind")
class Remind implements JavaDelegate {

    private static final int RAISED = 75;
    private static final String WORDS = "Pengingat ke-";

    private final UnitZones zones;

    Remind(UnitZones zones) {
        this.zones = zones;
    }

    @Override
    public void execute(DelegateExecution execution) {
        TaskService tasks = execution.getProcessEngineServices().getTaskService();
        ZoneId zone = zones.of(execution.getTenantId());
        List<Task> open = tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .list();
        for (Task task : open) {
            tasks.setPriority(task.getId(), RAISED);
            tasks.createComment(task.getId(), task.getProcessInstanceId(), sentence(tasks, task, zone));
        }
    }

    private static String sentence(TaskService tasks, Task task, ZoneId zone) {
        long earlier = tasks.getTaskComments(task.getId()).stream()
                .map(Comment::getFullMessage)
                .filter(message -> message.startsWith(WORDS))
                .count();
        return WORDS + (earlier + 1) + ": batas waktu " + day(task.getDueDate(), zone);
    }

    private static String day(Date dueDate, ZoneId zone) {
        return dueDate == null ? "belum ditetapkan" : Times.day(dueDate.toInstant(), zone);
    }
}

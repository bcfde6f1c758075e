package id.semai.engine;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Service;

/** The tasks that somebody has claimed, and their passing into other hands, with the rights of whoever is authenticated. */
@Service
public class HeldTasks {

    private final ProcessEngine engine;
    private final IdentityService identity;
    private final TaskService tasks;
    private final TaskRights rights;

    HeldTasks(ProcessEngine engine, IdentityService identity, TaskService tasks, TaskRights rights) {
        this.engine = engine;
        this.identity = identity;
        this.tasks = tasks;
        this.rights = rights;
    }

    /** Empty if the authenticated person may pass on nobody's tasks. */
    public Optional<Overseer> overseer() {
        Authentication person = identity.getCurrentAuthentication();
        return TaskRights.roleOfOverseer(person).map(role -> new Overseer(person.getUserId(), role, units(person)));
    }

    /** As far as the authenticated person may see them, the most urgent first. */
    public List<HeldTask> of(String holder) {
        return execute(context -> tasks.createTaskQuery().taskAssignee(holder).orderByDueDate().asc().list().stream()
                .map(TaskEntity.class::cast)
                .filter(task -> task.getExecution() != null)
                .map(HeldTasks::describe)
                .toList());
    }

    /** The sentence that stands in the way of this passing; empty if nothing does. */
    public Optional<String> objection(String task, String giver, String receiver) {
        try {
            execute(context -> rights.checkPassing(context, task, giver, receiver));
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal.getMessage());
        }
    }

    /**
     * Makes the receiver the task's assignee, in the surrounding transaction, if there is one; the engine's history tells
     * who did it.
     *
     * @throws Refusal unless {@link #objection} finds nothing
     */
    public HeldTask pass(String task, String giver, String receiver) {
        try {
            return execute(context -> {
                TaskEntity passing = rights.checkPassing(context, task, giver, receiver);
                HeldTask held = describe(passing);
                context.runWithoutAuthorization((Callable<Void>) () -> {
                    tasks.setAssignee(task, receiver);
                    return null;
                });
                return held;
            });
        } catch (OptimisticLockingException e) {
            throw new Refusal(409, "Tugas yang diserahkan baru saja diubah orang lain. Muat ulang, lalu periksa lagi.");
        } catch (AuthorizationException e) {
            throw new Refusal(404, "Tugas ini tidak ada.");
        }
    }

    private static HeldTask describe(TaskEntity task) {
        return new HeldTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                task.getTenantId(),
                task.getProcessInstanceId(),
                task.getExecution().getRootProcessInstanceId(),
                (String) task.getVariableLocal(TaskCards.STAGE_NAME),
                Optional.ofNullable(task.getDueDate()).map(Date::toInstant).orElse(null));
    }

    private static List<String> units(Authentication person) {
        return person.getTenantIds() == null ? List.of() : person.getTenantIds();
    }

    private <T> T execute(Command<T> command) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(command);
    }
}

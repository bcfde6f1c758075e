package id.semai.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may take and complete a task. The engine's grant on a definition would let any holder complete any task of it in
 * the unit: here only the assignee may, or a candidate by role, and never who completed a task that the marker
 * {@code notBy} names, nor who typed the draft with which that task was handed over (four eyes).
 */
@Component
class TaskRights {

    private final JdbcClient database;

    TaskRights(JdbcClient database) {
        this.database = database;
    }

    /** Completing an unassigned task assigns it first, so that the history tells who did it. */
    void checkCompletion(CommandContext context, String taskId) {
        TaskEntity task = workable(context, taskId);
        String user = context.getAuthenticatedUserId();
        if (task.getAssignee() != null && !task.getAssignee().equals(user)) {
            throw new Refusal(403, "Tugas «%s» sedang dikerjakan orang lain.".formatted(task.getName()));
        }
        checkPerson(context, task, user);
        if (task.getAssignee() == null) {
            task.setAssignee(user);
        }
    }

    /** @param userId null to give the task back to all its candidates */
    void checkAssignment(CommandContext context, String taskId, String userId) {
        TaskEntity task = workable(context, taskId);
        if (userId == null) {
            return;
        }
        if (task.getAssignee() != null && !task.getAssignee().equals(userId) && isClaim(context, userId)) {
            throw new Refusal(409, "Tugas «%s» baru saja diambil orang lain.".formatted(task.getName()));
        }
        checkPerson(context, task, userId);
    }

    /**
     * Whoever works on a task, or could take it, may write something beside it.
     *
     * @param taskId null for what is written on no task
     * @param processId where else it is to appear; null for nowhere
     */
    void checkRemark(CommandContext context, String taskId, String processId) {
        if (taskId == null) {
            throw new Refusal(403, "Catatan dan lampiran hanya ditulis pada tugas.");
        }
        TaskEntity task = workable(context, taskId);
        if (!isCandidate(context, task, context.getAuthenticatedUserId())) {
            throw notForThisRole(task);
        }
        if (processId != null && !processId.equals(task.getProcessInstanceId())) {
            throw new Refusal(403, "Catatan dan lampiran hanya ditulis pada proses milik tugasnya.");
        }
    }

    /**
     * Whether whoever is authenticated may pass the giver's task on to this receiver, who needs what it takes to claim it:
     * the role, the unit, and four eyes.
     */
    TaskEntity checkPassing(CommandContext context, String taskId, String giver, String receiver) {
        if (roleOfOverseer(context.getAuthentication()).isEmpty()) {
            throw new Refusal(403, "Hanya koordinator dan pengelola sistem yang dapat menyerahkan tugas orang lain.");
        }
        TaskEntity task = workable(context, taskId);
        if (!giver.equals(task.getAssignee()) || task.getExecution() == null) {
            throw new Refusal(409, "Tugas «%s» tidak lagi dipegang %s.".formatted(task.getName(), giver));
        }
        if (receiver.equals(giver)) {
            throw new Refusal(400, "Penerima harus orang lain daripada yang menyerahkan.");
        }
        checkReceiver(context, task, receiver);
        return task;
    }

    /** Empty for those who may pass on nobody's tasks. */
    static Optional<String> roleOfOverseer(Authentication person) {
        List<String> groups = person == null || person.getGroupIds() == null ? List.of() : person.getGroupIds();
        if (groups.contains(Groups.CAMUNDA_ADMIN)) {
            return Optional.of(Overseer.ADMINISTRATOR);
        }
        return groups.contains(Overseer.COORDINATOR) ? Optional.of(Overseer.COORDINATOR) : Optional.empty();
    }

    private void checkReceiver(CommandContext context, TaskEntity task, String receiver) {
        if (!isCandidate(context, task, receiver)) {
            throw new Refusal(
                    409,
                    "Tugas «%s» tidak dapat diserahkan kepada %s: akun itu tidak mempunyai peran yang diperlukan."
                            .formatted(task.getName(), receiver));
        }
        if (!worksIn(context, task.getTenantId(), receiver)) {
            throw new Refusal(
                    409,
                    "Tugas «%s» tidak dapat diserahkan kepada %s: akun itu tidak bertugas pada perangkat daerahnya."
                            .formatted(task.getName(), receiver));
        }
        Set<String> done = doneBy(context, task, receiver);
        if (!done.isEmpty()) {
            throw new Refusal(
                    409,
                    "Tugas «%s» tidak dapat diserahkan kepada %s, yang mengerjakan %s: harus orang lain."
                            .formatted(task.getName(), receiver, String.join(", ", done)));
        }
    }

    private static boolean worksIn(CommandContext context, String unit, String userId) {
        IdentityService identity = context.getProcessEngineConfiguration().getIdentityService();
        return context.runWithoutAuthorization(() -> identity.createTenantQuery()
                        .tenantId(unit)
                        .userMember(userId)
                        .includingGroupsOfUser(true)
                        .count())
                > 0;
    }

    /** The assignee may give a task back without the engine's grant to assign it to others. */
    boolean givesBack(CommandContext context, String taskId, String userId) {
        TaskEntity task = context.getTaskManager().findTaskById(taskId);
        return task != null
                && userId == null
                && context.getAuthenticatedUserId().equals(task.getAssignee());
    }

    private static boolean isClaim(CommandContext context, String userId) {
        return userId.equals(context.getAuthenticatedUserId());
    }

    private TaskEntity workable(CommandContext context, String taskId) {
        TaskEntity task = context.getTaskManager().findTaskById(taskId);
        if (task == null) {
            throw gone(context, taskId);
        }
        for (CommandChecker checker : context.getProcessEngineConfiguration().getCommandCheckers()) {
            checker.checkTaskWork(task);
        }
        return task;
    }

    /** A task that a colleague has completed is a conflict; one that this person may not know of never existed. */
    private static Refusal gone(CommandContext context, String taskId) {
        HistoryService history = context.getProcessEngineConfiguration().getHistoryService();
        boolean wasThere = taskId != null
                && history.createHistoricTaskInstanceQuery().taskId(taskId).count() > 0;
        return wasThere
                ? new Refusal(409, "Tugas ini sudah selesai atau ditutup. Muat ulang daftar tugas.")
                : new Refusal(404, "Tugas ini tidak ada.");
    }

    private void checkPerson(CommandContext context, TaskEntity task, String userId) {
        if (!isCandidate(context, task, userId)) {
            throw notForThisRole(task);
        }
        Set<String> done = doneBy(context, task, userId);
        if (!done.isEmpty()) {
            throw new Refusal(
                    403,
                    "Tugas «%s» harus dikerjakan orang lain daripada yang mengerjakan %s."
                            .formatted(task.getName(), String.join(", ", done)));
        }
    }

    private static Refusal notForThisRole(TaskEntity task) {
        return new Refusal(403, "Tugas «%s» bukan untuk peran Anda.".formatted(task.getName()));
    }

    private static boolean isCandidate(CommandContext context, TaskEntity task, String userId) {
        Set<String> groups = groups(context, userId);
        return userId.equals(task.getAssignee())
                || task.getCandidates().stream()
                        .anyMatch(link -> userId.equals(link.getUserId()) || groups.contains(link.getGroupId()));
    }

    private static Set<String> groups(CommandContext context, String userId) {
        IdentityService identity = context.getProcessEngineConfiguration().getIdentityService();
        return context.runWithoutAuthorization(() -> identity.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet()));
    }

    /**
     * The names of those tasks, of the ones that four eyes speaks of, which this person completed in this case, or typed the
     * handed-over draft of.
     */
    private Set<String> doneBy(CommandContext context, TaskEntity task, String userId) {
        List<String> others = notBy(task);
        if (others.isEmpty()) {
            return Set.of();
        }
        HistoryService history = context.getProcessEngineConfiguration().getHistoryService();
        List<HistoricTaskInstance> done =
                context.runWithoutAuthorization(() -> history.createHistoricTaskInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .taskDefinitionKeyIn(others.toArray(String[]::new))
                        .taskAssignee(userId)
                        .finished()
                        .list());
        return Stream.concat(done.stream().map(HistoricTaskInstance::getName), typedBefore(task, others, userId))
                .map(name -> "«" + name + "»")
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<String> typedBefore(TaskEntity task, List<String> others, String userId) {
        return database
                .sql(
                        """
                        select task_name from semai.handover
                        where process_instance = ? and giver = ? and draft = 'moved' and task_key = any(?)
                        """)
                .param(task.getProcessInstanceId())
                .param(userId)
                .param(others.toArray(String[]::new))
                .query(String.class)
                .list()
                .stream();
    }

    @SuppressWarnings("unchecked")
    private static List<String> notBy(TaskEntity task) {
        ActivityImpl activity = task.getExecution().getProcessDefinition().findActivity(task.getTaskDefinitionKey());
        List<String> others = (List<String>) activity.getProperty(StageParseListener.NOT_BY);
        return others == null ? List.of() : others;
    }
}

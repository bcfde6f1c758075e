package id.semai.engine;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricIdentityLinkLog;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Service;

/** Who did what in a case and what waits, as far as whoever asks may see it. */
@Service
public class CaseTasks {

    private final HistoryService history;
    private final TaskService tasks;
    private final IdentityService identity;

    CaseTasks(HistoryService history, TaskService tasks, IdentityService identity) {
        this.history = history;
        this.tasks = tasks;
        this.identity = identity;
    }

    /** Id of the case that a task, open or done, belongs to; empty for a task that is not theirs to know of. */
    public Optional<String> caseOf(String task) {
        return Optional.ofNullable(
                        history.createHistoricTaskInstanceQuery().taskId(task).singleResult())
                .map(HistoricTaskInstance::getRootProcessInstanceId);
    }

    /** In the order of their beginning, without those that were closed before anybody had done them. */
    public List<CaseTask> of(String caseId) {
        List<String> instances =
                history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseId).list().stream()
                        .map(HistoricProcessInstance::getId)
                        .toList();
        if (instances.isEmpty()) {
            return List.of();
        }
        Map<String, String> stages = stages(instances);
        Set<String> own = own(caseId);
        return instances.stream()
                .flatMap(this::worked)
                .sorted(Comparator.comparing(HistoricActivityInstance::getStartTime))
                .map(work -> new CaseTask(
                        work.getTaskId(),
                        work.getActivityName(),
                        stages.get(work.getTaskId()),
                        work.getStartTime().toInstant(),
                        instant(work.getEndTime()),
                        work.getAssignee(),
                        roles(work.getTaskId()),
                        own.contains(work.getTaskId())))
                .toList();
    }

    private Stream<HistoricActivityInstance> worked(String instance) {
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .activityType("userTask")
                .list()
                .stream()
                .filter(work -> !work.isCanceled());
    }

    private Map<String, String> stages(List<String> instances) {
        return history
                .createHistoricVariableInstanceQuery()
                .processInstanceIdIn(instances.toArray(String[]::new))
                .variableName(TaskCards.STAGE_NAME)
                .list()
                .stream()
                .filter(variable -> variable.getTaskId() != null && variable.getValue() != null)
                .collect(Collectors.toMap(
                        HistoricVariableInstance::getTaskId, variable -> (String) variable.getValue(), (a, b) -> b));
    }

    /** Ids of the groups that a task was offered to, as far as whoever asks may know of it. */
    public List<String> roles(String task) {
        return history
                .createHistoricIdentityLinkLogQuery()
                .taskId(task)
                .type(IdentityLinkType.CANDIDATE)
                .operationType("add")
                .list()
                .stream()
                .map(HistoricIdentityLinkLog::getGroupId)
                .filter(group -> group != null)
                .distinct()
                .toList();
    }

    private Set<String> own(String caseId) {
        Authentication visitor = identity.getCurrentAuthentication();
        if (visitor == null) {
            return Set.of();
        }
        List<String> groups = visitor.getGroupIds();
        return Stream.concat(
                        open(caseId).taskAssignee(visitor.getUserId()).list().stream(),
                        groups == null || groups.isEmpty()
                                ? Stream.empty()
                                : open(caseId).taskCandidateGroupIn(groups).list().stream())
                .map(Task::getId)
                .collect(Collectors.toSet());
    }

    private TaskQuery open(String caseId) {
        return tasks.createTaskQuery().processInstanceBusinessKey(caseId);
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}

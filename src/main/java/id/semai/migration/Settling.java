package id.semai.migration;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.task.IdentityLink;

/** What the engine leaves to be done on an instance that has moved. */
record Settling(String instance, Set<String> revived, Comparison comparison) implements Command<Void> {

    @Override
    public Void execute(CommandContext context) {
        revived.forEach(id -> disarm(context, id));
        context.getTaskManager().findTasksByProcessInstanceId(instance).forEach(this::refresh);
        return null;
    }

    private static void disarm(CommandContext context, String id) {
        JobEntity job = context.getJobManager().findJobById(id);
        if (job != null) {
            job.delete();
        }
        EventSubscriptionEntity subscription =
                context.getEventSubscriptionManager().findEventSubscriptionById(id);
        if (subscription != null) {
            subscription.delete();
        }
    }

    /** A task keeps what it was made with; people look for it under its new name, and in the lists of its new role. */
    private void refresh(TaskEntity task) {
        TaskDefinition definition = task.getTaskDefinition();
        if (definition == null) {
            return;
        }
        if (comparison.isRenamed(task.getTaskDefinitionKey())) {
            task.setName(text(definition.getNameExpression(), task));
            task.setDescription(text(definition.getDescriptionExpression(), task));
        }
        if (comparison.changesRole(task.getTaskDefinitionKey())) {
            passOn(task, definition);
        }
    }

    private static void passOn(TaskEntity task, TaskDefinition definition) {
        Set<String> before = new HashSet<>();
        task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .forEach(before::add);
        Set<String> after = new HashSet<>();
        definition
                .getCandidateGroupIdExpressions()
                .forEach(groups -> after.addAll(Set.of(text(groups, task).split("\\s*,\\s*"))));
        before.stream().filter(group -> !after.contains(group)).forEach(task::deleteCandidateGroup);
        after.stream().filter(group -> !before.contains(group)).forEach(task::addCandidateGroup);
    }

    private static String text(Expression expression, TaskEntity task) {
        Object value = expression == null ? null : expression.getValue(task.getExecution());
        return value == null ? null : value.toString();
    }
}

package id.semai.accounts;

import id.semai.audit.AuditTrail;
import id.semai.audit.Kind;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContextListener;
import org.springframework.stereotype.Component;

/**
 * Hears from the engine, in the transaction of the operation itself, what people do to accounts, grants, models and running
 * processes through whichever interface. What they do to their tasks is the journey's to tell.
 */
@Component
class OperationTrail implements HistoryEventHandler {

    private static final Set<String> RIGHTS = Set.of(
            EntityTypes.USER,
            EntityTypes.GROUP,
            EntityTypes.GROUP_MEMBERSHIP,
            EntityTypes.TENANT,
            EntityTypes.TENANT_MEMBERSHIP,
            EntityTypes.AUTHORIZATION);
    private static final Set<String> MODELS = Set.of(
            EntityTypes.DEPLOYMENT,
            EntityTypes.PROCESS_DEFINITION,
            EntityTypes.DECISION_DEFINITION,
            EntityTypes.CASE_DEFINITION,
            EntityTypes.DECISION_REQUIREMENTS_DEFINITION);

    /** Whom or what an operation on rights concerns. */
    private static final Set<String> WHOM = Set.of("userId", "groupId", "tenantId");

    /** Their values are ids, names of models and settings; of all others only the name is kept. */
    private static final Set<String> TOLD = Set.of(
            "userId",
            "groupId",
            "tenantId",
            "permissions",
            "resource",
            "resourceId",
            "deploymentId",
            "suspensionState",
            "cascade",
            "nrOfInstances",
            "async",
            "includeSubProcessInstances",
            "messageName");

    private final AuditTrail trail;
    private final Map<CommandContext, Set<Change>> begun = Collections.synchronizedMap(new WeakHashMap<>());

    OperationTrail(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    /** All changes of one operation come in one command, one by one. */
    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof UserOperationLogEntryEventEntity entry && isTold(entry)) {
            CommandContext command = Context.getCommandContext();
            begun.computeIfAbsent(command, this::untilItsEnd).add(Change.of(entry));
        }
    }

    private Set<Change> untilItsEnd(CommandContext command) {
        command.registerCommandContextListener(new CommandContextListener() {
            @Override
            public void onCommandContextClose(CommandContext closing) {
                append(begun.remove(closing));
            }

            @Override
            public void onCommandFailed(CommandContext failed, Throwable failure) {
                begun.remove(failed);
            }
        });
        return new LinkedHashSet<>();
    }

    private void append(Set<Change> changes) {
        changes.stream()
                .collect(Collectors.groupingBy(Change::deed, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(this::append);
    }

    private void append(List<Change> changes) {
        Change first = changes.get(0);
        trail.append(
                first.kind(),
                first.account(),
                first.what(),
                changes.stream()
                        .filter(change -> WHOM.contains(String.valueOf(change.property())) && change.value() != null)
                        .map(Change::value)
                        .findFirst()
                        .orElse(first.id()),
                changes.stream().map(Change::told).filter(Objects::nonNull).collect(Collectors.joining(", ")));
    }

    private static boolean isTold(UserOperationLogEntryEventEntity entry) {
        return !UserOperationLogEntry.CATEGORY_TASK_WORKER.equals(entry.getCategory())
                && !(EntityTypes.PROCESS_INSTANCE.equals(entry.getEntityType())
                        && UserOperationLogEntry.OPERATION_TYPE_CREATE.equals(entry.getOperationType()));
    }

    /**
     * One property that an operation has set.
     *
     * @param id of what it was done to; null for what is told by its properties
     */
    private record Change(Kind kind, String account, String what, String id, String property, String value) {

        static Change of(UserOperationLogEntryEventEntity entry) {
            return new Change(
                    kind(entry.getEntityType()),
                    entry.getUserId(),
                    entry.getOperationType() + " " + entry.getEntityType(),
                    idOf(entry),
                    entry.getProperty(),
                    entry.getNewValue());
        }

        List<String> deed() {
            return Arrays.asList(what, id);
        }

        String told() {
            return property != null && TOLD.contains(property) ? property + "=" + value : property;
        }

        private static Kind kind(String entity) {
            return RIGHTS.contains(entity) ? Kind.RIGHTS : MODELS.contains(entity) ? Kind.MODELS : Kind.INTERVENTION;
        }

        private static String idOf(UserOperationLogEntryEventEntity entry) {
            return Stream.of(
                            entry.getProcessInstanceId(),
                            entry.getDeploymentId(),
                            entry.getProcessDefinitionKey(),
                            entry.getJobId(),
                            entry.getBatchId())
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
    }
}

package id.semai.accounts;

import id.semai.audit.AuditTrail;
import id.semai.audit.Kind;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
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

    OperationTrail(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        handleEvents(List.of(event));
    }

    /** All changes of one operation come together. */
    @Override
    public void handleEvents(List<HistoryEvent> events) {
        List<UserOperationLogEntryEventEntity> changes = events.stream()
                .filter(UserOperationLogEntryEventEntity.class::isInstance)
                .map(UserOperationLogEntryEventEntity.class::cast)
                .filter(OperationTrail::isTold)
                .toList();
        if (!changes.isEmpty()) {
            append(changes);
        }
    }

    private void append(List<UserOperationLogEntryEventEntity> changes) {
        UserOperationLogEntryEventEntity first = changes.get(0);
        trail.append(
                kind(first.getEntityType()),
                first.getUserId(),
                first.getOperationType() + " " + first.getEntityType(),
                subject(changes),
                changes.stream().map(OperationTrail::detail).filter(Objects::nonNull).collect(Collectors.joining(", ")));
    }

    private static boolean isTold(UserOperationLogEntryEventEntity change) {
        return !UserOperationLogEntry.CATEGORY_TASK_WORKER.equals(change.getCategory())
                && !(EntityTypes.PROCESS_INSTANCE.equals(change.getEntityType())
                        && UserOperationLogEntry.OPERATION_TYPE_CREATE.equals(change.getOperationType()));
    }

    private static Kind kind(String entity) {
        return RIGHTS.contains(entity) ? Kind.RIGHTS : MODELS.contains(entity) ? Kind.MODELS : Kind.INTERVENTION;
    }

    private static String subject(List<UserOperationLogEntryEventEntity> changes) {
        return changes.stream()
                .filter(change -> List.of("userId", "groupId", "tenantId").contains(change.getProperty()))
                .map(UserOperationLogEntryEventEntity::getNewValue)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> id(changes.get(0)));
    }

    private static String id(UserOperationLogEntryEventEntity change) {
        return Stream.of(
                        change.getProcessInstanceId(),
                        change.getDeploymentId(),
                        change.getProcessDefinitionKey(),
                        change.getJobId(),
                        change.getBatchId())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static String detail(UserOperationLogEntryEventEntity change) {
        return change.getProperty() == null || !TOLD.contains(change.getProperty())
                ? change.getProperty()
                : change.getProperty() + "=" + change.getNewValue();
    }
}

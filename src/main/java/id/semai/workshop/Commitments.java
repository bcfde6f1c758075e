package id.semai.workshop;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the units of a workshop have decided; the journeys themselves say so. */
@Component
class Commitments {

    static final String JOURNEY = "innovation-journey";
    /** The variable of a journey that holds the outcome of its commitment once the workshop was told. */
    static final String DECISION = "commitmentDecision";

    /** The variable of a journey that holds the outcome of the stage it left last, at first the commitment's. */
    private static final String OUTCOME = "outcome";

    static final String SIGNED = "signed";

    /** The messages that end the waiting for a head's signature. */
    static final String CLOSED = "commitment-closed";

    static final String SIGNED_ON_PAPER = "commitment-signed-on-paper";

    private final HistoryService history;
    private final RuntimeService runtime;

    Commitments(@Lazy HistoryService history, @Lazy RuntimeService runtime) {
        this.history = history;
        this.runtime = runtime;
    }

    /** Where an innovation waits for a message about its signing; empty once its head has answered. */
    Optional<Execution> waiting(String innovation, String message) {
        return Optional.ofNullable(runtime.createExecutionQuery()
                .processInstanceBusinessKey(innovation)
                .messageEventSubscriptionName(message)
                .singleResult());
    }

    /** The innovation that a workshop began for a unit; its id is the journey's. */
    Optional<String> innovation(String workshopId, String unit) {
        return history
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(JOURNEY)
                .tenantIdIn(unit)
                .variableValueEquals("workshopId", workshopId)
                .list()
                .stream()
                .map(HistoricProcessInstance::getId)
                .findFirst();
    }

    /** The innovations of a workshop by the code of their unit. */
    Map<String, String> innovations(String workshopId) {
        return history
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(JOURNEY)
                .variableValueEquals("workshopId", workshopId)
                .list()
                .stream()
                .collect(toMap(
                        HistoricProcessInstance::getTenantId, HistoricProcessInstance::getId, (one, other) -> one));
    }

    /** The outcomes of the commitments that are decided, by innovation, also of those that the workshop is not told yet. */
    Map<String, String> decisions(Collection<String> innovations) {
        if (innovations.isEmpty()) {
            return Map.of();
        }
        String[] journeys = innovations.toArray(String[]::new);
        Map<String, String> decisions = values(journeys, OUTCOME);
        decisions.putAll(values(journeys, DECISION));
        return decisions;
    }

    /** A variable of the journeys themselves, where it is not null. */
    private Map<String, String> values(String[] journeys, String variable) {
        Map<String, String> values = new HashMap<>();
        history
                .createHistoricVariableInstanceQuery()
                .processInstanceIdIn(journeys)
                .activityInstanceIdIn(journeys)
                .variableName(variable)
                .list()
                .stream()
                .filter(found -> found.getValue() != null)
                .forEach(found -> values.put(found.getProcessInstanceId(), (String) found.getValue()));
        return values;
    }

    /** The units of a workshop whose heads have not answered yet. */
    Set<String> waitingUnits(String workshopId) {
        return runtime
                .createExecutionQuery()
                .messageEventSubscriptionName(CLOSED)
                .processVariableValueEquals("workshopId", workshopId)
                .list()
                .stream()
                .map(Execution::getTenantId)
                .collect(toSet());
    }

    /** Whether a workshop waits for the answer of a unit. */
    boolean isOpen(String workshopId) {
        return runtime.createExecutionQuery()
                        .processInstanceId(workshopId)
                        .messageEventSubscriptionName(TellWorkshop.MESSAGE)
                        .count()
                > 0;
    }

    /** The outcome of the commitment; empty as long as the unit is silent. */
    Optional<String> decision(String workshopId, String unit) {
        return innovation(workshopId, unit).map(this::decision);
    }

    private String decision(String innovationId) {
        HistoricVariableInstance decision = history.createHistoricVariableInstanceQuery()
                .processInstanceId(innovationId)
                .variableName(DECISION)
                .singleResult();
        return decision == null ? null : (String) decision.getValue();
    }
}

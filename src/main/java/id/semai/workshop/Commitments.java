package id.semai.workshop;

import java.util.Optional;
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

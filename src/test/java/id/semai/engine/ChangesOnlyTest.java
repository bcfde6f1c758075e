package id.semai.engine;

import static org.assertj.core.api.Assertions.assertThat;

import id.semai.journeys.EndToEnd;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a called process gives back: all that it has changed, and nothing else is written. */
@EndToEnd
class ChangesOnlyTest {

    private static final Date DUE = new Date(1_800_000_000_000L);

    private static final String CALLER =
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
              <process id="changes-caller" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="start" /><sequenceFlow id="f1" sourceRef="start" targetRef="call" />
                <callActivity id="call" calledElement="changes-called">
                  <extensionElements><camunda:in variables="all" /><camunda:out variables="all" /></extensionElements>
                </callActivity>
                <sequenceFlow id="f2" sourceRef="call" targetRef="after" /><userTask id="after" />
              </process>
            </definitions>
            """;

    private static final String CALLED =
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
              <process id="changes-called" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="start" /><sequenceFlow id="f1" sourceRef="start" targetRef="inside" />
                <userTask id="inside" />
              </process>
            </definitions>
            """;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    private Deployment deployment;
    private String caller;

    @BeforeEach
    void call() {
        deployment = repository
                .createDeployment()
                .tenantId("dikbud")
                .addString("caller.bpmn", CALLER)
                .addString("called.bpmn", CALLED)
                .deploy();
        Map<String, Object> given = new HashMap<>(Map.of(
                "title", "Antrean daring", "year", 2026, "due", DUE, "steps", new ArrayList<>(List.of("satu", "dua"))));
        given.put("reason", null);
        given.put("outcome", null);
        caller = runtime.createProcessInstanceByKey("changes-caller")
                .processDefinitionTenantId("dikbud")
                .setVariables(given)
                .execute()
                .getId();
    }

    @AfterEach
    void remove() {
        repository.deleteDeployment(deployment.getId(), true);
    }

    @Test
    void whatCameBackAsItWentIsNotWrittenAgain() {
        finish(Map.of());

        assertThat(changes()).containsExactly("steps");
        assertThat(variables())
                .containsEntry("title", "Antrean daring")
                .containsEntry("year", 2026)
                .containsEntry("due", DUE)
                .containsEntry("steps", List.of("satu", "dua"))
                .containsEntry("reason", null);
    }

    @Test
    void whatHasChangedOrIsNewComesBack() {
        finish(Map.of("title", "Antrean daring pasar", "outcome", "done", "more", 7L, "due", new Date(0)));

        assertThat(changes()).containsExactlyInAnyOrder("title", "outcome", "more", "due", "steps");
        assertThat(variables())
                .containsEntry("title", "Antrean daring pasar")
                .containsEntry("outcome", "done")
                .containsEntry("more", 7L)
                .containsEntry("due", new Date(0))
                .containsEntry("year", 2026);
    }

    @Test
    void aValueThatBecomesNothingAndOneThatBecomesAnotherKindOfValueComeBack() {
        Map<String, Object> given = new HashMap<>();
        given.put("title", null);
        given.put("year", 2026L);
        given.put("reason", Variables.stringValue(""));

        finish(given);

        assertThat(changes()).containsExactlyInAnyOrder("title", "year", "reason", "steps");
        assertThat(variables())
                .containsEntry("title", null)
                .containsEntry("year", 2026L)
                .containsEntry("reason", "");
    }

    @Test
    void aListThatWasChangedInPlaceComesBack() {
        @SuppressWarnings("unchecked")
        List<String> steps = (List<String>) tasks.getVariable(inside(), "steps");
        steps.add("tiga");

        finish(Map.of("steps", steps));

        assertThat(variables()).containsEntry("steps", List.of("satu", "dua", "tiga"));
    }

    private String inside() {
        return tasks.createTaskQuery()
                .taskDefinitionKey("inside")
                .tenantIdIn("dikbud")
                .processDefinitionKey("changes-called")
                .singleResult()
                .getId();
    }

    private void finish(Map<String, Object> changes) {
        String called = inside();
        tasks.complete(called, changes);
    }

    private Map<String, Object> variables() {
        return runtime.getVariables(caller);
    }

    /** Of the caller, after it began. */
    private List<String> changes() {
        return history.createHistoricDetailQuery().variableUpdates().processInstanceId(caller).list().stream()
                .map(HistoricVariableUpdate.class::cast)
                .filter(update -> !update.isInitial())
                .map(HistoricVariableUpdate::getVariableName)
                .toList();
    }
}

package id.semai.people;

import jakarta.annotation.PostConstruct;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.boot.test.context.TestComponent;

/** Small models under the keys of the real ones: it is the keys that the grants name. */
@TestComponent
class Models {

    private static final String FORM =
            """
            {"schemaVersion": 16, "id": "%s", "type": "default", "executionPlatform": "Camunda Platform",
             "executionPlatformVersion": "7.22.0",
             "components": [{"type": "textfield", "id": "title", "key": "title", "label": "Judul"}]}
            """;
    private static final String DECISION =
            """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                xmlns:c="http://camunda.org/schema/1.0/dmn" id="d" name="d" namespace="http://camunda.org/schema/1.0/dmn">
              <decision id="innovation-kind" name="Jenis inovasi" c:historyTimeToLive="P1D">
                <decisionTable id="t" hitPolicy="FIRST">
                  <input id="i"><inputExpression id="ie" typeRef="boolean"><text>true</text></inputExpression></input>
                  <output id="o" name="kind" typeRef="string"/>
                  <rule id="r"><inputEntry id="c"><text></text></inputEntry><outputEntry id="e"><text>"new"</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    private final RepositoryService repository;

    Models(RepositoryService repository) {
        this.repository = repository;
    }

    @PostConstruct
    void deploy() {
        repository
                .createDeployment()
                .addModelInstance("workshop.bpmn", workshop())
                .addModelInstance("innovation-journey.bpmn", journey())
                .addModelInstance("commitment.bpmn", commitment())
                .addModelInstance("ungranted.bpmn", ungranted())
                .addString("innovation-kind.dmn", DECISION)
                .addString("proposal.form", FORM.formatted("proposal"))
                .addString("draft.form", FORM.formatted("draft"))
                .deploy();
    }

    private BpmnModelInstance workshop() {
        return Bpmn.createExecutableProcess("workshop")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .userTask("invite")
                .camundaCandidateGroups("coordinator")
                .serviceTask("start-journey")
                .camundaDelegateExpression("${startsJourney}")
                .camundaAsyncBefore()
                .endEvent()
                .done();
    }

    private BpmnModelInstance journey() {
        return Bpmn.createExecutableProcess("innovation-journey")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .camundaFormRef("proposal")
                .camundaFormRefBinding("deployment")
                .userTask("draft")
                .name("Menyusun")
                .camundaCandidateGroups("innovator")
                .camundaFormRef("draft")
                .camundaFormRefBinding("deployment")
                .businessRuleTask("kind")
                .camundaDecisionRef("innovation-kind")
                .camundaResultVariable("kind")
                .camundaMapDecisionResult("singleEntry")
                .callActivity("call")
                .calledElement("commitment")
                .userTask("review")
                .camundaCandidateGroups("coordinator")
                .endEvent()
                .done();
    }

    private BpmnModelInstance commitment() {
        return Bpmn.createExecutableProcess("commitment")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .userTask("sign")
                .camundaCandidateGroups("unit-head")
                .endEvent()
                .done();
    }

    /** A process that the organisation's file does not name. */
    private BpmnModelInstance ungranted() {
        return Bpmn.createExecutableProcess("ungranted")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .userTask("secret")
                .camundaCandidateGroups("innovator")
                .endEvent()
                .done();
    }
}

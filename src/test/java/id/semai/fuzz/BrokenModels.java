package id.semai.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Deployments as Camunda Modeler sends them, of models that are broken. */
final class BrokenModels {

    static final String PATH = "/deployment/create";

    private static final String BOUNDARY = "----semai";

    private static final String BPMN =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="fuzz">
              <message id="m" name="fuzz-message"/>
              <process id="fuzz" name="Fuzz" isExecutable="true" camunda:historyTimeToLive="P1D">
                <extensionElements><camunda:properties><camunda:property name="journey" value="none"/></camunda:properties></extensionElements>
                <startEvent id="start"><outgoing>f1</outgoing></startEvent>
                <sequenceFlow id="f1" sourceRef="start" targetRef="stage"/>
                <subProcess id="stage" name="Stage">
                  <extensionElements><camunda:properties>
                    <camunda:property name="stage" value="fuzz"/><camunda:property name="due" value="${deadline('lab.due')}"/>
                  </camunda:properties></extensionElements>
                  <startEvent id="in"/><sequenceFlow id="f2" sourceRef="in" targetRef="task"/>
                  <userTask id="task" name="Task" camunda:candidateGroups="innovator" camunda:formRef="fuzz" camunda:formRefBinding="deployment">
                    <multiInstanceLoopCharacteristics camunda:collection="${rows}" camunda:elementVariable="row"/>
                  </userTask>
                  <sequenceFlow id="f3" sourceRef="task" targetRef="out"/><endEvent id="out"/>
                </subProcess>
                <boundaryEvent id="late" attachedToRef="stage" cancelActivity="false">
                  <timerEventDefinition><timeDuration xsi:type="tFormalExpression">PT5S</timeDuration></timerEventDefinition>
                </boundaryEvent>
                <sequenceFlow id="f4" sourceRef="stage" targetRef="which"/>
                <exclusiveGateway id="which" default="f6"/>
                <sequenceFlow id="f5" sourceRef="which" targetRef="call">
                  <conditionExpression xsi:type="tFormalExpression">${outcome == 'stopped'}</conditionExpression>
                </sequenceFlow>
                <sequenceFlow id="f6" sourceRef="which" targetRef="end"/>
                <callActivity id="call" calledElement="fuzz"><extensionElements><camunda:in businessKey="#{execution.processBusinessKey}"/></extensionElements></callActivity>
                <sequenceFlow id="f7" sourceRef="call" targetRef="rule"/>
                <businessRuleTask id="rule" camunda:decisionRef="fuzz-decision" camunda:mapDecisionResult="singleEntry" camunda:resultVariable="r"/>
                <sequenceFlow id="f8" sourceRef="rule" targetRef="wait"/>
                <receiveTask id="wait" messageRef="m"/><sequenceFlow id="f9" sourceRef="wait" targetRef="end"/>
                <endEvent id="end"><terminateEventDefinition/></endEvent>
              </process>
            </definitions>
            """;

    private static final String DMN =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn"
                id="fuzz-decisions" name="Fuzz" namespace="http://camunda.org/schema/1.0/dmn">
              <decision id="fuzz-decision" name="Fuzz" camunda:historyTimeToLive="P1D">
                <decisionTable id="table" hitPolicy="COLLECT" aggregation="SUM">
                  <input id="i"><inputExpression id="ie" typeRef="integer" expressionLanguage="feel"><text>score + 1</text></inputExpression></input>
                  <output id="o" name="result" typeRef="integer"/>
                  <rule id="r"><inputEntry id="e"><text>[1..5]</text></inputEntry><outputEntry id="x"><text>2</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    private static final String FORM =
            """
            {"schemaVersion": 16, "id": "fuzz", "type": "default", "executionPlatform": "Camunda Platform",
             "executionPlatformVersion": "7.22.0", "components": [
              {"type": "textfield", "id": "title", "key": "title", "label": "Judul", "validate": {"required": true, "maxLength": 200}},
              {"type": "select", "id": "kind", "key": "kind", "values": [{"label": "A", "value": "a"}], "conditional": {"hide": "=title = null"}},
              {"type": "datetime", "id": "day", "key": "day", "subtype": "date", "properties": {"notBefore": "today"}},
              {"type": "group", "id": "group", "components": [{"type": "number", "id": "n", "key": "n", "decimalDigits": 2}]}]}
            """;

    private final Garbage garbage;

    BrokenModels(Garbage garbage) {
        this.garbage = garbage;
    }

    String type() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    byte[] deployment() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        part(all, "name=\"deployment-name\"", "fuzz".getBytes(StandardCharsets.UTF_8));
        if (garbage.chance(20)) {
            part(
                    all,
                    "name=\""
                            + garbage.oneOf(List.of(
                                    "tenant-id",
                                    "enable-duplicate-filtering",
                                    "deploy-changed-only",
                                    "deployment-activation-time",
                                    "x"))
                            + "\"",
                    garbage.text().getBytes(StandardCharsets.UTF_8));
        }
        for (int files = garbage.chance(20) ? 2 : 1; files > 0; files--) {
            model(all);
        }
        all.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return garbage.chance(10) ? garbage.scrambled(all.toByteArray()) : all.toByteArray();
    }

    private void model(ByteArrayOutputStream all) {
        switch (garbage.oneOf(List.of("bpmn", "bpmn", "dmn", "form", "cmmn", "html"))) {
            case "bpmn" -> file(all, "fuzz.bpmn", BPMN);
            case "dmn" -> file(all, "fuzz.dmn", DMN);
            case "form" -> file(all, "fuzz.form", FORM);
            case "cmmn" -> file(all, "fuzz.cmmn", BPMN);
            default ->
                file(all, garbage.chance(50) ? "fuzz.html" : garbage.text().replaceAll("[\"\r\n]", ""), FORM);
        }
    }

    private void file(ByteArrayOutputStream all, String name, String model) {
        part(
                all,
                "name=\"data\"; filename=\"" + name + "\"\r\nContent-Type: application/octet-stream",
                garbage.broken(model));
    }

    private static void part(ByteArrayOutputStream all, String disposition, byte[] content) {
        all.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        all.writeBytes(content);
        all.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
}

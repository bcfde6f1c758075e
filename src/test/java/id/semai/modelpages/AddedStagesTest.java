package id.semai.modelpages;

import static id.semai.journeys.Office.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.journeys.Story;
import id.semai.journeys.Topic;
import id.semai.journeys.Topic.Event;
import id.semai.migration.MigrationPlan;
import id.semai.migration.MigrationReport;
import id.semai.migration.Migrations;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/**
 * An administrator adds stages to a journey in the folder: they are announced without further ado, and whoever is under way
 * comes through them once moved.
 */
@EndToEnd
class AddedStagesTest {

    private static final Duration GENEROUS = Duration.ofSeconds(15);

    /** What is added before the action plan, whose place in the flow it takes. */
    private static final String OUTREACH =
            """
            <bpmn:subProcess id="Sub_Outreach" name="Sosialisasi">
              <bpmn:extensionElements>
                <camunda:properties>
                  <camunda:property name="stage" value="%1$s" />
                  <camunda:property name="due" value="${deadline('P20D')}" />
                </camunda:properties>
              </bpmn:extensionElements>
              <bpmn:incoming>Flow_Committed_ActionPlan</bpmn:incoming>
              <bpmn:outgoing>Flow_Outreach_Next</bpmn:outgoing>
              <bpmn:startEvent id="Start_Outreach" name="Sosialisasi dimulai">
                <bpmn:outgoing>Flow_Start_Outreach</bpmn:outgoing>
              </bpmn:startEvent>
              <bpmn:userTask id="Task_Outreach" name="Menyosialisasikan inovasi" camunda:formRef="plan-followup" camunda:formRefBinding="deployment" camunda:candidateGroups="coordinator">
                <bpmn:documentation>Sosialisasikan inovasi kepada masyarakat, lalu catat hasilnya.</bpmn:documentation>
                <bpmn:incoming>Flow_Start_Outreach</bpmn:incoming>
                <bpmn:outgoing>Flow_Outreach_Done</bpmn:outgoing>
              </bpmn:userTask>
              <bpmn:endEvent id="End_Outreach" name="Sosialisasi selesai">
                <bpmn:extensionElements>
                  <camunda:properties>
                    <camunda:property name="outcome" value="accepted" />
                  </camunda:properties>
                </bpmn:extensionElements>
                <bpmn:incoming>Flow_Outreach_Done</bpmn:incoming>
              </bpmn:endEvent>
              <bpmn:sequenceFlow id="Flow_Start_Outreach" sourceRef="Start_Outreach" targetRef="Task_Outreach" />
              <bpmn:sequenceFlow id="Flow_Outreach_Done" sourceRef="Task_Outreach" targetRef="End_Outreach" />
            </bpmn:subProcess>
            <bpmn:sequenceFlow id="Flow_Outreach_Next" sourceRef="Sub_Outreach" targetRef="Call_ActionPlan" />
            <bpmn:callActivity id="Call_ActionPlan\"""";

    private static final String OUTREACH_DRAWN =
            """
            <bpmndi:BPMNShape id="Sub_Outreach_di" bpmnElement="Sub_Outreach" isExpanded="true"><dc:Bounds x="600" y="900" width="400" height="160" /></bpmndi:BPMNShape>
            <bpmndi:BPMNShape id="Start_Outreach_di" bpmnElement="Start_Outreach"><dc:Bounds x="630" y="960" width="36" height="36" /></bpmndi:BPMNShape>
            <bpmndi:BPMNShape id="Task_Outreach_di" bpmnElement="Task_Outreach"><dc:Bounds x="720" y="938" width="120" height="80" /></bpmndi:BPMNShape>
            <bpmndi:BPMNShape id="End_Outreach_di" bpmnElement="End_Outreach"><dc:Bounds x="900" y="960" width="36" height="36" /></bpmndi:BPMNShape>
            <bpmndi:BPMNEdge id="Flow_Start_Outreach_di" bpmnElement="Flow_Start_Outreach"><di:waypoint x="666" y="978" /><di:waypoint x="720" y="978" /></bpmndi:BPMNEdge>
            <bpmndi:BPMNEdge id="Flow_Outreach_Done_di" bpmnElement="Flow_Outreach_Done"><di:waypoint x="840" y="978" /><di:waypoint x="900" y="978" /></bpmndi:BPMNEdge>
            <bpmndi:BPMNEdge id="Flow_Outreach_Next_di" bpmnElement="Flow_Outreach_Next"><di:waypoint x="868" y="900" /><di:waypoint x="868" y="273" /></bpmndi:BPMNEdge>
            </bpmndi:BPMNPlane>""";

    private static final String RENEWAL =
            """
            <bpmn:callActivity id="Call_Renewal" name="Komitmen diperbarui" calledElement="commitment">
              <bpmn:extensionElements>
                <camunda:in businessKey="#{execution.processBusinessKey}" />
                <camunda:in variables="all" />
                <camunda:out variables="all" />
                <camunda:properties>
                  <camunda:property name="stage" value="%1$s" />
                </camunda:properties>
              </bpmn:extensionElements>
              <bpmn:incoming>Flow_Outreach_Next</bpmn:incoming>
              <bpmn:outgoing>Flow_Renewal_Next</bpmn:outgoing>
            </bpmn:callActivity>
            <bpmn:sequenceFlow id="Flow_Renewal_Next" sourceRef="Call_Renewal" targetRef="Call_ActionPlan" />
            <bpmn:callActivity id="Call_ActionPlan\"""";

    private static final String RENEWAL_DRAWN =
            """
            <bpmndi:BPMNShape id="Call_Renewal_di" bpmnElement="Call_Renewal"><dc:Bounds x="1100" y="940" width="120" height="80" /></bpmndi:BPMNShape>
            <bpmndi:BPMNEdge id="Flow_Renewal_Next_di" bpmnElement="Flow_Renewal_Next"><di:waypoint x="1160" y="940" /><di:waypoint x="928" y="233" /></bpmndi:BPMNEdge>
            </bpmndi:BPMNPlane>""";

    @Autowired
    Office office;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Migrations migrations;

    @Autowired
    Topic topic;

    @Value("${semai.models.folder}")
    Path folder;

    @AutoClose
    private OwnProcess own;

    @BeforeEach
    void release() {
        own = OwnProcess.journey(office, engine, folder).released();
    }

    @Test
    void addedStagesAreLiveAnnouncedAndReachedByWhoeverIsUnderWay() {
        String underWay = own.begun();

        save("a stage as a sub-process", withOutreach(), 2);
        MigrationPlan toOutreach = plan(1, 2);
        assertThat(toOutreach.instances()).isEqualTo(1);
        assertThat(toOutreach.moving()).isEqualTo(1);
        assertThat(toOutreach.places())
                .flatExtracting(MigrationPlan.Place::reasons)
                .isEmpty();
        String later = own.begun();
        assertThat(moved(toOutreach)).isEqualTo(1);
        commit(later);
        commit(underWay);
        assertThat(told(4, later))
                .containsExactly("started", "commitment entered", "commitment completed(signed)", "outreach entered");
        assertThat(told(5, underWay))
                .containsExactly(
                        "started",
                        "commitment entered",
                        "migrated",
                        "commitment completed(signed)",
                        "outreach entered");

        save("a stage that calls a process", withOutreachAndRenewal(), 3);
        assertThat(moved(plan(2, 3))).isEqualTo(2);
        complete(later);
        complete(underWay);
        assertThat(told(7, later))
                .endsWith("outreach entered", "migrated", "outreach completed(accepted)", "renewal entered");
        assertThat(told(8, underWay))
                .endsWith("outreach entered", "migrated", "outreach completed(accepted)", "renewal entered");
    }

    @Test
    void aCodeThatAnotherStageHasIsRefused() {
        own.save(withOutreach().replace(own.id + "-outreach", "lab"));

        JsonNode refused = await().atMost(GENEROUS)
                .until(own::shown, model -> model.path("state").asText().equals("refused"));
        assertThat(refused.at("/findings").findValuesAsText("rule")).contains("stage-duplicate");
        assertThat(refused.path("versions")).hasSize(1);
    }

    private String withOutreach() {
        return own.model(
                "name=\"ditandatangani\" sourceRef=\"Gateway_Committed\" targetRef=\"Call_ActionPlan\"",
                "name=\"ditandatangani\" sourceRef=\"Gateway_Committed\" targetRef=\"Sub_Outreach\"",
                "<bpmn:incoming>Flow_Committed_ActionPlan</bpmn:incoming>",
                "<bpmn:incoming>Flow_Outreach_Next</bpmn:incoming>",
                "<bpmn:callActivity id=\"Call_ActionPlan\"",
                OUTREACH.formatted(own.id + "-outreach"),
                "</bpmndi:BPMNPlane>",
                OUTREACH_DRAWN);
    }

    private String withOutreachAndRenewal() {
        return withOutreach()
                .replace(
                        "sourceRef=\"Sub_Outreach\" targetRef=\"Call_ActionPlan\"",
                        "sourceRef=\"Sub_Outreach\" targetRef=\"Call_Renewal\"")
                .replace(
                        "<bpmn:incoming>Flow_Outreach_Next</bpmn:incoming>",
                        "<bpmn:incoming>Flow_Renewal_Next</bpmn:incoming>")
                .replace("<bpmn:callActivity id=\"Call_ActionPlan\"", RENEWAL.formatted(own.id + "-renewal"))
                .replace("</bpmndi:BPMNPlane>", RENEWAL_DRAWN);
    }

    private void save(String what, String model, int version) {
        Instant saved = Instant.now();
        own.save(model);
        await(what)
                .pollInterval(Duration.ofMillis(50))
                .atMost(GENEROUS)
                .until(
                        own::shown,
                        now -> now.path("versions").size() == version
                                && now.path("state").asText().equals("live"));
        System.out.printf(
                "edit: %s -> LIVE after %d ms%n",
                what, Duration.between(saved, Instant.now()).toMillis());
    }

    private MigrationPlan plan(int from, int to) {
        return migrations.plan(definition(from), definition(to));
    }

    private String definition(int version) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(own.id)
                .processDefinitionVersion(version)
                .singleResult()
                .getId();
    }

    private int moved(MigrationPlan plan) {
        UUID order = migrations.start(plan, "admin");
        MigrationReport report = eventually(() -> {
            MigrationReport now = migrations.report(order);
            return now.state().equals("done") ? now : null;
        });
        return report.moved();
    }

    private void commit(String innovation) {
        Story.of(office, "dikbud", innovation).committed();
    }

    private void complete(String innovation) {
        engine.getTaskService()
                .complete(engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceId(innovation)
                        .taskDefinitionKey("Task_Outreach")
                        .singleResult()
                        .getId());
    }

    /** With the codes as an administrator thinks of them. */
    private List<String> told(int events, String innovation) {
        return topic.atLeast(events, innovation).stream()
                .map(Event::brief)
                .map(brief -> brief.replace(own.id + "-", ""))
                .toList();
    }
}

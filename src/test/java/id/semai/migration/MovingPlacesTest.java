package id.semai.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.semai.journeys.EndToEnd;
import id.semai.journeys.Topic;
import id.semai.journeys.Topic.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Innovations that wait move where it is safe, keep what they have, and go on as if nothing had happened but one event. */
@EndToEnd
class MovingPlacesTest {

    private static final String[] RENAMED = {"name=\"Mengerjakan\"", "name=\"Mengerjakan dengan cermat\""};

    private static final List<String> PATH = List.of(
            "started",
            "work entered",
            "work completed(done)",
            "guidance entered",
            "guidance completed(guided)",
            "finished(adopted)");

    @Autowired
    ProcessEngine engine;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Autowired
    IdentityService identity;

    @Autowired
    Migrations migrations;

    @Autowired
    MigrationWork work;

    @Autowired
    Topic topic;

    @Autowired
    JdbcClient database;

    private Moving moving;
    private String from;
    private String child;

    @BeforeEach
    void begin() {
        work.stop();
        moving = new Moving(engine);
        child = moving.child();
        from = moving.journey();
    }

    @AfterEach
    void end() {
        identity.clearAuthentication();
        moving.close();
        work.start();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Task_First", "Task_Second", "Receive_Answer", "Catch_Wait", "Call_Child", "Task_Each"})
    void whereverItWaitsAnInnovationMovesAndGoesOnToItsEnd(String place) {
        String innovation = moving.at(place);
        String to = moving.journey(RENAMED);

        MigrationPlan plan = migrations.plan(from, to);
        MigrationReport report = move(plan);

        assertThat(plan.places()).flatExtracting(MigrationPlan.Place::reasons).isEmpty();
        assertThat(plan.moving()).isEqualTo(1);
        assertThat(report.moved()).as(report.toString()).isEqualTo(1);
        assertThat(moving.definitionOf(innovation)).isEqualTo(to);
        moving.finish(innovation, place);
        assertThat(told(innovation)).containsExactlyElementsOf(PATH);
        assertThat(topic.of(innovation)).extracting(Event::brief).containsOnlyOnce("migrated");
        assertThat(topic.of(innovation)).extracting(Event::sequence).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void theCalledInstanceMovesAsOneOfItsOwnProcess() {
        String innovation = moving.at("Call_Child");
        String to = moving.child("name=\"Mendampingi\"", "name=\"Mendampingi tim\"");

        assertThat(move(migrations.plan(child, to)).moved()).isEqualTo(1);

        assertThat(moving.task(innovation, "Task_Child").getName()).startsWith("Mendampingi tim");
        assertThat(moving.definitionOf(innovation)).isEqualTo(from);
        moving.finish(innovation, "Call_Child");
        assertThat(told(innovation)).containsExactlyElementsOf(PATH);
    }

    @Test
    void whatWaitsBesideTheMainPathMovesAndEnds() {
        String chased = moving.begun();
        moving.fire(chased, "Start_Chase");
        String stopped = moving.begun();
        moving.stop(stopped);
        String to = moving.journey(RENAMED);

        assertThat(move(migrations.plan(from, to)).moved()).isEqualTo(2);

        moving.complete(chased, "Task_Chase");
        moving.finish(chased, "Task_First");
        moving.complete(stopped, "Task_Stop");
        assertThat(told(chased)).containsExactlyElementsOf(PATH);
        assertThat(told(stopped))
                .containsExactly("started", "work entered", "work cancelled(interrupted)", "finished(stopped)");
    }

    @Test
    void whatHasFiredOrWasHeardIsNotArmedAgain() {
        String innovation = moving.begun();
        moving.fire(innovation, "Boundary_Once");
        moving.fire(innovation, "Start_Chase");
        moving.fire(innovation, "Boundary_Late");
        String stopped = moving.begun();
        moving.stop(stopped);
        String to = moving.journey(RENAMED);

        assertThat(move(migrations.plan(from, to)).moved()).isEqualTo(2);

        assertThat(moving.jobs(innovation, "Boundary_Once")).isEmpty();
        assertThat(moving.jobs(innovation, "Start_Chase")).isEmpty();
        assertThat(moving.jobs(innovation, "Boundary_Late")).isEmpty();
        assertThat(moving.jobs(innovation, "Boundary_Again")).hasSize(1);
        assertThat(moving.jobs(stopped, "Start_Chase")).isEmpty();
        assertThat(moving.messages(stopped)).isEmpty();
        assertThatThrownBy(() -> moving.stop(stopped)).isInstanceOf(MismatchingMessageCorrelationException.class);
        assertThat(moving.messages(innovation)).containsExactly("moving-closed", "moving-stop");
    }

    @Test
    void dueDatesStayWhereTheirDefinitionDoes() {
        String innovation = moving.begun();
        List<String> timers = List.of("Boundary_Once", "Boundary_Again", "Boundary_Late", "Start_Chase");
        Date past = Date.from(Instant.parse("2036-05-05T05:05:05Z"));
        timers.forEach(timer -> engine.getManagementService()
                .setJobDuedate(moving.job(innovation, timer).getId(), past));
        String to = moving.journey(RENAMED);

        move(migrations.plan(from, to));

        assertThat(timers)
                .allSatisfy(timer ->
                        assertThat(moving.job(innovation, timer).getDuedate()).isEqualTo(past));
        moving.fire(innovation, "Boundary_Again");
        assertThat(moving.job(innovation, "Boundary_Again").getDuedate()).isNotEqualTo(past);
    }

    @Test
    void aChangedSpanCountsFromTheMoveAndAnAnnouncedDeadlineStays() {
        String innovation = moving.begun();
        Date late = moving.job(innovation, "Boundary_Late").getDuedate();
        Date again = moving.job(innovation, "Boundary_Again").getDuedate();
        String to = moving.journey(">P3D<", ">P300D<", "deadline('P20D')", "deadline('P90D')");

        MigrationPlan plan = migrations.plan(from, to);
        move(plan);

        assertThat(rules(plan, "Boundary_Once")).containsExactly("timer-changed");
        assertThat(rules(plan, "Boundary_Late")).containsExactly("overdue-changed");
        assertThat(rules(plan, "Task_First")).containsExactly("stage-due-changed");
        assertThat(moving.job(innovation, "Boundary_Once").getDuedate())
                .isAfter(Instant.now().plusSeconds(299 * 86_400));
        assertThat(moving.job(innovation, "Boundary_Late").getDuedate()).isEqualTo(late);
        assertThat(moving.job(innovation, "Boundary_Again").getDuedate()).isEqualTo(again);
    }

    @Test
    void aTaskKeepsItsHolderItsDraftAndItsDoersAndGetsItsNewNameAndRole() {
        String innovation = moving.begun();
        String task = moving.task(innovation, "Task_First").getId();
        tasks.claim(task, "inovator.dikbud");
        database.sql(
                        "insert into semai.draft (task, person, answers, version, saved_at) values (?, 'inovator.dikbud', '{}', 1, now())")
                .param(task)
                .update();
        String to = moving.journey(
                "name=\"Mengerjakan\" camunda:candidateGroups=\"innovator\"",
                "name=\"Mengerjakan cermat\" camunda:candidateGroups=\"unit-head\"");

        MigrationPlan plan = migrations.plan(from, to);
        move(plan);

        assertThat(rules(plan, "Task_First")).containsExactly("role-changed");
        assertThat(place(plan, "Task_First").drafts()).isEqualTo(1);
        assertThat(moving.task(innovation, "Task_First").getId()).isEqualTo(task);
        assertThat(moving.task(innovation, "Task_First").getAssignee()).isEqualTo("inovator.dikbud");
        assertThat(moving.task(innovation, "Task_First").getName())
                .isEqualTo("Mengerjakan cermat: Layanan yang berpindah");
        assertThat(tasks.getIdentityLinksForTask(task))
                .extracting(IdentityLink::getGroupId)
                .contains("unit-head")
                .doesNotContain("innovator");
        assertThat(database.sql("select count(*) from semai.draft where task = ?")
                        .param(task)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void fourEyesRememberAcrossVersions() {
        String innovation = moving.begun();
        tasks.claim(moving.task(innovation, "Task_First").getId(), "inovator.dikbud");
        moving.complete(innovation, "Task_First");
        move(migrations.plan(from, moving.journey(RENAMED)));
        String second = moving.task(innovation, "Task_Second").getId();

        identity.setAuthentication("inovator.dikbud", List.of("innovator"), List.of("dikbud"));

        assertThatThrownBy(() -> tasks.claim(second, "inovator.dikbud"))
                .hasMessageContaining("harus dikerjakan orang lain");
    }

    @Test
    void whoeverFourEyesWouldForgetStays() {
        String before = moving.at("Task_First");
        String behind = moving.at("Task_Second");
        String later = moving.at("Receive_Answer");
        String to = moving.journey("Task_First", "Task_Primary");

        MigrationReport report = move(migrations.plan(from, to));

        assertThat(report.stays()).isEqualTo(3);
        assertThat(reason(report, before)).contains("«Mengerjakan» tidak ada lagi");
        assertThat(reason(report, behind)).contains("empat mata");
        assertThat(reason(report, later)).contains("empat mata");
        assertThat(told(later)).containsExactly("started", "work entered", "work completed(done)");
        assertThat(topic.of(later)).hasSize(3);
    }

    @Test
    void whatIsNewInAModelIsArmedWhenItsInnovationMoves() {
        String innovation = moving.at("Receive_Answer");
        String to = moving.journey(
                "<bpmn:sequenceFlow id=\"Flow_Wait\"",
                """
                <bpmn:boundaryEvent id="Boundary_New" name="Tanya lagi" cancelActivity="false" attachedToRef="Receive_Answer">
                  <bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P5D</bpmn:timeDuration></bpmn:timerEventDefinition>
                </bpmn:boundaryEvent>
                <bpmn:sequenceFlow id="Flow_New" sourceRef="Boundary_New" targetRef="End_New" />
                <bpmn:endEvent id="End_New" />
                <bpmn:sequenceFlow id="Flow_Wait\"""");

        MigrationPlan plan = migrations.plan(from, to);
        move(plan);

        assertThat(rules(plan, "Receive_Answer")).containsExactly("trigger-added");
        moving.fire(innovation, "Boundary_New");
        moving.finish(innovation, "Receive_Answer");
        assertThat(told(innovation)).containsExactlyElementsOf(PATH);
    }

    @Test
    void whatIsNewInAScopeThatWasStoppedIsNotArmedThere() {
        String stopped = moving.begun();
        moving.stop(stopped);
        String going = moving.at("Receive_Answer");
        String to = moving.journey(
                "<bpmn:subProcess id=\"Sub_Stop\"",
                """
                <bpmn:subProcess id="Sub_More" name="Susulan" triggeredByEvent="true">
                  <bpmn:startEvent id="Start_More" name="Susulan" isInterrupting="false">
                    <bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P9D</bpmn:timeDuration></bpmn:timerEventDefinition>
                  </bpmn:startEvent>
                  <bpmn:sequenceFlow id="Flow_More" sourceRef="Start_More" targetRef="End_More" />
                  <bpmn:endEvent id="End_More" />
                </bpmn:subProcess>
                <bpmn:subProcess id="Sub_Stop\"""");

        MigrationReport report = move(migrations.plan(from, to));

        assertThat(reason(report, stopped)).contains("di lingkup yang sudah dihentikan");
        assertThat(moving.definitionOf(going)).isEqualTo(to);
        moving.fire(going, "Start_More");
        moving.finish(going, "Receive_Answer");
        assertThat(told(going)).containsExactlyElementsOf(PATH);
    }

    @Test
    void aNewTaskOnTheWayIsMetByThoseThatMoved() {
        String innovation = moving.at("Task_Second");
        String to = moving.journey(
                "targetRef=\"End_Work\" />",
                "targetRef=\"Task_Third\" /><bpmn:userTask id=\"Task_Third\" name=\"Menelaah\" camunda:candidateGroups=\"coordinator\" />"
                        + "<bpmn:sequenceFlow id=\"Flow_Third\" sourceRef=\"Task_Third\" targetRef=\"End_Work\" />");

        assertThat(move(migrations.plan(from, to)).moved()).isEqualTo(1);

        moving.complete(innovation, "Task_Second");
        moving.complete(innovation, "Task_Third");
        moving.finish(innovation, "Receive_Answer");
        assertThat(told(innovation)).containsExactlyElementsOf(PATH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "removed|Receive_Answer|id=\"Receive_Answer\"|id=\"Receive_Reply\"",
                "other-kind|Receive_Answer|bpmn:receiveTask id=\"Receive_Answer\" name=\"Menunggu jawaban\" messageRef=\"Message_Answer\"|bpmn:userTask id=\"Receive_Answer\"",
                "message-renamed|Receive_Answer|name=\"moving-answer\"|name=\"moving-reply\"",
                "message-renamed|Task_First|name=\"moving-closed\"|name=\"moving-shut\"",
                "message-renamed|Task_Second|name=\"moving-stop\"|name=\"moving-halt\"",
                "stage-changed|Task_First|value=\"work\"|value=\"labour\"",
                "stage-changed|Call_Child|name=\"stage\" value=\"guidance\"|name=\"etape\" value=\"guidance\"",
                "stage-changed|Call_Child|value=\"guidance\"|value=\"advice\"",
                "other-process|Call_Child|calledElement=\"moving-child\"|calledElement=\"other-child\"",
                "multi-instance-changed|Task_Each|multiInstanceLoopCharacteristics>|multiInstanceLoopCharacteristics isSequential=\"true\">",
                "timer-kind-changed|Catch_Wait|bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">P30D</bpmn:timeDuration|bpmn:timeCycle xsi:type=\"bpmn:tFormalExpression\">R1/P30D</bpmn:timeCycle",
                "journey-changed|Catch_Wait|name=\"journey\"|name=\"reise\"",
                "input-added|Task_Second|<camunda:properties><camunda:property name=\"notBy\"|<camunda:inputOutput><camunda:inputParameter name=\"note\">${null}</camunda:inputParameter></camunda:inputOutput><camunda:properties><camunda:property name=\"notBy\"",
            })
    void whatCannotMoveStaysWithItsReasonAndIsToldToNobody(String edit) {
        String[] parts = edit.split("\\|");
        String innovation = moving.at(parts[1]);
        String edited = moving.model(Moving.JOURNEY)
                .replaceFirst(
                        java.util.regex.Pattern.quote(parts[2]), java.util.regex.Matcher.quoteReplacement(parts[3]));
        String to = moving.version(
                Moving.JOURNEY,
                parts[0].equals("other-kind") || parts[0].equals("removed")
                        ? edited.replace("\"Receive_Answer\" targetRef", "\"" + id(parts[3]) + "\" targetRef")
                                .replace("targetRef=\"Receive_Answer\"", "targetRef=\"" + id(parts[3]) + "\"")
                        : edited.replace(
                                "isSequential=\"true\"><bpmn:loopCardinality xsi:type=\"bpmn:tFormalExpression\">3</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics isSequential=\"true\">",
                                "isSequential=\"true\"><bpmn:loopCardinality xsi:type=\"bpmn:tFormalExpression\">3</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>"));
        int before = told(innovation).size();

        MigrationPlan plan = migrations.plan(from, to);
        MigrationReport report = move(plan);

        assertThat(plan.moving()).isZero();
        assertThat(plan.staying()).singleElement().satisfies(one -> {
            assertThat(one.innovation()).isEqualTo(innovation);
            assertThat(one.reasons()).isNotEmpty();
        });
        assertThat(plan.places())
                .flatExtracting(MigrationPlan.Place::reasons)
                .extracting(reason -> ((Reason) reason).rule())
                .contains(parts[0]);
        assertThat(report.stays()).isEqualTo(1);
        assertThat(moving.definitionOf(innovation)).isEqualTo(from);
        assertThat(told(innovation)).hasSize(before);
        moving.finish(innovation, parts[1]);
        assertThat(topic.finished(innovation)).extracting(Event::brief).containsExactlyElementsOf(PATH);
    }

    private static String id(String edited) {
        return edited.replaceAll(".*id=\"(\\w+)\".*", "$1");
    }

    @Test
    void aStageThatIsPutAroundAWaitingTaskLetsItStay() {
        String innovation = moving.at("Receive_Answer");
        String to = moving.journey(
                "<bpmn:receiveTask id=\"Receive_Answer\" name=\"Menunggu jawaban\" messageRef=\"Message_Answer\" />",
                """
                <bpmn:subProcess id="Sub_Answer" name="Jawaban"><bpmn:extensionElements><camunda:properties>
                  <camunda:property name="stage" value="answer" /></camunda:properties></bpmn:extensionElements>
                  <bpmn:startEvent id="Start_Answer" />
                  <bpmn:sequenceFlow id="Flow_Answer" sourceRef="Start_Answer" targetRef="Receive_Answer" />
                  <bpmn:receiveTask id="Receive_Answer" name="Menunggu jawaban" messageRef="Message_Answer" />
                </bpmn:subProcess>
                """,
                "targetRef=\"Receive_Answer\" />\n    <bpmn:subProcess",
                "targetRef=\"Sub_Answer\" />\n    <bpmn:subProcess",
                "sourceRef=\"Receive_Answer\" targetRef=\"Catch_Wait\"",
                "sourceRef=\"Sub_Answer\" targetRef=\"Catch_Wait\"");

        MigrationPlan plan = migrations.plan(from, to);

        assertThat(rules(plan, "Receive_Answer")).contains("moved", "stage-changed");
        assertThat(move(plan).stays()).isEqualTo(1);
        moving.finish(innovation, "Receive_Answer");
        assertThat(topic.finished(innovation)).extracting(Event::brief).containsExactlyElementsOf(PATH);
    }

    @Test
    void aPlanNamesWhatToLookAtInSentences() {
        String to = moving.journey(
                "name=\"Mengerjakan\" camunda:candidateGroups=\"innovator\" camunda:formRef=\"moving\"",
                "name=\"Mengerjakan\" camunda:candidateGroups=\"innovator\" camunda:formRef=\"other\"",
                "name=\"notBy\" value=\"Task_First\"",
                "name=\"hint\" value=\"-\"",
                "name=\"Memeriksa\"",
                "name=\"Memeriksa\" camunda:dueDate=\"${now()}\"");

        MigrationPlan plan = migrations.plan(from, to);

        assertThat(rules(plan, "Task_First")).containsExactly("form-changed");
        assertThat(rules(plan, "Task_Second")).containsExactly("four-eyes-changed", "task-due-changed");
        assertThat(plan.places())
                .flatExtracting(MigrationPlan.Place::reasons)
                .extracting(reason -> ((Reason) reason).sentence())
                .contains(
                        "Formulir «Mengerjakan» berganti dari «moving» menjadi «other»; draf yang sudah diketik mungkin tidak cocok.");
    }

    private MigrationReport move(MigrationPlan plan) {
        UUID id = migrations.start(plan, "admin");
        return Moving.done(migrations, work, id);
    }

    /** Everything but the one event that tells of the move. */
    private List<String> told(String innovation) {
        List<String> events = new ArrayList<>();
        int journalled = database.sql("select count(*) from semai.event where key = ?")
                .param(innovation)
                .query(Integer.class)
                .single();
        topic.atLeast(journalled, innovation).stream()
                .map(Event::brief)
                .filter(brief -> !brief.equals("migrated"))
                .forEach(events::add);
        return events;
    }

    private static MigrationPlan.Place place(MigrationPlan plan, String element) {
        return plan.places().stream()
                .filter(place -> place.element().equals(element))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> rules(MigrationPlan plan, String element) {
        return new java.util.TreeSet<>(
                place(plan, element).reasons().stream().map(Reason::rule).toList());
    }

    private static String reason(MigrationReport report, String instance) {
        return report.rows().stream()
                .filter(row -> row.instance().equals(instance))
                .findFirst()
                .orElseThrow()
                .reason();
    }
}

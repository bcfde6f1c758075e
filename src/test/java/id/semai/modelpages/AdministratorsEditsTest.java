package id.semai.modelpages;

import static id.semai.journeys.Office.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.migration.MigrationPlan;
import id.semai.migration.Migrations;
import id.semai.migration.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.core.ConditionTimeoutException;
import org.camunda.bpm.engine.ProcessEngine;
import org.hamcrest.Description;
import org.hamcrest.Matcher;
import org.hamcrest.TypeSafeMatcher;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What administrators do to a model in an editor: each edit is live or refused, and it is said why, how long it took, and
 * what becomes of whoever is under way.
 */
@EndToEnd
class AdministratorsEditsTest {

    private static final Duration GENEROUS = Duration.ofSeconds(15);
    /** By then the folder has been looked at since. */
    private static final Duration SETTLED = Duration.ofMillis(1_500);

    private static final String VERIFY = "id=\"Task_VerifyCommitment\" name=\"Memverifikasi pernyataan komitmen\"";
    private static final String SIGNED =
            "id=\"Flow_Valid_Signed\" name=\"sah\" sourceRef=\"Gateway_Valid\" targetRef=\"";

    @Autowired
    Office office;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Migrations migrations;

    @Autowired
    JdbcClient database;

    @Value("${semai.models.folder}")
    Path folder;

    @AutoClose
    private OwnProcess own;

    private String first;

    @BeforeEach
    void oneIsUnderWay() {
        own = new OwnProcess(office, engine, folder).released();
        own.begun();
        first = shown().at("/versions/0/definitionId").asText();
    }

    @Test
    void everyEditIsLiveOrRefusedAndItIsSaidWhy() {
        List<Edit> edits = edits();
        SoftAssertions softly = new SoftAssertions();
        edits.forEach(edit -> softly.check(() -> tryTo(edit)));
        softly.assertAll();

        long live = edits.stream().filter(edit -> edit.becomes == Becomes.LIVE).count();
        assertThat(edits).hasSizeGreaterThanOrEqualTo(30);
        assertThat(versions(shown())).isEqualTo(1 + live);
        assertThat(sequences())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, (int) live + 1).boxed().toList());
    }

    private void tryTo(Edit edit) {
        try {
            make(edit);
        } catch (ConditionTimeoutException neither) {
            throw new AssertionError(neither.getMessage());
        }
    }

    private void make(Edit edit) {
        int before = versions(shown());
        Instant saved = Instant.now();
        own.save(edit.change.apply(own.model()));
        JsonNode model = await(edit.what)
                .pollInterval(Duration.ofMillis(50))
                .atMost(GENEROUS)
                .until(this::shown, hasBecome(edit, before, saved));
        long millis = Duration.between(saved, Instant.now()).toMillis();
        String sentence =
                switch (edit.becomes) {
                    case LIVE ->
                        "version " + model.at("/versions/0/version").asInt() + "; "
                                + underWay(
                                        edit,
                                        model.at("/versions/0/definitionId").asText());
                    case UNCHANGED -> "no version; " + (versions(model) - before) + " events";
                    case REFUSED ->
                        rule(model) + ": " + model.at("/findings/0/message").asText();
                };
        System.out.printf("edit: %s -> %s after %d ms: %s%n", edit.what, edit.becomes, millis, sentence);
        if (edit.becomes != Becomes.LIVE) {
            assertThat(versions(model)).as(edit.what).isEqualTo(before);
        }
    }

    private Matcher<JsonNode> hasBecome(Edit edit, int before, Instant saved) {
        return new TypeSafeMatcher<>() {
            @Override
            protected boolean matchesSafely(JsonNode now) {
                return isSettled(edit, now, before, saved);
            }

            @Override
            public void describeTo(Description description) {
                description.appendText(edit.becomes + " " + edit.expected);
            }

            @Override
            protected void describeMismatchSafely(JsonNode now, Description description) {
                description.appendText(now.path("state").asText() + " " + rules(now));
            }
        };
    }

    private boolean isSettled(Edit edit, JsonNode now, int before, Instant saved) {
        String state = now.path("state").asText();
        return switch (edit.becomes) {
            case LIVE -> state.equals("live") && versions(now) == before + 1;
            case UNCHANGED -> state.equals("live") && lookedAt().isAfter(saved.plus(SETTLED));
            case REFUSED -> state.equals("refused") && rules(now).contains(edit.expected);
        };
    }

    private String underWay(Edit edit, String newest) {
        MigrationPlan plan = migrations.plan(first, newest);
        assertThat(plan.instances()).as(edit.what).isEqualTo(1);
        List<String> reasons = plan.places().stream()
                .flatMap(place -> place.reasons().stream())
                .map(Reason::sentence)
                .distinct()
                .toList();
        String verdict = plan.moving() == 0 ? "stays" : reasons.isEmpty() ? "moves" : "look";
        assertThat(verdict).as("%s: %s", edit.what, reasons).isEqualTo(edit.expected);
        return verdict + " " + reasons;
    }

    private static List<Edit> edits() {
        List<Edit> edits = new ArrayList<>();
        same(edits, "white space", "isExecutable=\"true\" ", "isExecutable=\"true\"   ");
        same(
                edits,
                "a comment",
                "<bpmn:startEvent id=\"Start_Sign\"",
                "<!-- mulai --><bpmn:startEvent id=\"Start_Sign\"");
        same(edits, "a moved shape", "<dc:Bounds x=\"1378\"", "<dc:Bounds x=\"1379\"");
        live(edits, "name of a task", "moves", "Menandatangani pernyataan komitmen", "Menyatakan komitmen inovasi");
        live(edits, "name of an end", "moves", "name=\"Belum bersedia\"", "name=\"Tidak bersedia\"");
        live(
                edits,
                "explanation of a task",
                "moves",
                "Baca naskah komitmen, lalu",
                "Bacalah naskah komitmen; kemudian");
        live(edits, "name of the process", "moves", "name=\"Komitmen inovasi\"", "name=\"Komitmen berinovasi\"");
        live(
                edits,
                "role of a later task",
                "look",
                "candidateGroups=\"coordinator\"",
                "candidateGroups=\"leadership\"");
        live(
                edits,
                "role of the waiting task",
                "look",
                "candidateGroups=\"unit-head\"",
                "candidateGroups=\"innovator\"");
        live(edits, "form of a later task", "look", "formRef=\"commitment-verify\"", "formRef=\"commitment-followup\"");
        live(
                edits,
                "deadline of a follow-up",
                "look",
                "tFormalExpression\">${deadline('commitment.follow-up')}",
                "tFormalExpression\">${deadline('P30D')}");
        live(edits, "rhythm of reminders", "look", "R/${duration('commitment.reminder')}", "R/${duration('P3D')}");
        live(
                edits,
                "condition of a flow",
                "moves",
                "${signDecision == 'decline'}",
                "${signDecision == 'decline' || signDecision == 'refuse'}");
        live(
                edits,
                "four eyes taken away",
                "look",
                "<camunda:property name=\"notBy\" value=\"Task_SignCommitment\" />",
                "");
        live(edits, "the waiting task removed for another", "stays", "Task_SignCommitment", "Task_SignPledge");
        live(
                edits,
                "a second review",
                "moves",
                SIGNED + "End_Signed\"",
                SIGNED + "Task_SecondReview\"",
                "<bpmn:incoming>Flow_Valid_Signed</bpmn:incoming>",
                "<bpmn:incoming>Flow_Second_Signed</bpmn:incoming>",
                "<bpmn:exclusiveGateway id=\"Gateway_Valid\"",
                """
                <bpmn:userTask id="Task_SecondReview" name="Menelaah sekali lagi" camunda:formRef="commitment-verify" camunda:formRefBinding="deployment" camunda:candidateGroups="leadership">
                  <bpmn:documentation>Periksa sekali lagi, lalu nyatakan sah.</bpmn:documentation>
                  <bpmn:incoming>Flow_Valid_Signed</bpmn:incoming>
                  <bpmn:outgoing>Flow_Second_Signed</bpmn:outgoing>
                </bpmn:userTask>
                <bpmn:sequenceFlow id="Flow_Second_Signed" sourceRef="Task_SecondReview" targetRef="End_Signed" />
                <bpmn:exclusiveGateway id="Gateway_Valid\"""",
                "</bpmndi:BPMNPlane>",
                """
                <bpmndi:BPMNShape id="Second_di" bpmnElement="Task_SecondReview"><dc:Bounds x="1600" y="900" width="120" height="80" /></bpmndi:BPMNShape>
                <bpmndi:BPMNEdge id="Second_Signed_di" bpmnElement="Flow_Second_Signed"><di:waypoint x="1720" y="940" /><di:waypoint x="1800" y="940" /></bpmndi:BPMNEdge>
                </bpmndi:BPMNPlane>""");
        edits.add(new Edit(
                "half a file", Becomes.REFUSED, "xml-malformed", model -> model.substring(0, model.length() / 2)));
        refused(edits, "a document type", "xml-doctype", "<bpmn:definitions ", "<!DOCTYPE x><bpmn:definitions ");
        refused(
                edits,
                "a script",
                "script",
                "<bpmn:serviceTask id=\"Service_Remind\" name=\"Mengirim pengingat\" camunda:delegateExpression=\"${remind}\">",
                "<bpmn:scriptTask id=\"Service_Remind\" name=\"Mengirim pengingat\" scriptFormat=\"juel\">",
                "<bpmn:outgoing>Flow_Remind_Reminded</bpmn:outgoing>\n      </bpmn:serviceTask>",
                "<bpmn:outgoing>Flow_Remind_Reminded</bpmn:outgoing>\n      <bpmn:script>${1}</bpmn:script></bpmn:scriptTask>");
        refused(
                edits,
                "a Java class",
                "java-class",
                "id=\"Service_Remind\" name=\"Mengirim pengingat\" camunda:delegateExpression=\"${remind}\"",
                "id=\"Service_Remind\" name=\"Mengirim pengingat\" camunda:class=\"java.lang.Runtime\"");
        refused(
                edits,
                "a shell task",
                "task-type",
                "id=\"Service_Remind\" name=\"Mengirim pengingat\" camunda:delegateExpression=\"${remind}\"",
                "id=\"Service_Remind\" name=\"Mengirim pengingat\" camunda:type=\"shell\"");
        refused(
                edits,
                "a worker outside",
                "topic",
                "id=\"Service_Remind\" name=\"Mengirim pengingat\" camunda:delegateExpression=\"${remind}\"",
                "id=\"Service_Remind\" name=\"Mengirim pengingat\" camunda:type=\"external\" camunda:topic=\"kirim\"");
        refused(edits, "an unknown delegate", "delegate-unknown", "\"${remind}\"", "\"${hapusSemua}\"");
        refused(
                edits,
                "a method of Java",
                "expression-syntax",
                "${signDecision == 'decline'}",
                "${signDecision.getClass()}");
        refused(
                edits,
                "an unknown role",
                "role-unknown",
                "candidateGroups=\"coordinator\"",
                "candidateGroups=\"bupati\"");
        refused(edits, "half an expression", "expression-syntax", "${signDecision == 'decline'}", "${signDecision ==}");
        refused(edits, "an unknown form", "form-missing", "formRef=\"commitment-verify\"", "formRef=\"tidak-ada\"");
        refused(edits, "a task without a name", "name-missing", VERIFY, "id=\"Task_VerifyCommitment\"");
        refused(
                edits,
                "a span that nobody knows",
                "duration-unknown",
                "duration('commitment.reminder')",
                "duration('besok')");
        refused(
                edits,
                "an unknown message",
                "message-unknown",
                "name=\"commitment-closed\"",
                "name=\"commitment-lupa\"");
        refused(
                edits,
                "an end that is never reached",
                "unreachable",
                "targetRef=\"End_Declined\"",
                "targetRef=\"End_Lapsed\"");
        refused(edits, "not executable", "process-executable", "isExecutable=\"true\"", "isExecutable=\"false\"");
        refused(edits, "history for no time", "history", "camunda:historyTimeToLive=\"P3650D\"", "");
        refused(edits, "a wrong four eyes", "notby-unknown", "value=\"Task_SignCommitment\"", "value=\"Task_Lupa\"");
        refused(edits, "a mark that means nothing", "marker-unknown", "name=\"evidence\"", "name=\"bukti\"");
        refused(edits, "another id than the file's", "file-name", "<bpmn:process id=\"", "<bpmn:process id=\"x-");
        live(edits, "mended", "moves", "Menandatangani pernyataan komitmen", "Menyatakan komitmen");
        return edits;
    }

    private static void live(List<Edit> edits, String what, String verdict, String... swaps) {
        edits.add(new Edit(what, Becomes.LIVE, verdict, swap(swaps)));
    }

    private static void same(List<Edit> edits, String what, String... swaps) {
        edits.add(new Edit(what, Becomes.UNCHANGED, null, swap(swaps)));
    }

    private static void refused(List<Edit> edits, String what, String rule, String... swaps) {
        edits.add(new Edit(what, Becomes.REFUSED, rule, swap(swaps)));
    }

    private static UnaryOperator<String> swap(String... beforeAndAfter) {
        return model -> {
            String edited = model;
            for (int i = 0; i < beforeAndAfter.length; i += 2) {
                assertThat(edited).contains(beforeAndAfter[i]);
                edited = edited.replace(beforeAndAfter[i], beforeAndAfter[i + 1]);
            }
            return edited;
        };
    }

    private Instant lookedAt() {
        return Instant.parse(overview().path("lookedAt").asText());
    }

    private JsonNode overview() {
        return accepted(office.as("admin").api("GET", "/api/models", null)).json();
    }

    private JsonNode shown() {
        return own.shown();
    }

    private static int versions(JsonNode model) {
        return model.path("versions").size();
    }

    private static String rule(JsonNode model) {
        return String.join(", ", rules(model));
    }

    private static List<String> rules(JsonNode model) {
        return StreamSupport.stream(model.path("findings").spliterator(), false)
                .map(finding -> finding.path("rule").asText())
                .distinct()
                .toList();
    }

    private List<Integer> sequences() {
        return database.sql("select sequence from semai.event where key = :key order by sequence")
                .param("key", "model:" + own.id)
                .query(Integer.class)
                .list();
    }

    private enum Becomes {
        LIVE,
        UNCHANGED,
        REFUSED
    }

    /** @param expected of whoever is under way if it is live, the rule if it is refused */
    private record Edit(String what, Becomes becomes, String expected, UnaryOperator<String> change) {}
}

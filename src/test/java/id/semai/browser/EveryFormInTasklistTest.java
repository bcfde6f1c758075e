package id.semai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.semai.browser.Mistake.atOnce;
import static id.semai.browser.Mistake.whenSent;
import static id.semai.journeys.Office.answers;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.journeys.Story;
import id.semai.journeys.Story.Phase;
import id.semai.journeys.Timers;
import id.semai.journeys.Topic;
import java.io.File;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whoever a form is for opens it in Tasklist, answers wrongly, reads beside the field what is wrong, and completes it.
 * Who that is, and which form a task has, say the models.
 */
@EndToEnd
class EveryFormInTasklistTest {

    private static final Path PROCESSES = Path.of("processes");
    private static final Path FORMS_WITH_ROWS = Path.of("src/main/resources/static/forms");

    private static final Map<String, String> PEOPLE = Map.of(
            "coordinator", "koordinator",
            "leadership", "pimpinan",
            "facilitator", "fasilitator",
            "${reviewerGroup}", "fasilitator",
            "unit-head", "kepala.dikbud",
            "innovator", "inovator.dikbud");

    private static final String WORKSHOP = "Workshop inovasi pelayanan publik";
    private static final String JOURNEY = "Usulan inovasi";
    private static final String EDUCATION = "Dinas Pendidikan dan Kebudayaan";
    private static final String HEALTH = "Dinas Kesehatan";
    private static final String RECORDS = "Dinas Kependudukan dan Pencatatan Sipil";

    private static final String FORM = "[cam-tasklist-form]";
    private static final String EMPTY = "Isian ini wajib diisi.";
    private static final String SHORT = "Isian paling sedikit 5 karakter.";
    private static final String TOO_SHORT = "Isian paling sedikit 10 karakter.";
    private static final String TOO_EARLY = "tidak boleh sebelum";
    private static final String NO_NOTE = "Isi paling sedikit satu catatan";

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    Office office;

    @Autowired
    Timers timers;

    @Autowired
    Topic topic;

    private final Map<String, UserTask> models = models();
    private final Map<String, Desk> desks = new HashMap<>();
    private final Set<String> completed = new HashSet<>();
    private final String mark = UUID.randomUUID().toString();

    @AfterEach
    void goHome() {
        desks.values().forEach(Desk::close);
    }

    @Test
    void everyFormRefusesWhatIsWrongAndIsCompletedByThoseItIsFor() {
        String workshop = workshop();
        Story education = Story.ofWorkshop(office, workshop, "dikbud");
        commitment(education.innovation);
        signing(workshop);
        actionPlan(education.innovation);
        lab(education);
        rollout(education.innovation);
        stop(proposal());
        assertThat(completed).containsExactlyInAnyOrderElementsOf(forms());
        assertThat(topic.finished(education.innovation))
                .extracting(Topic.Event::brief)
                .endsWith("rollout.results completed(verified)", "rollout completed(adopted)", "finished(adopted)");
    }

    private String workshop() {
        String title = "Workshop " + mark;
        LocalDate today = Story.today();
        Object[] right = {
            "title",
            title,
            "eventDate",
            today.toString(),
            "signingDueAt",
            today.plusDays(14).toString()
        };
        Map<String, Object> wrong = answers("workshop-plan", right);
        wrong.put("signingDueAt", today.minusDays(1).toString());
        starts("koordinator", WORKSHOP, "workshop-plan", whenSent("signingDueAt", TOO_EARLY, wrong), right);
        String workshop = started("workshop", title);
        does(
                workshop,
                "Task_InviteUnits",
                atOnce("invitedUnits", EMPTY, "invitedUnits", List.of()),
                "invitedUnits",
                List.of(EDUCATION, HEALTH, RECORDS));
        does(
                workshop,
                "Task_RecordAttendance",
                whenSent("eventDate", TOO_EARLY, "decision", "postponed", "eventDate", "2016-12-05"),
                "attendedUnits",
                List.of(EDUCATION, HEALTH),
                "participants",
                40);
        does(
                workshop,
                "Task_SignGovernmentCommitment",
                atOnce("target", "Isilah dengan angka paling kecil 1.", "target", 0));
        return workshop;
    }

    private void commitment(String innovation) {
        does(innovation, "Task_SignCommitment", atOnce("focus", TOO_SHORT, "decision", "sign", "focus", "Singkat"));
        does(innovation, "Task_VerifyCommitment", atOnce("note", SHORT, "decision", "return", "note", "Ya"));
    }

    /** The second unit signs on paper; the third stays silent beyond the deadline. */
    private void signing(String workshop) {
        does(
                workshop,
                "Task_RecordPaperSignatures",
                atOnce("witnessRole", "Isian paling banyak 200 karakter.", "witnessRole", "Asisten ".repeat(30)),
                "paperUnits",
                List.of(HEALTH),
                "witnessRole",
                "Asisten Administrasi Umum");
        Story health = Story.ofWorkshop(office, workshop, "dinkes");
        health.innovator().task(health.innovation, "Task_DraftHeader");
        timers.fire(workshop, "Boundary_SigningDeadline");
        does(
                workshop,
                "Task_FollowUpSilent",
                whenSent("signingDueAt", EMPTY, "decision", "extend", "note", "Beri waktu."));
        does(workshop, "Task_WriteMinutes", atOnce("conclusion", TOO_SHORT, "conclusion", "Selesai."));
    }

    private void actionPlan(String innovation) {
        timers.fire(innovation, "Start_Late");
        does(innovation, "Task_ChasePlan", atOnce("note", SHORT, "note", "Ya"));
        does(
                innovation,
                "Task_DraftHeader",
                whenSent(
                        "brandNew",
                        "Centang paling sedikit satu bentuk kebaruan.",
                        answers("action-plan-header", "brandNew", false)),
                "brandNew",
                null,
                "simplifies",
                true);
        planRows(innovation);
        does(innovation, "Task_ApprovePlan", whenSent("decision", NO_NOTE, "decision", "return"));
        does(
                innovation,
                "Task_AdvisePlan",
                whenSent("advice", NO_NOTE, "advice", "improve"),
                "advice",
                "improve",
                "noteGoal",
                "Tulis sasaran yang dapat diukur.");
        does(innovation, "Task_ReviewPlan", whenSent("isNew", NO_NOTE));
    }

    private void planRows(String innovation) {
        Desk innovator = opens(innovation, "Task_DraftRows");
        PlanSheet plan = innovator.planSheet().decide("Ajukan kepada kepala perangkat daerah");
        plan.activity(1).focus();
        plan.activity(1).blur();
        assertShut(innovator, plan.row(1), "Isian «Kegiatan» wajib diisi.");
        for (int row = 1; row <= 4; row++) {
            plan.write(row, "Kegiatan ke-" + row, "Kepala Bidang", "Notula", "Musyawarah")
                    .during(row, "Feb", "Mar");
        }
        plan.press(1, "Salin").activity(2).fill("Pelatihan tim");
        plan.press(2, "Naik");
        assertThat(plan.activity(1)).hasValue("Pelatihan tim");
        plan.add("evaluasi").press(6, "Hapus");
        assertThat(plan.rows()).hasCount(5);
        completes(innovator, "action-plan-rows");
    }

    private void lab(Story story) {
        String innovation = story.innovation;
        does(innovation, "Task_DiagnoseProblems", atOnce("problem1", SHORT, "problem1", "Lama"));
        does(innovation, "Task_ReviewDiagnose", atOnce("note", SHORT, "decision", "return", "note", "Ya"));
        does(
                innovation,
                "Task_DesignInnovation",
                atOnce("design", "Isian paling sedikit 150 karakter.", "design", "Terlalu pendek."));
        accepted(story, Phase.DESIGN);
        progress(innovation);
        accepted(story, Phase.DELIVER);
        does(innovation, "Task_PrepareDisplay", atOnce("lesson", TOO_SHORT, "lesson", "Singkat"));
        accepted(story, Phase.DISPLAY);
    }

    private static void accepted(Story story, Phase phase) {
        story.facilitator().does(story.innovation, phase.review, "lab-review");
    }

    private void progress(String innovation) {
        Desk innovator = opens(innovation, "Task_ReportProgress");
        Locator rows = innovator.page().locator(".semai-rows fieldset.row-card");
        rows.nth(3).waitFor();
        rows.first().locator("input[type=number]").fill("101");
        assertShut(innovator, rows.first(), "«Kemajuan (%)» harus berupa angka 0–100.");
        rows.all().forEach(row -> row.locator("input[type=number]").fill("100"));
        innovator.page().locator("#summary").fill("Seluruh kegiatan selesai.");
        innovator.page().locator(".semai-rows input[value=finished]").check();
        completes(innovator, "lab-progress");
    }

    private static void assertShut(Desk desk, Locator row, String sentence) {
        assertThat(row.locator(".wrong").first()).hasText(sentence);
        assertThat(desk.page().locator(".semai-rows .missing")).containsText("Belum dapat diselesaikan");
        assertThat(desk.page().locator("[ng-click='complete()']")).isDisabled();
        Axe.assertOpenToAll(desk.page(), "a form with rows", FORM);
    }

    private void rollout(String innovation) {
        does(
                innovation,
                "Task_ReportTrial",
                whenSent("trialEnd", TOO_EARLY, answers("trial-report", "trialEnd", "2016-12-01")));
        does(innovation, "Task_EvaluateTrial", atOnce("note", SHORT, "decision", "repeat", "note", "Ya"));
        does(
                innovation,
                "Task_PrepareInstrument",
                atOnce("draftNote", TOO_SHORT, "draftNote", "Singkat"),
                "burdensBudget",
                true);
        does(
                innovation,
                "Task_DecideAdoption",
                atOnce("note", SHORT, "decision", "return", "note", "Ya"),
                "overrideReason",
                "Cukup dengan keputusan kepala daerah.");
        does(innovation, "Task_MeasureResults", atOnce("period", "Isilah dengan angka paling besar 60.", "period", 61));
        does(innovation, "Task_VerifyResults", atOnce("note", SHORT, "decision", "return", "note", "Ya"));
    }

    private Story proposal() {
        String title = "Layanan " + mark;
        starts(
                "inovator.dukcapil",
                JOURNEY,
                "innovation-proposal",
                atOnce("title", TOO_SHORT, "title", "Antrean"),
                "title",
                title);
        return Story.of(office, "dukcapil", started("innovation-journey", title));
    }

    private void stop(Story story) {
        timers.fire(story.innovation, "Boundary_FollowUp");
        does(story.innovation, "Task_FollowUpCommitment", atOnce("note", SHORT, "note", "Ya"));
        story.committed().planned().worked(Phase.DIAGNOSE);
        story.coordinator()
                .does(
                        story.innovation,
                        Phase.DIAGNOSE.review,
                        "lab-review",
                        "decision",
                        "propose-stop",
                        "note",
                        "Tidak ada kemajuan.");
        does(story.innovation, "Task_DecideStopDiagnose", atOnce("reason", SHORT, "reason", "Ya"), "decision", "stop");
        does(story.innovation, "Task_RecordStop", atOnce("lesson", TOO_SHORT, "lesson", "Singkat"));
    }

    private void starts(String user, String process, String form, Mistake mistake, Object... right) {
        Desk desk = desk(user);
        fills(desk, desk.starting(process, form), form, mistake, right);
        desk.showsForm(form).starts();
        completed.add(form);
    }

    private void does(String key, String task, Mistake mistake, Object... right) {
        String form = models.get(task).getCamundaFormRef();
        Desk desk = opens(key, task);
        fills(desk, desk.paper(form), form, mistake, right);
        completes(desk, form);
    }

    private Desk opens(String key, String task) {
        String user = PEOPLE.get(models.get(task).getCamundaCandidateGroups());
        return desk(user).opens(office.as(user).task(key, task)).claims();
    }

    private static void fills(Desk desk, Paper paper, String form, Mistake mistake, Object... right) {
        List<String> unanswered = paper.unanswered();
        if (!unanswered.isEmpty()) {
            desk.isRefused();
            unanswered.forEach(field -> assertThat(paper.sentence(field)).hasText(EMPTY));
        }
        paper.fill(mistake.answers());
        if (!mistake.atOnce()) {
            desk.isRefused();
        }
        assertThat(paper.sentence(mistake.field())).containsText(mistake.sentence());
        Axe.assertOpenToAll(desk.page(), form, FORM);
        Map<String, Object> better = answers(form, right);
        better.entrySet().removeIf(answer -> Objects.equals(mistake.answers().get(answer.getKey()), answer.getValue()));
        paper.fill(better);
    }

    private void completes(Desk desk, String form) {
        desk.showsForm(form).completes();
        completed.add(form);
    }

    private Desk desk(String user) {
        return desks.computeIfAbsent(user, who -> Desk.of(browser, office, who, Screen.DESKTOP));
    }

    private String started(String process, String title) {
        String query = "/process-instance?processDefinitionKey=" + process + "&variables=title_eq_" + title;
        return Office.eventually(() -> office.as("koordinator")
                .get(query.replace(" ", "%20"))
                .json()
                .path(0)
                .path("id")
                .asText(null));
    }

    private static Map<String, UserTask> models() {
        return files(PROCESSES, ".bpmn")
                .flatMap(model -> Bpmn.readModelFromFile(model).getModelElementsByType(UserTask.class).stream())
                .collect(Collectors.toMap(UserTask::getId, task -> task));
    }

    private static Set<String> forms() {
        return Stream.concat(files(PROCESSES, ".form"), files(FORMS_WITH_ROWS, ".html"))
                .map(file -> file.getName().substring(0, file.getName().lastIndexOf('.')))
                .collect(Collectors.toSet());
    }

    private static Stream<File> files(Path folder, String ending) {
        return Stream.of(Objects.requireNonNull(folder.toFile().listFiles((where, name) -> name.endsWith(ending))));
    }
}

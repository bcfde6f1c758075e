package id.semai.journeys;

import static id.semai.journeys.Office.accepted;
import static id.semai.journeys.Office.answers;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.semai.journeys.Office.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The lists of Tasklist, asked for as Tasklist does. */
@EndToEnd
class FiltersTest {

    private static final String FOR_MY_ROLE = "Tugas untuk peran saya";
    private static final String MINE = "Tugas saya";
    private static final String OVERDUE = "Lewat batas waktu";
    private static final String SOON = "Batas waktu dalam 3 hari";
    private static final String ALL = "Semua tugas";
    private static final String COMMITMENT = "Komitmen inovasi";
    private static final String PLAN = "Rencana aksi inovasi";
    private static final String DRAFT = "· Penyusunan";
    private static final String REVIEW = "· Penelaahan";
    private static final String LAB = "Laboratorium inovasi";
    private static final String DIAGNOSE = "· Diagnosis masalah (Diagnose)";
    private static final String DESIGN = "· Rancang bangun (Design)";
    private static final String DELIVER = "· Pelaksanaan (Deliver)";
    private static final String DISPLAY = "· Gelar inovasi (Display)";
    private static final String ROLLOUT = "Uji coba dan penerapan";
    private static final String TRIAL = "· Uji coba";
    private static final String ADOPTION = "· Penerapan";
    private static final String RESULTS = "· Pengukuran hasil";

    private static final ZoneId SUMBAWA = ZoneId.of("Asia/Makassar");
    private static final DateTimeFormatter ENGINE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

    @Autowired
    Office office;

    @Autowired
    Timers timers;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    JdbcClient database;

    @AfterEach
    void theClockGoesOn() {
        ClockUtil.reset();
        engine.getJobExecutor().start();
    }

    @Test
    void everyRoleFindsItsOwnListsAndNoOthers() {
        assertThat(lists("kepala.dinkes").keySet())
                .containsExactlyInAnyOrder(FOR_MY_ROLE, MINE, OVERDUE, SOON, COMMITMENT, PLAN, REVIEW);
        assertThat(lists("inovator.dinkes").keySet())
                .containsExactlyInAnyOrder(
                        FOR_MY_ROLE,
                        MINE,
                        OVERDUE,
                        SOON,
                        PLAN,
                        DRAFT,
                        LAB,
                        DIAGNOSE,
                        DESIGN,
                        DELIVER,
                        DISPLAY,
                        ROLLOUT,
                        TRIAL,
                        RESULTS);
        assertThat(lists("fasilitator").keySet())
                .containsExactlyInAnyOrder(
                        FOR_MY_ROLE, MINE, OVERDUE, SOON, PLAN, REVIEW, LAB, DIAGNOSE, DESIGN, DELIVER, DISPLAY);
        assertThat(lists("koordinator")).isEqualTo(lists("pimpinan"));
        assertThat(lists("koordinator").keySet())
                .containsExactlyInAnyOrder(
                        FOR_MY_ROLE,
                        MINE,
                        OVERDUE,
                        SOON,
                        ALL,
                        COMMITMENT,
                        PLAN,
                        DRAFT,
                        REVIEW,
                        LAB,
                        DIAGNOSE,
                        DESIGN,
                        DELIVER,
                        DISPLAY,
                        ROLLOUT,
                        TRIAL,
                        ADOPTION,
                        RESULTS);
    }

    @Test
    void nobodyReadsAListThatIsNotTheirs() {
        String all = lists("koordinator").get(ALL);
        String commitment = lists("koordinator").get(COMMITMENT);

        for (Person other : List.of(office.as("kepala.dinkes"), office.inBrowser("kepala.dinkes"))) {
            assertThat(other.get("/filter/" + all).status()).isEqualTo(403);
            assertThat(other.post("/filter/" + all + "/list", Map.of()).status())
                    .isEqualTo(403);
            assertThat(other.post("/filter/" + all + "/count", Map.of()).status())
                    .isEqualTo(403);
        }
        assertThat(office.as("inovator.dinkes")
                        .post("/filter/" + commitment + "/list", Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aTaskStandsInTheListsOfItsStageForWhoeverMaySeeIt() {
        Story story = Story.proposed(office, "dikbud").committed();
        String draft =
                story.innovator().task(story.innovation, "Task_DraftHeader").id();

        assertThat(shown("inovator.dikbud", FOR_MY_ROLE)).contains(draft);
        assertThat(shown("inovator.dikbud", PLAN)).contains(draft);
        assertThat(shown("inovator.dikbud", DRAFT)).contains(draft);
        assertThat(shown("inovator.dikbud", MINE)).doesNotContain(draft);
        assertThat(shown("inovator.dikbud", LAB)).doesNotContain(draft);
        assertThat(shown("kepala.dikbud", FOR_MY_ROLE)).doesNotContain(draft);
        assertThat(shown("kepala.dikbud", PLAN)).contains(draft);
        assertThat(shown("kepala.dikbud", REVIEW)).doesNotContain(draft);
        assertThat(shown("inovator.dukcapil", DRAFT)).doesNotContain(draft);
        assertThat(shown("koordinator", DRAFT)).contains(draft);
        assertThat(shown("koordinator", ALL)).contains(draft);

        accepted(story.innovator().claim(draft));

        assertThat(shown("inovator.dikbud", MINE)).contains(draft);
        assertThat(shown("inovator.dikbud", FOR_MY_ROLE)).doesNotContain(draft);
    }

    @Test
    void aCardNamesTheInnovationTheUnitTheStageAndTheDeadline() {
        String title = "SIAP Belajar " + UUID.randomUUID();
        String innovation = propose("dikbud", title);
        office.as("kepala.dikbud").does(innovation, "Task_SignCommitment", "commitment-sign");
        office.as("koordinator").does(innovation, "Task_VerifyCommitment", "commitment-verify");
        office.as("inovator.dikbud").task(innovation, "Task_DraftHeader");

        JsonNode card = only(page("inovator.dikbud", DRAFT, Map.of("nameLike", "%" + title + "%")));

        assertThat(card.path("name").asText()).isEqualTo("Mengisi pokok rencana aksi: " + title);
        assertThat(variables(card))
                .containsEntry("unitName", "Dinas Pendidikan dan Kebudayaan")
                .containsEntry("stageName", "Penyusunan");
        assertThat(due(card)).isEqualTo(endOf(Story.today().plusDays(30)));
    }

    @Test
    void aWorkshopIsNotCalledAnInnovation() {
        String title = "Workshop " + UUID.randomUUID();
        office.as("koordinator").start("workshop", answers("workshop-plan", "title", title));

        JsonNode card = only(page("koordinator", FOR_MY_ROLE, Map.of("nameLike", "%" + title + "%")));

        assertThat(card.path("name").asText()).isEqualTo("Menetapkan undangan: " + title);
        assertThat(variables(card)).isEmpty();
    }

    @Test
    void anInnovationIsFoundByAPartOfItsTitleHoweverItIsWritten() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        String innovation = propose("dikbud", "Layanan Akta KELAHIRAN " + mark + " di Desa");
        String task = office.as("kepala.dikbud")
                .task(innovation, "Task_SignCommitment")
                .id();

        assertThat(ids(page("kepala.dikbud", FOR_MY_ROLE, Map.of("nameLike", "%kelahiran " + mark + "%"))))
                .containsExactly(task);
        assertThat(ids(page("koordinator", COMMITMENT, Map.of("nameLike", "%akta kelahiran " + mark + "%"))))
                .containsExactly(task);
        assertThat(ids(page("kepala.dinkes", FOR_MY_ROLE, Map.of("nameLike", "%" + mark + "%"))))
                .isEmpty();
    }

    @Test
    void aTitleThatIsGivenLaterIsThatOfTheTasksBesideIt() {
        String title = "Rumah Data Desa " + UUID.randomUUID();
        Story story = Story.proposed(office, "dukcapil").committed();
        timers.fire(story.innovation, "Start_Late");
        String chase =
                story.coordinator().task(story.innovation, "Task_ChasePlan").id();

        story.innovator().does(story.innovation, "Task_DraftHeader", "action-plan-header", "title", title);

        assertThat(ids(page("koordinator", FOR_MY_ROLE, Map.of("nameLike", "%" + title + "%"))))
                .containsExactly(chase);
    }

    @Test
    void withinThreeDaysBeginsAtMidnightAndEndsAtTheDeadline() {
        engine.getJobExecutor().shutdown();
        String innovation = propose("dikbud", "Tenggat " + UUID.randomUUID());
        String task = office.as("kepala.dikbud")
                .task(innovation, "Task_SignCommitment")
                .id();
        LocalDate lastDay = Story.today().plusDays(14);
        Instant midnight = lastDay.minusDays(3).atStartOfDay(SUMBAWA).toInstant();

        at(midnight.minusMillis(1));
        assertListed(task, false, false);
        at(midnight);
        assertListed(task, true, false);
        at(endOf(lastDay).minusMillis(1));
        assertListed(task, true, false);
        at(endOf(lastDay).plusMillis(1));
        assertListed(task, false, true);
    }

    private void assertListed(String task, boolean soon, boolean overdue) {
        for (String user : List.of("kepala.dikbud", "koordinator")) {
            assertThat(shown(user, SOON).contains(task)).as("soon for " + user).isEqualTo(soon);
            assertThat(shown(user, OVERDUE).contains(task))
                    .as("overdue for " + user)
                    .isEqualTo(overdue);
        }
        assertThat(shown("kepala.dinkes", SOON)).doesNotContain(task);
        assertThat(shown("kepala.dinkes", OVERDUE)).doesNotContain(task);
    }

    @Test
    void theMostUrgentComesFirst() {
        List<Instant> deadlines = StreamSupport.stream(
                        page("koordinator", ALL, Map.of()).spliterator(), false)
                .filter(card -> !card.path("due").isNull())
                .map(FiltersTest::due)
                .toList();

        assertThat(deadlines).isSorted();
    }

    @Test
    void whoHasSignedIsSeenWhileTheSigningIsOpen() {
        String workshop = Story.workshop(office, "none", List.of("dikbud", "dinkes", "dukcapil"));
        List<String> units = List.of("dikbud", "dinkes", "dukcapil");
        units.forEach(unit -> {
            Story story = Story.ofWorkshop(office, workshop, unit);
            story.head().task(story.innovation, "Task_SignCommitment");
        });
        String task = office.as("koordinator")
                .task(workshop, "Task_RecordPaperSignatures")
                .id();
        assertThat(signing(task, "signedList")).isEmpty();
        assertThat(signing(task, "silentList")).hasSize(3);

        Story.ofWorkshop(office, workshop, "dinkes").signs();
        Story.ofWorkshop(office, workshop, "dukcapil").declined();

        assertThat(signing(task, "signedList")).containsExactly("Dinas Kesehatan (menunggu pemeriksaan)");
        assertThat(signing(task, "declinedList")).containsExactly("Dinas Kependudukan dan Pencatatan Sipil");
        assertThat(signing(task, "silentList")).containsExactly("Dinas Pendidikan dan Kebudayaan");

        Story.ofWorkshop(office, workshop, "dinkes").verified();

        Office.eventually(() -> signing(task, "signedList").equals(List.of("Dinas Kesehatan")) ? true : null);
    }

    @Test
    void theListsHaveTheirIndexesOnTheTableThatTheEngineMakes() {
        assertThat(database.sql("select indexname from pg_indexes where tablename = 'act_ru_task'")
                        .query(String.class)
                        .list())
                .contains("semai_task_unit_due", "semai_task_unit_key");
    }

    private List<String> signing(String task, String list) {
        JsonNode names = accepted(office.inBrowser("koordinator").get("/task/" + task + "/form-variables"))
                .json()
                .path(list)
                .path("value");
        return List.of(names.asText().replaceAll("[\\[\\]\"]", "").split(",")).stream()
                .filter(name -> !name.isBlank())
                .toList();
    }

    private String propose(String unit, String title) {
        return office.as("inovator." + unit)
                .start("innovation-journey", answers("innovation-proposal", "title", title));
    }

    private void at(Instant instant) {
        ClockUtil.setCurrentTime(Date.from(instant));
    }

    private static Instant endOf(LocalDate day) {
        return day.atTime(23, 59, 59).atZone(SUMBAWA).toInstant();
    }

    private Map<String, String> lists(String user) {
        Map<String, String> lists = new LinkedHashMap<>();
        accepted(office.as(user).get("/filter?resourceType=Task"))
                .json()
                .forEach(filter -> lists.put(
                        filter.path("name").asText(), filter.path("id").asText()));
        return lists;
    }

    private List<String> shown(String user, String list) {
        return ids(page(user, list, Map.of()));
    }

    /** The whole list, in the form in which Tasklist asks for a page. */
    private JsonNode page(String user, String list, Map<String, Object> search) {
        Map<String, Object> query = new LinkedHashMap<>(search);
        query.put("active", true);
        query.put("sorting", List.of(Map.of("sortBy", "created", "sortOrder", "desc")));
        JsonNode answer = accepted(office.as(user)
                        .asHal()
                        .post("/filter/" + lists(user).get(list) + "/list?firstResult=0&maxResults=1000", query))
                .json();
        return answer.path("_embedded").path("task");
    }

    private static List<String> ids(JsonNode cards) {
        return StreamSupport.stream(cards.spliterator(), false)
                .map(card -> card.path("id").asText())
                .toList();
    }

    private static JsonNode only(JsonNode cards) {
        assertThat(cards).hasSize(1);
        return cards.get(0);
    }

    private static Map<String, String> variables(JsonNode card) {
        Map<String, String> variables = new LinkedHashMap<>();
        card.path("_embedded")
                .path("variable")
                .forEach(variable -> variables.put(
                        variable.path("name").asText(), variable.path("value").asText()));
        return variables;
    }

    private static Instant due(JsonNode card) {
        return OffsetDateTime.parse(card.path("due").asText(), ENGINE_TIME).toInstant();
    }
}

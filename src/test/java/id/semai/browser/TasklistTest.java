package id.semai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.semai.journeys.Office.answers;
import static org.assertj.core.api.Assertions.assertThat;

import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.journeys.Story;
import id.semai.journeys.Topic;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

/**
 * People at work in the real Tasklist; no page ever shows a form error. Their lists are those of a new installation, so
 * that every task is on the first page.
 */
@EndToEnd
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class TasklistTest {

    private static final String FOR_MY_ROLE = "Tugas untuk peran saya";
    private static final String EDUCATION = "Dinas Pendidikan dan Kebudayaan";

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    Office office;

    @Autowired
    Topic topic;

    @Test
    void aUnitIsLedFromTheWorkshopToItsActionPlan() {
        String title = "Workshop Inovasi " + UUID.randomUUID();
        String workshop;
        try (Desk coordinator = at("koordinator", Screen.DESKTOP)) {
            startsWorkshop(coordinator, title);
            workshop = workshop(title);
            recordsAttendance(coordinator, title);
        }
        try (Desk leadership = at("pimpinan", Screen.DESKTOP)) {
            leadership
                    .opens(FOR_MY_ROLE, "Menandatangani komitmen pemerintah daerah", title)
                    .claims();
            leadership.paper("government-commitment").fill(answers("government-commitment"));
            leadership.shows("government-commitment").completes();
        }
        String innovation = innovation(workshop);
        signs(innovation);
        verifies(innovation);
        drafts(innovation);
        assertThat(topic.atLeast(7, innovation))
                .extracting(Topic.Event::brief)
                .containsExactly(
                        "started",
                        "commitment entered",
                        "commitment completed(signed)",
                        "action-plan entered",
                        "action-plan.draft entered",
                        "action-plan.draft completed(submitted)",
                        "action-plan.review entered");
    }

    private void startsWorkshop(Desk coordinator, String title) {
        coordinator
                .starting("Workshop inovasi pelayanan publik", "workshop-plan")
                .fill(answers(
                        "workshop-plan",
                        "title",
                        title,
                        "facilitator",
                        "none",
                        "eventDate",
                        Story.today().toString(),
                        "signingDueAt",
                        Story.today().plusDays(14).toString(),
                        "unitKinds",
                        List.of("enterprise")));
        coordinator.shows("workshop-plan").starts();
        coordinator.opens(FOR_MY_ROLE, "Menetapkan undangan", title).claims();
        coordinator.paper("workshop-invitation").tags("invitedUnits", List.of(EDUCATION));
        coordinator.shows("workshop-invitation").completes();
    }

    private void recordsAttendance(Desk coordinator, String title) {
        coordinator.opens(FOR_MY_ROLE, "Mencatat pelaksanaan workshop", title).claims();
        coordinator
                .paper("workshop-attendance")
                .fill(answers("workshop-attendance", "attendedUnits", null))
                .tags("attendedUnits", List.of(EDUCATION));
        coordinator.shows("workshop-attendance").completes();
    }

    private void signs(String innovation) {
        try (Desk head = at("kepala.dikbud", Screen.DESKTOP)) {
            head.opens(FOR_MY_ROLE, "Menandatangani pernyataan komitmen", innovationTitle(innovation))
                    .claims();
            head.paper("commitment-sign").fill(answers("commitment-sign"));
            head.shows("commitment-sign").completes();
        }
    }

    private void verifies(String innovation) {
        try (Desk coordinator = at("koordinator", Screen.DESKTOP)) {
            coordinator
                    .opens(FOR_MY_ROLE, "Memverifikasi pernyataan komitmen", innovationTitle(innovation))
                    .claims();
            coordinator.paper("commitment-verify").fill(answers("commitment-verify"));
            coordinator.shows("commitment-verify").completes();
        }
    }

    private void drafts(String innovation) {
        try (Desk innovator = at("inovator.dikbud", Screen.DESKTOP)) {
            innovator
                    .opens(FOR_MY_ROLE, "Mengisi pokok rencana aksi", innovationTitle(innovation))
                    .claims();
            innovator.paper("action-plan-header").fill(answers("action-plan-header"));
            innovator.shows("action-plan-header").completes();
            innovator.opens(FOR_MY_ROLE, "Menyusun kegiatan rencana aksi", "").claims();
            PlanSheet plan = innovator.planSheet();
            plan.write(1, "Rapat tim", "Kepala Bidang", "Notula", "Musyawarah").during(1, "Jan", "Feb");
            plan.press(1, "Salin");
            plan.activity(2).fill("Pelatihan tim");
            plan.press(2, "Naik");
            assertThat(plan.activity(1)).hasValue("Pelatihan tim");
            plan.write(3, "Uji coba", "Tim pelaksana", "Laporan uji coba", "Lapangan")
                    .during(3, "Mar");
            plan.write(4, "Kunjungan", "Kepala Seksi", "Catatan", "Pengamatan").during(4, "Apr");
            plan.write(5, "Survei", "Kepala Seksi", "Hasil survei", "Kuesioner").during(5, "Des");
            plan.add("evaluasi")
                    .write(6, "Berlebih", "Sekretaris", "Tidak perlu", "Apa saja")
                    .press(6, "Hapus");
            assertThat(plan.rows()).hasCount(5);
            plan.decide("Ajukan kepada kepala perangkat daerah");
            innovator.shows("action-plan-rows").completes();
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void formsFitTheScreen(Screen screen) {
        String journey = office.as("inovator.dinkes").start("innovation-journey", answers("innovation-proposal"));
        try (Desk head = at("kepala.dinkes", screen)) {
            head.lists(FOR_MY_ROLE).shows("list");
            head.opens(FOR_MY_ROLE, "Menandatangani pernyataan komitmen", "").claims();
            head.paper("commitment-sign").fill(answers("commitment-sign"));
            head.shows("form").assertFits();
        }
        office.as("kepala.dinkes").does(journey, "Task_SignCommitment", "commitment-sign");
        office.as("koordinator").does(journey, "Task_VerifyCommitment", "commitment-verify");
        office.as("inovator.dinkes").does(journey, "Task_DraftHeader", "action-plan-header");
        office.as("inovator.dinkes").task(journey, "Task_DraftRows");
        try (Desk innovator = at("inovator.dinkes", screen)) {
            innovator.opens(FOR_MY_ROLE, "Menyusun kegiatan rencana aksi", "").claims();
            PlanSheet plan = innovator.planSheet();
            plan.write(1, "Rapat tim", "Kepala Bidang", "Notula", "Musyawarah").during(1, "Jan", "Feb");
            plan.press(1, "Salin").press(2, "Naik");
            innovator.shows("rows").assertFits();
        }
    }

    /** Takes the picture of the README anew: {@code -Dsemai.screenshots=true}. */
    @Test
    @EnabledIfSystemProperty(named = "semai.screenshots", matches = "true")
    void theReadmeHasItsPicture() {
        String workshop = Story.workshop(office, "lan", List.of("dikbud", "dinkes", "dukcapil", "kec-alas"));
        Story health = Story.ofWorkshop(office, workshop, "dinkes");
        Story records = Story.ofWorkshop(office, workshop, "dukcapil");
        health.committed().drafted();
        office.as("kepala.dinkes").does(health.innovation, "Task_ApprovePlan", "plan-approval");
        office.as("fasilitator").does(health.innovation, "Task_AdvisePlan", "plan-advice");
        Story.ofWorkshop(office, workshop, "kec-alas").signs();
        Story.ofWorkshop(office, workshop, "dikbud").signs();
        office.as("kepala.dukcapil")
                .does(
                        records.innovation,
                        "Task_SignCommitment",
                        "commitment-sign",
                        "focus",
                        "Menerbitkan akta kelahiran di desa, sekali datang.",
                        "contactRole",
                        "Kepala Bidang Pelayanan Pencatatan Sipil",
                        "documentNumber",
                        "470/118/2026",
                        "documentDate",
                        Story.today().toString());
        try (Desk coordinator = at("koordinator", Screen.DESKTOP)) {
            coordinator
                    .opens(FOR_MY_ROLE, "Memverifikasi pernyataan komitmen", innovationTitle(records.innovation))
                    .claims();
            coordinator
                    .paper("commitment-verify")
                    .fill(answers("commitment-verify", "witnessRole", "Asisten Administrasi Umum"));
            coordinator.shoots(Path.of("src/main/resources/static/images/tasklist.png"));
        }
    }

    private String innovationTitle(String innovation) {
        return office.as("koordinator")
                .get("/process-instance/" + innovation + "/variables/title")
                .json()
                .path("value")
                .asText("");
    }

    private String workshop(String title) {
        return only("/process-instance?processDefinitionKey=workshop&variables=title_eq_"
                + URLEncoder.encode(title, StandardCharsets.UTF_8));
    }

    private String innovation(String workshop) {
        return only("/process-instance?processDefinitionKey=innovation-journey&variables=workshopId_eq_" + workshop);
    }

    private String only(String query) {
        return Office.eventually(() ->
                office.as("koordinator").get(query).json().path(0).path("id").asText(null));
    }

    private Desk at(String user, Screen screen) {
        return Desk.of(browser, office, user, screen);
    }
}

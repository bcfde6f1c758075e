package id.semai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.semai.journeys.Office.answers;

import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.journeys.Story;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Takes the pictures of the README anew: {@code -Dsemai.screenshots=true}. */
@EndToEnd
@EnabledIfSystemProperty(named = "semai.screenshots", matches = "true")
class ReadmePicturesTest {

    private static final Path PICTURES = Path.of("src/main/resources/static/images");
    private static final String FOR_MY_ROLE = "Tugas untuk peran saya";

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    Office office;

    @Test
    void theReadmeHasItsPictures() {
        String workshop = Story.workshop(office, "lan", List.of("dikbud", "dinkes", "dukcapil", "kec-alas"));
        Story health = Story.ofWorkshop(office, workshop, "dinkes");
        Story records = Story.ofWorkshop(office, workshop, "dukcapil");
        Story.ofWorkshop(office, workshop, "kec-alas").signs();
        Story.ofWorkshop(office, workshop, "dikbud").signs();
        pictureOfRows(health.committed());
        health.innovator().does(health.innovation, "Task_DraftRows", "action-plan-rows");
        office.as("kepala.dinkes").does(health.innovation, "Task_ApprovePlan", "plan-approval");
        office.as("fasilitator").does(health.innovation, "Task_AdvisePlan", "plan-advice");
        signs(records);
        picturesOfAVerification(records);
    }

    private void signs(Story records) {
        records.head()
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
    }

    private void picturesOfAVerification(Story records) {
        Office.Task verification = records.coordinator().task(records.innovation, "Task_VerifyCommitment");
        try (Desk coordinator = Desk.of(browser, office, "koordinator", Screen.DESKTOP)) {
            coordinator.lists(FOR_MY_ROLE).opens(verification).claims();
            verifies(coordinator).shoots(PICTURES.resolve("tasklist.png"));
        }
        try (Desk telephone = Desk.of(browser, office, "koordinator", Screen.PHONE)) {
            verifies(telephone.opens(verification))
                    .reachesTheEndOn(Screen.PHONE)
                    .shoots(PICTURES.resolve("telephone.png"));
        }
    }

    private static Desk verifies(Desk coordinator) {
        coordinator
                .paper("commitment-verify")
                .fill(answers("commitment-verify", "witnessRole", "Asisten Administrasi Umum"));
        return coordinator;
    }

    private void isWorkedOn(String title) {
        Story story = Story.of(
                office,
                "dinkes",
                office.as("inovator.dinkes")
                        .start("innovation-journey", answers("innovation-proposal", "title", title)));
        Office.Task task = story.committed().innovator().task(story.innovation, "Task_DraftHeader");
        Office.accepted(story.innovator().claim(task.id()));
    }

    private void pictureOfRows(Story health) {
        health.innovator().does(health.innovation, "Task_DraftHeader", "action-plan-header");
        List.of("Ambulans Desa Siaga", "Kelas Ibu Hamil Keliling").forEach(this::isWorkedOn);
        Office.accepted(health.innovator()
                .claim(health.innovator()
                        .task(health.innovation, "Task_DraftRows")
                        .id()));
        try (Desk innovator = Desk.of(browser, office, "inovator.dinkes", Screen.DESKTOP)) {
            innovator.opens("Tugas saya", "Menyusun kegiatan rencana aksi", "");
            PlanSheet plan = innovator.planSheet();
            plan.write(
                            1,
                            "Membentuk tim antrean daring Puskesmas Alas",
                            "Kepala Puskesmas",
                            "Surat keputusan tim",
                            "Musyawarah")
                    .during(1, "Jan", "Feb");
            plan.write(
                            2,
                            "Melatih petugas loket dan kader posyandu",
                            "Kepala Seksi Pelayanan",
                            "12 petugas terlatih",
                            "Pelatihan di tempat")
                    .during(2, "Mar", "Apr");
            assertThat(innovator.page().locator(".semai-draft").first()).containsText("Draf tersimpan");
            innovator.page().locator(".task-card h2.task").scrollIntoViewIfNeeded();
            innovator.shoots(PICTURES.resolve("action-plan.png"));
        }
    }
}

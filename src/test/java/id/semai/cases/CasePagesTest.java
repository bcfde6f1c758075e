package id.semai.cases;

import static id.semai.journeys.Office.answers;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.semai.evidence.Samples;
import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.journeys.Office.Answer;
import id.semai.journeys.Office.Person;
import id.semai.journeys.Office.Task;
import id.semai.journeys.Story;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An innovation at a glance: for those who may see it, and for nobody else. */
@EndToEnd
class CasePagesTest {

    private static final String ELSEWHERE = "koordinator.lain";

    @Autowired
    Office office;

    @Autowired
    IdentityService identity;

    @AfterEach
    void closeTheOtherGovernment() {
        identity.deleteUser(ELSEWHERE);
        identity.deleteTenant("lain.organisasi");
    }

    @Test
    void thePageTellsStagesOutcomesAndWhoDidWhatInWhichRole() {
        Story story = Story.proposed(office, "dikbud").committed().drafted();
        Answer page = story.coordinator().page("/inovasi/" + story.innovation);
        assertThat(page.status()).isEqualTo(200);
        assertThat(text(page))
                .contains(
                        "Dinas Pendidikan dan Kebudayaan · Kabupaten Sumbawa",
                        "Antrean Daring Puskesmas Alas",
                        "Komitmen inovasi Ditandatangani · kurang dari 1 menit",
                        "WITA",
                        "Menandatangani pernyataan komitmen Kepala perangkat daerah/unit kerja (kepala.dikbud),",
                        "Mengisi pokok rencana aksi Tim pelaksana inovasi (inovator.dikbud),",
                        "Menunggu Kepala perangkat daerah/unit kerja sejak")
                .containsSubsequence("Komitmen inovasi Ditandatangani", "Rencana aksi inovasi Berlangsung")
                .doesNotContain("null");
        assertThat(page.body()).contains("<time datetime=\"20", "/cetak/rencana-aksi/" + story.innovation);
    }

    @Test
    void whoeverHasSomethingToDoThereFindsTheWayToIt() {
        Story story = Story.proposed(office, "dikbud");
        Task signing = story.head().task(story.innovation, "Task_SignCommitment");
        String page = "/inovasi/" + story.innovation;
        assertThat(story.head().page(page).body())
                .contains("/camunda/app/tasklist/default/#/?task=" + signing.id())
                .contains("Menunggu Anda");
        assertThat(story.coordinator().page(page).body()).doesNotContain("Menunggu Anda");
        Office.accepted(story.head().claim(signing.id()));
        assertThat(story.head().page(page).body()).contains("Menunggu Anda");
    }

    @Test
    void aStageThatIsEnteredAgainIsAVisitOfItsOwnWithItsOwnWork() {
        Story story = Story.proposed(office, "dinkes")
                .committed()
                .drafted()
                .approvedByHead()
                .returnedAsNotNew();
        story.innovator().task(story.innovation, "Task_DraftHeader");
        String told = text(story.head().page("/inovasi/" + story.innovation));
        assertThat(told).contains("kali ke-2", "Dikembalikan untuk diperbaiki");
        assertThat(told)
                .containsSubsequence(
                        "Mengisi pokok rencana aksi Tim pelaksana inovasi (inovator.dinkes)",
                        "kali ke-2",
                        "Mengisi pokok rencana aksi Menunggu Tim pelaksana inovasi");
    }

    @Test
    void anEndIsToldWithItsOutcomeAndReason() {
        Story story = Story.proposed(office, "dukcapil").declined();
        String told = Office.eventually(() -> {
            String now = text(story.head().page("/inovasi/" + story.innovation));
            return now.contains("Perjalanan selesai") ? now : null;
        });
        assertThat(told).contains("Perjalanan selesai Tidak dilanjutkan (Belum bersedia)", "Lama seluruhnya");
    }

    @Test
    void aFileIsToldWithTheWorkThatItProves() {
        Story story = Story.proposed(office, "dikbud");
        Task signing = story.head().task(story.innovation, "Task_SignCommitment");
        Office.accepted(story.head().claim(signing.id()));
        Answer kept = story.head().upload("/api/evidence/tasks/" + signing.id() + "?name=Surat.pdf", Samples.pdf());
        Office.accepted(story.head().submit(signing.id(), answers("commitment-sign")));
        story.verified().drafted();
        Task approving = story.head().task(story.innovation, "Task_ApprovePlan");
        Office.accepted(story.head().claim(approving.id()));
        String toApprove = "/api/evidence/tasks/" + approving.id() + "?name=Rencana.png";
        Office.accepted(story.head().upload(toApprove + "&row=2", Samples.png(40, 30)));
        assertThat(story.head()
                        .upload(toApprove + "&row=5", Samples.png(50, 30))
                        .status())
                .isEqualTo(422);

        Answer page = story.coordinator().page("/inovasi/" + story.innovation);
        String link = "/api/evidence/files/" + kept.json().path("id").asText();
        assertThat(page.body()).contains("href=\"" + link + "\"");
        assertThat(story.coordinator().page(link).body()).startsWith("%PDF-");
        assertThat(text(page))
                .containsSubsequence(
                        "Menandatangani pernyataan komitmen",
                        "Surat.pdf",
                        "PDF, 1 kB",
                        "dilampirkan Kepala perangkat daerah/unit kerja (kepala.dikbud),",
                        "WITA",
                        "Memverifikasi",
                        "Menunggu Kepala perangkat daerah/unit kerja (kepala.dikbud)",
                        "Rencana.png",
                        "Baris 2: ")
                .doesNotContain("Berkas bukti dari tugas lain", "null");
        assertThat(text(office.as("fasilitator").page("/inovasi/" + story.innovation)))
                .containsSubsequence("Komitmen inovasi Ditandatangani", "Berkas bukti dari tugas lain", "Surat.pdf");
    }

    @Test
    void nobodyElseSeesAnythingOfIt() {
        Story story = Story.proposed(office, "dikbud");
        Task signing = story.head().task(story.innovation, "Task_SignCommitment");
        List<String> addresses = new ArrayList<>(List.of(
                "/inovasi/" + story.innovation,
                "/inovasi/" + story.innovation + "/perjalanan",
                "/api/tasks/" + signing.id() + "/case"));
        String diagrams = "/api/cases/" + story.innovation + "/diagrams";
        addresses.add(diagrams);
        for (JsonNode diagram : story.head().page(diagrams).json()) {
            addresses.add(diagrams + "/" + diagram.path("id").asText());
        }
        addresses.addAll(addresses.stream()
                .filter(address -> address.startsWith(diagrams))
                .map(address -> address.replace("/api/cases/", "/inovasi/"))
                .toList());
        assertThat(addresses).hasSize(9);
        Person otherGovernment = coordinatorOfAnotherGovernment();
        for (String address : addresses) {
            assertThat(story.innovator().page(address).status()).as(address).isEqualTo(200);
            assertThat(office.inBrowser("kepala.dikbud").page(address).status())
                    .as(address)
                    .isEqualTo(200);
            assertRefused(office.as("kepala.dinkes"), address, 404);
            assertRefused(otherGovernment, address, 404);
            assertRefused(office.nobody(), address, 401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/inovasi/there-is-none",
                "/inovasi/%27%20or%201=1",
                "/inovasi/there-is-none/perjalanan",
                "/api/tasks/there-is-none/case",
                "/api/cases/there-is-none/diagrams",
                "/api/cases/there-is-none/diagrams/there-is-none"
            })
    void whatIsNotThereIsNotFound(String address) {
        assertThat(office.as("koordinator").page(address).status()).isEqualTo(404);
    }

    @Test
    void aWorkshopIsNoInnovationAndHasADiagramAllTheSame() {
        Person coordinator = office.as("koordinator");
        String workshop = coordinator.start("workshop", answers("workshop-plan"));
        Task inviting = coordinator.task(workshop, "Task_InviteUnits");
        assertThat(coordinator.page("/inovasi/" + workshop).status()).isEqualTo(404);
        JsonNode found =
                coordinator.page("/api/tasks/" + inviting.id() + "/case").json();
        assertThat(found.path("id").asText()).isEqualTo(workshop);
        assertThat(found.path("innovation").asBoolean()).isFalse();
        assertThat(coordinator
                        .page("/api/cases/" + workshop + "/diagrams/" + workshop)
                        .json()
                        .path("here"))
                .extracting(JsonNode::asText)
                .containsExactly("Task_InviteUnits");
    }

    @Test
    void theDiagramsAreThoseThatTheCaseWentThroughAndSayWhereItStands() {
        Story story = Story.proposed(office, "dikbud").committed();
        story.innovator().task(story.innovation, "Task_DraftHeader");
        String address = "/api/cases/" + story.innovation + "/diagrams";
        JsonNode diagrams = story.coordinator().page(address).json();
        assertThat(diagrams)
                .extracting(diagram -> diagram.path("name").asText() + " "
                        + diagram.path("running").asBoolean())
                .containsExactly("Usulan inovasi true", "Komitmen inovasi false", "Rencana aksi inovasi true");
        JsonNode root =
                story.coordinator().page(address + "/" + story.innovation).json();
        assertThat(root.path("xml").asText()).contains("<bpmn:process id=\"innovation-journey\"");
        assertThat(texts(root.path("here"))).containsExactly("Call_ActionPlan");
        assertThat(texts(root.path("passed"))).contains("Start_Innovation", "Call_Commitment", "Gateway_Committed");
        JsonNode plan = story.coordinator()
                .page(address + "/" + diagrams.path(2).path("id").asText())
                .json();
        assertThat(texts(plan.path("here"))).containsExactly("Task_DraftHeader");
        assertThat(texts(plan.path("around"))).isNotEmpty();
    }

    @Test
    void aFacilitatorSeesOnlyTheProcessesOfThatRole() {
        Story story = Story.proposed(office, "dikbud").committed();
        story.innovator().task(story.innovation, "Task_DraftHeader");
        Person facilitator = office.as("fasilitator");
        assertThat(facilitator
                        .page("/api/cases/" + story.innovation + "/diagrams")
                        .json())
                .extracting(diagram -> diagram.path("name").asText())
                .containsExactly("Usulan inovasi", "Rencana aksi inovasi");
        assertThat(text(facilitator.page("/inovasi/" + story.innovation)))
                .contains("Komitmen inovasi Ditandatangani")
                .doesNotContain("kepala.dikbud");
    }

    private void assertRefused(Person person, String address, int status) {
        Answer answer = person.page(address);
        assertThat(answer.status()).as(person + " " + address).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("Antrean Daring", "dikbud", "bpmn:process");
    }

    private Person coordinatorOfAnotherGovernment() {
        User user = identity.newUser(ELSEWHERE);
        user.setPassword(office.password());
        Office.save(identity, user);
        identity.saveTenant(identity.newTenant("lain.organisasi"));
        identity.createTenantUserMembership("lain.organisasi", ELSEWHERE);
        identity.createMembership(ELSEWHERE, "coordinator");
        return office.as(ELSEWHERE);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** What is read on a page, without its markup. */
    private static String text(Answer page) {
        return page.body().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").replace(" ,", ",");
    }
}

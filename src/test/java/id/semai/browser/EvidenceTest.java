package id.semai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import id.semai.evidence.Samples;
import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.journeys.Story;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Files below a form, and the server's sentences beside its fields. */
@EndToEnd
class EvidenceTest {

    /** Bytes a second; milliseconds. */
    private static final JsonObject SLOW = JsonParser.parseString(
                    """
                    {"offline": false, "latency": 20, "downloadThroughput": 1000000, "uploadThroughput": 200000}
                    """)
            .getAsJsonObject();

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    Office office;

    private String task;

    @Test
    void areAttachedShownAndTakenBack() {
        propose();
        try (Desk head = opened(Screen.DESKTOP)) {
            Locator panel = head.page().locator(".semai-evidence");
            assertThat(panel).containsText("Belum ada berkas.");
            attach(head, "Surat tugas.pdf", Samples.pdf());
            assertThat(panel.locator("li")).hasCount(1);
            assertThat(panel.locator("li a")).hasText("Surat tugas.pdf");
            panel.scrollIntoViewIfNeeded();
            head.shows("evidence-attached");
            panel.getByText("Hapus").click();
            panel.getByText("Ya, hapus").click();
            assertThat(panel).containsText("Belum ada berkas.");
            anUploadIsSeenAndCalledOff(head, panel);
        }
    }

    private static void anUploadIsSeenAndCalledOff(Desk head, Locator panel) {
        CDPSession network = head.page().context().newCDPSession(head.page());
        network.send("Network.enable");
        network.send("Network.emulateNetworkConditions", SLOW);
        attach(head, "Pindaian.pdf", new byte[4_000_000]);
        Locator progress = panel.locator("progress");
        assertThat(progress).hasAttribute("aria-label", "Mengunggah Pindaian.pdf");
        Office.eventually(() -> ((Number) progress.evaluate("bar => bar.value")).doubleValue() > 0 ? true : null);
        head.shows("evidence-sending");
        head.page().locator("[ng-click='complete()']").click();
        assertThat(panel.locator(".semai-problem")).containsText("Tunggu sampai semua berkas selesai diunggah");
        panel.getByText("Batalkan").click();
        assertThat(progress).hasCount(0);
        assertThat(panel).containsText("Belum ada berkas.");
        assertThat(panel.locator(".semai-problem")).hasCount(0);
    }

    @Test
    void whatIsRefusedIsSaidThere() {
        propose();
        try (Desk head = opened(Screen.PHONE)) {
            attach(head, "faktur.pdf", "MZ program".getBytes());
            Locator sentence = head.page().locator(".semai-problem");
            assertThat(sentence).containsText("bukan PDF, JPEG, atau PNG");
            sentence.scrollIntoViewIfNeeded();
            head.shows("evidence-refused");
        }
    }

    @Test
    void theServersSentenceStandsBesideTheField() {
        propose();
        try (Desk head = opened(Screen.DESKTOP)) {
            head.paper("commitment-sign").fill(Office.answers("commitment-sign", "focus", "Antrean daring bagi warga"));
            head.page()
                    .route(
                            "**/submit-form",
                            route -> route.resume(new Route.ResumeOptions()
                                    .setPostData(route.request()
                                            .postData()
                                            .replace("Antrean daring bagi warga", "Terlalu"))));
            head.page().locator("[ng-click='complete()']").click();
            Locator field = head.page().locator(".fjs-form-field-textarea");
            assertThat(field.locator(".fjs-form-field-error")).containsText("10");
            assertThat(field.locator("textarea")).isFocused();
            head.shows("refused-beside-the-field");
            field.locator("textarea").fill("Singkat");
            assertThat(field.locator(".fjs-form-field-error")).hasText("Isian paling sedikit 10 karakter.");
            aFormStandsStillUnderAClick(head, field);
        }
    }

    /** As slow as a hand: the sentence above goes while the button is down. */
    private static void aFormStandsStillUnderAClick(Desk head, Locator field) {
        Locator below = head.page().locator(".fjs-form-field-textfield input").first();
        below.scrollIntoViewIfNeeded();
        field.locator("textarea").fill("Antrean daring bagi semua warga");
        BoundingBox before = below.boundingBox();
        Mouse mouse = head.page().mouse();
        mouse.move(before.x + 9, before.y + 9);
        mouse.down();
        assertThat(field.locator(".fjs-form-field-error")).hasCount(0);
        Assertions.assertThat(below.boundingBox().y).isEqualTo(before.y);
        mouse.up();
        Office.eventually(() -> below.boundingBox().y < before.y ? true : null);
    }

    @Test
    void aFileOfAProgressReportNamesItsRow() {
        Story story = Story.proposed(office, "dikbud").committed().reporting();
        task = story.innovator().task(story.innovation, "Task_ReportProgress").id();
        Office.accepted(story.innovator().claim(task));
        try (Desk innovator = opened("inovator.dikbud", Screen.DESKTOP)) {
            innovator.page().locator(".semai-proves select").selectOption("2");
            attach(innovator, "Foto rapat.pdf", Samples.pdf());
            assertThat(innovator.page().locator(".semai-files li")).containsText("Baris 2: ");
            innovator.page().locator(".semai-evidence").scrollIntoViewIfNeeded();
            innovator.shows("evidence-of-a-row");
            innovator.page().navigate(office.url("/inovasi/" + story.innovation));
            Locator file = innovator.page().locator(".semai-attached li");
            assertThat(file).containsText("Baris 2: ");
            file.scrollIntoViewIfNeeded();
            innovator.shows("journey-with-a-file");
            innovator.page().setViewportSize(390, 844);
            // In one go: the page draws its list anew when its width changes.
            file.evaluate("file => file.scrollIntoView()");
            innovator.shows("journey-with-a-file-390");
        }
    }

    private void propose() {
        String innovation =
                office.as("inovator.dikbud").start("innovation-journey", Office.answers("innovation-proposal"));
        task = office.as("kepala.dikbud")
                .task(innovation, "Task_SignCommitment")
                .id();
        Office.accepted(office.as("kepala.dikbud").claim(task));
    }

    private Desk opened(Screen screen) {
        return opened("kepala.dikbud", screen);
    }

    private Desk opened(String user, Screen screen) {
        Desk desk = Desk.of(browser, office, user, screen);
        desk.page().navigate(office.url("/camunda/app/tasklist/default/#/?task=" + task));
        desk.page().locator("[ng-click='unclaim()']").waitFor();
        return desk;
    }

    private static void attach(Desk desk, String name, byte[] content) {
        desk.page()
                .locator(".semai-evidence input[type=file]")
                .setInputFiles(new FilePayload(name, "application/pdf", content));
    }
}

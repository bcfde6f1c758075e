package id.semai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.journeys.Office.Person;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.AbstractStringAssert;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Nothing that is typed into a form is lost, and nobody else sees it. */
@EndToEnd
class DraftsTest {

    private static final String OF_TASKLIST = "**/camunda/api/**";

    private static final String SIGNING = "Menandatangani pernyataan komitmen";

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    Office office;

    @Autowired
    IdentityService identities;

    private final String title = "Layanan " + UUID.randomUUID();
    private String task;

    @Test
    void aDraftBegunHereGoesOnAtAnotherComputer() {
        propose();
        try (Desk office1 = at("kepala.dikbud")) {
            type(office1, "Antrean daring di sekolah");
        }
        try (Desk home = at("kepala.dikbud")) {
            opens(home);
            assertThat(focus(home)).hasValue("Antrean daring di sekolah");
            assertThat(banner(home)).containsText("dipulihkan");
            home.shows("draft-restored");
            banner(home).getByText("Mulai dari awal").click();
            assertThat(focus(home)).hasCount(0);
            assertThat(home.page().locator(".fjs-form input:checked")).hasCount(0);
        }
    }

    @Test
    void whoSitsDownNextAtTheSameBrowserSeesNothingOfItAndWhoComesBackFindsIt() {
        propose();
        deputise("plt.kepala.dikbud");
        try (Desk shared = at("kepala.dikbud")) {
            type(shared, "Hanya untuk kepala dinas");
            Office.eventually(() -> draft("kepala.dikbud").contains("Hanya untuk kepala dinas") ? true : null);
            shared.logsOut();
            shared.logsIn("plt.kepala.dikbud");
            shared.page().navigate(link(shared));
            shared.page().locator(".task-card .fjs-form").waitFor();
            assertHolds(shared).doesNotContain("Hanya untuk kepala dinas");
            Office.accepted(office.as("kepala.dikbud").post("/task/" + task + "/unclaim", Map.of()));
            shared.page().reload();
            shared.claims();
            type(shared, "Oleh pelaksana tugas");
            assertHolds(shared).contains("Oleh pelaksana tugas").doesNotContain("Hanya untuk kepala dinas");
            Office.accepted(office.as("plt.kepala.dikbud").post("/task/" + task + "/unclaim", Map.of()));
            Office.accepted(office.as("kepala.dikbud").claim(task));
            shared.logsOut();
            shared.logsIn("kepala.dikbud");
            opens(shared);
            assertThat(focus(shared)).hasValue("Hanya untuk kepala dinas");
            assertHolds(shared).doesNotContain("Oleh pelaksana tugas");
        } finally {
            identities.deleteUser("plt.kepala.dikbud");
        }
    }

    private String draft(String user) {
        return office.as(user).api("GET", "/api/drafts/" + task, null).body();
    }

    private void deputise(String user) {
        User deputy = identities.newUser(user);
        deputy.setPassword(office.password());
        Office.save(identities, deputy);
        identities.createMembership(user, "unit-head");
        identities.createTenantUserMembership("dikbud", user);
    }

    /** On the page, in its fields, and in what the browser keeps. */
    private static AbstractStringAssert<?> assertHolds(Desk desk) {
        return assertThat((String) desk.page()
                .evaluate("() => JSON.stringify([localStorage, sessionStorage, document.body.innerText,"
                        + " [...document.querySelectorAll('input, textarea')].map(field => field.value)])"));
    }

    @Test
    void whatALostConnectionOrAnEndedSessionCouldNotSaveIsSavedLater() {
        propose();
        try (Desk head = at("kepala.dikbud")) {
            type(head, "Tersimpan");
            head.page().context().setOffline(true);
            focus(head).fill("Tersimpan, lalu sambungan terputus");
            assertThat(banner(head)).containsText("Sambungan terputus");
            head.shows("draft-offline");
            head.page().context().setOffline(false);
            assertThat(banner(head)).containsText("Draf tersimpan");
            head.page().route(OF_TASKLIST, DraftsTest::unanswered);
            head.page().context().clearCookies();
            focus(head).fill("Tersimpan, lalu sesi berakhir");
            assertThat(banner(head)).containsText("Sesi Anda sudah berakhir. Isian Anda tetap ada di halaman ini");
            head.shows("draft-session-over");
            assertThat(draft("kepala.dikbud")).contains("lalu sambungan terputus");
            head.hasASessionOf("kepala.dikbud");
            // Taking the other away would let the waiting ones go, which were made without a session.
            head.page().route(OF_TASKLIST, Route::resume);
            assertThat(banner(head)).containsText("Draf tersimpan");
            assertThat(focus(head)).hasValue("Tersimpan, lalu sesi berakhir");
        }
        assertThat(draft("kepala.dikbud")).contains("lalu sesi berakhir");
    }

    /** Tasklist looks every ten seconds whether its session has ended, and would put its login in place of the form. */
    private static void unanswered(Route look) {}

    @Test
    void whoseTaskWasDoneByAnotherKeepsWhatTheyTyped() {
        propose();
        try (Desk head = at("kepala.dikbud")) {
            type(head, "Belum selesai");
            Office.accepted(office.as("kepala.dikbud").submit(task, Office.answers("commitment-sign")));
            focus(head).fill("Belum selesai, masih diketik");
            Locator gone = head.page().locator(".semai-draft-gone");
            assertThat(gone).containsText("sudah diselesaikan atau ditutup");
            head.shows("draft-task-gone");
            head.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            gone.getByText("Salin isian saya").click();
            assertThat(gone).containsText("Isian tersalin");
            assertThat((String) head.page().evaluate("() => navigator.clipboard.readText()"))
                    .contains("Pokok inovasi yang dijanjikan: Belum selesai, masih diketik");
            gone.getByText("Tutup").click();
        }
    }

    @Test
    void twoWindowsAreAskedWhichOfThemCountsAndALongTextIsKeptToo() {
        propose();
        try (Desk head = at("kepala.dikbud")) {
            type(head, "Di jendela ini");
            typedElsewhere("Di jendela lain");
            focus(head).fill("Di jendela ini lagi");
            assertThat(banner(head)).containsText("diubah di jendela atau komputer lain");
            assertThat(banner(head)).isInViewport();
            head.shows("draft-two-windows");
            banner(head).getByText("Pakai isian dari sana").click();
            assertThat(focus(head)).hasValue("Di jendela lain");
            typedElsewhere("Di jendela lain lagi");
            String here = "Panjang sekali. ".repeat(5_000);
            focus(head).fill(here);
            banner(head).getByText("Pertahankan isian di sini").click();
            assertThat(banner(head)).containsText("Draf tersimpan");
            assertThat(focus(head)).hasValue(here);
            assertThat(draft("kepala.dikbud")).contains(here).doesNotContain("Di jendela lain");
        }
    }

    /** As another window keeps it, on top of what this one has kept. */
    private void typedElsewhere(String text) {
        Person there = office.as("kepala.dikbud");
        int version = there.page("/api/drafts/" + task).json().path("version").asInt();
        Office.accepted(there.api(
                "PUT",
                "/api/drafts/" + task,
                Map.of(
                        "person",
                        "kepala.dikbud",
                        "version",
                        version,
                        "answers",
                        Map.of("decision", "sign", "focus", text))));
    }

    @Test
    void rowsAreKeptToo() {
        String innovation = propose();
        office.as("kepala.dikbud").does(innovation, "Task_SignCommitment", "commitment-sign");
        office.as("koordinator").does(innovation, "Task_VerifyCommitment", "commitment-verify");
        office.as("inovator.dikbud").does(innovation, "Task_DraftHeader", "action-plan-header");
        office.as("inovator.dikbud").task(innovation, "Task_DraftRows");
        try (Desk innovator = at("inovator.dikbud")) {
            innovator
                    .opens("Tugas untuk peran saya", "Menyusun kegiatan rencana aksi", "")
                    .claims();
            innovator
                    .planSheet()
                    .write(1, "Rapat tim", "Kepala Bidang", "Notula", "Musyawarah")
                    .during(1, "Feb");
            assertThat(banner(innovator)).containsText("Draf tersimpan");
            innovator.page().reload();
            assertThat(innovator.planSheet().activity(1)).hasValue("Rapat tim");
            assertThat(banner(innovator)).containsText("dipulihkan");
            innovator.shows("draft-rows");
        }
    }

    private String propose() {
        String innovation = office.as("inovator.dikbud")
                .start("innovation-journey", Office.answers("innovation-proposal", "title", title));
        task = office.as("kepala.dikbud")
                .task(innovation, "Task_SignCommitment")
                .id();
        Office.accepted(office.as("kepala.dikbud").claim(task));
        return innovation;
    }

    private Desk at(String user) {
        return Desk.of(browser, office, user, Screen.DESKTOP);
    }

    private void type(Desk desk, String text) {
        opens(desk);
        focus(desk).fill(text);
        focus(desk).blur();
        assertThat(banner(desk)).containsText("Draf tersimpan");
    }

    private void opens(Desk desk) {
        desk.page().navigate(link(desk));
        desk.page().locator("[ng-click='unclaim()']").waitFor();
        desk.paper("commitment-sign").fill(Map.of("decision", "sign"));
    }

    private String link(Desk desk) {
        return office.url("/camunda/app/tasklist/default/#/?task=" + task);
    }

    private static Locator focus(Desk desk) {
        return desk.page().locator(".fjs-form textarea").first();
    }

    private static Locator banner(Desk desk) {
        return desk.page().locator(".semai-draft").first();
    }
}

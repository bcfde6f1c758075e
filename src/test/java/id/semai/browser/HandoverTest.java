package id.semai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A coordinator gives the task of a head to who acts for the head, who goes on where the head had stopped. */
@EndToEnd
class HandoverTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    Office office;

    @Autowired
    IdentityService identity;

    private final String title = "Layanan " + UUID.randomUUID();
    private String innovation;
    private String task;

    @BeforeEach
    void aTaskThatTheHeadHasBegun() {
        User acting = identity.newUser("plt.dukcapil");
        acting.setFirstName("Kepala perangkat daerah/unit kerja");
        acting.setLastName("Dinas Kependudukan dan Pencatatan Sipil");
        acting.setPassword(office.password());
        Office.save(identity, acting);
        identity.createMembership("plt.dukcapil", "unit-head");
        identity.createTenantUserMembership("dukcapil", "plt.dukcapil");
        innovation = office.as("inovator.dukcapil")
                .start("innovation-journey", Office.answers("innovation-proposal", "title", title));
        Office.Person head = office.as("kepala.dukcapil");
        task = head.task(innovation, "Task_SignCommitment").id();
        Office.accepted(head.claim(task));
        Map<String, Object> typed = Map.of("decision", "sign", "focus", "Antrean daring di loket");
        assertThat(head.api(
                                "PUT",
                                "/api/drafts/" + task,
                                Map.of("person", "kepala.dukcapil", "version", 0, "answers", typed))
                        .status())
                .isEqualTo(200);
    }

    @AfterEach
    void whoActedLeaves() {
        identity.deleteUser("plt.dukcapil");
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void theActingHeadGoesOnWhereTheHeadHadStopped(Screen screen) {
        try (Desk coordinator = Desk.of(browser, office, "koordinator", screen)) {
            Page page = coordinator.page();
            page.navigate(office.url("/serah-terima"));
            shoot(page, screen, "pemegang");
            page.locator(".pilihan a")
                    .filter(new Locator.FilterOptions().setHasText("kepala.dukcapil"))
                    .click();
            page.getByLabel("Yang menerima").selectOption("plt.dukcapil");
            page.getByText("Periksa tugasnya").click();
            page.getByText("Kosongkan pilihan").click();
            page.locator(".tugas label")
                    .filter(new Locator.FilterOptions().setHasText(title))
                    .locator("input")
                    .check();
            page.getByLabel("Plt. (pelaksana tugas)").check();
            shoot(page, screen, "tugas");
            page.getByText("Serahkan kepada plt.dukcapil").click();
            assertThat(page.locator(".selesai")).containsText(title);
            assertThat(page.locator(".riwayat li").first()).containsText("kepala.dukcapil → plt.dukcapil");
            shoot(page, screen, "selesai");
            page.navigate(office.url("/inovasi/" + innovation));
            assertThat(page.locator(".semai-steps")).containsText("Diserahkan beserta isiannya dari kepala.dukcapil");
            page.locator("#diagram svg").first().waitFor();
            shoot(page, screen, "perjalanan");
            coordinator.assertFaultless();
        }
        try (Desk acting = Desk.of(browser, office, "plt.dukcapil", screen)) {
            acting.page().navigate(office.url("/camunda/app/tasklist/default/#/?task=" + task));
            assertThat(acting.page().locator(".semai-draft").first()).containsText("Isian kepala.dukcapil dari pukul");
            assertThat(acting.page().locator(".fjs-form textarea").first()).hasValue("Antrean daring di loket");
            acting.shows("draft-handed-over");
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void whatIsRefusedIsSaidOnThePageAndEverythingStays(Screen screen) {
        try (Desk coordinator = Desk.of(browser, office, "koordinator", screen)) {
            Page page = coordinator.page();
            page.navigate(office.url("/serah-terima?dari=kepala.dukcapil&kepada=plt.dukcapil"));
            page.getByText("Kosongkan pilihan").click();
            page.getByLabel("Lainnya", new Page.GetByLabelOptions().setExact(true))
                    .check();
            page.getByText("Serahkan kepada plt.dukcapil").click();
            assertThat(page.getByRole(AriaRole.ALERT)).hasText("Pilih sekurangnya satu tugas.");
            shoot(page, screen, "ditolak");
            assertThat(page.getByLabel("Lainnya", new Page.GetByLabelOptions().setExact(true)))
                    .isChecked();
        }
    }

    private static void shoot(Page page, Screen screen, String what) {
        String name = "serah-terima-" + what + "-" + screen.name().toLowerCase(Locale.ROOT);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + ".png")));
        assertThat(page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("pixels beyond the edge")
                .isEqualTo(0);
    }
}

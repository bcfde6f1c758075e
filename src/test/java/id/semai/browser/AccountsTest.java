package id.semai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody whose password an administrator has set meets Tasklist for the first time; an administrator reads of it. */
@EndToEnd
class AccountsTest {

    private static final String ACCOUNT = "kepala.baru";
    private static final String FIRST = "sembilan ayam kuning melompat";
    private static final String OWN = "sepuluh gajah ungu menyanyi";

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    Office office;

    @Autowired
    IdentityService identities;

    @BeforeEach
    void anAdministratorMakesAnAccount() {
        User user = identities.newUser(ACCOUNT);
        Office.save(identities, user);
        identities.createMembership(ACCOUNT, "unit-head");
        identities.createTenantUserMembership("dukcapil", ACCOUNT);
        Office.accepted(office.as("admin")
                .put(
                        "/user/" + ACCOUNT + "/credentials",
                        Map.of("password", FIRST, "authenticatedUserPassword", office.password())));
    }

    @AfterEach
    void theAccountGoes() {
        identities.deleteUser(ACCOUNT);
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void aFirstPasswordLeadsToChoosingAnotherAndThenToTheTasks(Screen screen) {
        try (BrowserContext window = browser.window(screen)) {
            Page page = window.newPage();
            page.navigate(office.url("/camunda/app/tasklist/default/"));
            Awaitility.await("the login form to hold what is typed")
                    .pollInSameThread()
                    .pollDelay(Duration.ofMillis(100))
                    .atMost(Duration.ofMinutes(1))
                    .until(() ->
                            holds(page, "input[type=text]", ACCOUNT) && holds(page, "input[type=password]", FIRST));
            page.locator("button[type=submit]").click();
            assertThat(page).hasURL(Pattern.compile(".*/sandi"));
            Axe.assertOpenToAll(page, "/sandi");
            shoot(page, screen, "sandi");

            page.route("**/api/sesi", route -> {
                if (route.request().method().equals("DELETE")) {
                    route.abort();
                } else {
                    route.resume();
                }
            });
            page.locator("#keluar").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Anda belum keluar");

            page.getByLabel("Kata sandi lama").fill(FIRST);
            page.getByLabel("Kata sandi baru", new Page.GetByLabelOptions().setExact(true))
                    .fill("Indonesia-2026!");
            page.getByLabel("Kata sandi baru, sekali lagi").fill("Indonesia-2026!");
            page.getByText("Ganti kata sandi").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("terlalu umum");

            page.getByLabel("Kata sandi baru", new Page.GetByLabelOptions().setExact(true))
                    .fill(OWN);
            page.getByLabel("Kata sandi baru, sekali lagi").fill(OWN);
            page.getByText("Ganti kata sandi").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("sudah diganti");
            page.getByText("Buka Daftar Tugas").click();
            page.locator(".task-filters .task-filter").first().waitFor();
        }
    }

    /** The application has no provider here; the login page is told of one, and nobody goes there. */
    @ParameterizedTest
    @EnumSource(Screen.class)
    void theLoginPageShowsTheWayToAProviderAndKeepsThePageThatWasAskedFor(Screen screen) {
        try (BrowserContext window = browser.window(screen)) {
            Page page = window.newPage();
            page.route(
                    "**/app/tasklist/scripts/config.js*",
                    route -> route.fulfill(
                            new Route.FulfillOptions()
                                    .setContentType("text/javascript")
                                    .setBody(
                                            """
                            import { configuration } from "../../tasklist/scripts/semai.js";
                            export default await configuration({
                              app: "tasklist", languages: ["id"], signOn: "Kabupaten Sumbawa",
                              scripts: ["../tasklist/scripts/session.js", "../tasklist/scripts/sign-on.js"],
                            });
                            """)));
            page.route("**/masuk/akun**", route -> route.fulfill(new Route.FulfillOptions().setBody("di sana")));
            page.navigate(office.url("/camunda/app/tasklist/default/#/?task=7"));
            Locator way = page.getByText("Masuk dengan akun Kabupaten Sumbawa");
            assertThat(way).isVisible();
            Axe.assertOpenToAll(page, "the login page", ".semai-sign-on");
            shoot(page, screen, "masuk");
            way.click();
            assertThat(page)
                    .hasURL(office.url("/masuk/akun?ke=%2Fcamunda%2Fapp%2Ftasklist%2Fdefault%2F%23%2F%3Ftask%3D7"));
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void administratorsReadTheTrail(Screen screen) {
        try (Desk admin = Desk.of(browser, office, "admin", screen)) {
            Page page = admin.page();
            page.navigate(office.url("/audit"));
            page.getByLabel("Akun").fill(ACCOUNT);
            page.getByLabel("Jenis").selectOption("password");
            page.getByText("Tampilkan").click();
            assertThat(page.locator(".catatan li").first()).containsText("Menetapkan kata sandi awal");
            assertThat(page.locator(".catatan li").first()).containsText("oleh admin");
            Axe.assertOpenToAll(page, "/audit");
            shoot(page, screen, "audit");
            admin.assertFaultless();
        }
    }

    /** The page moves the cursor to its first field by itself. */
    private static boolean holds(Page page, String field, String text) {
        if (!page.locator(field).inputValue().equals(text)) {
            page.locator(field).fill(text);
        }
        return page.locator(field).inputValue().equals(text);
    }

    private static void shoot(Page page, Screen screen, String what) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of(
                        "target", "screenshots", what + "-" + screen.name().toLowerCase(Locale.ROOT) + ".png")));
        assertThat(page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("pixels beyond the edge")
                .isEqualTo(0);
    }
}

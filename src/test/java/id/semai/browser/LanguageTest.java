package id.semai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.semai.journeys.Office.answers;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.tasklist.Languages;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of Camunda's web applications speak Indonesian, all of them, and English only where that is configured. */
@EndToEnd
class LanguageTest {

    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final String FOR_MY_ROLE = "Tugas untuk peran saya";
    /** The pages of Admin, each with a text that stands there and not on the page before. */
    private static final String ADMIN_PAGES =
            """
            /users > Tambah pengguna
            /user-create > Akun pengguna
            /users/koordinator?tab=profile > Simpan profil
            /users/koordinator?tab=groups > Masukkan ke kelompok
            /groups > Buat kelompok baru
            /group-create > ID kelompok*
            /groups/coordinator?tab=group > Simpan kelompok
            /tenants > Daftar unit
            /tenant-create > ID unit wajib diisi.
            /authorization?resource=0 > Buat hak akses baru
            /system?section=system-settings-general > sedang berjalan.
            /system?section=diagnostics-system-settings > Data diagnostik menggambarkan
            /system?section=system-settings-metrics > Tanggal mulai kontrak:
            """;

    private static final String ENGLISH_ON_THE_PAGE =
            """
            english => {
              const known = new Set(english), left = [];
              const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
              while (nodes.nextNode()) {
                const node = nodes.currentNode;
                const isText = node.nodeType === Node.TEXT_NODE;
                const texts = isText
                  ? [node.data]
                  : ["placeholder", "title", "aria-label", "alt"].map(name => node.getAttribute(name) ?? "");
                if ((isText ? node.parentElement : node).checkVisibility()) {
                  left.push(...texts.map(text => text.trim()).filter(text => known.has(text)));
                }
              }
              return left;
            }
            """;

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    Office office;

    @Test
    void aTaskAndItsFormAreIndonesian() {
        String journey = office.as("inovator.dukcapil").start("innovation-journey", answers("innovation-proposal"));
        Office.Task signing = office.as("kepala.dukcapil").task(journey, "Task_SignCommitment");
        try (Desk head = Desk.of(browser, office, "kepala.dukcapil", Screen.DESKTOP)) {
            Page page = head.lists(FOR_MY_ROLE).page();
            assertIndonesianOnEveryScreen(page, "tasklist", "list");
            head.opens(signing).claims();
            assertIndonesianOnEveryScreen(page, "tasklist", "task");
            assertThat(page.locator(".task-card")).containsText(Pattern.compile("1[45] hari lagi"));
            refuses(head.paper("commitment-sign"), page);
            for (String tab : List.of("Riwayat", "Diagram", "Keterangan")) {
                page.locator(".nav-tabs a")
                        .getByText(tab, new Locator.GetByTextOptions().setExact(true))
                        .click();
                assertIndonesianOnEveryScreen(page, "tasklist", tab);
            }
            head.assertFaultless();
        }
    }

    /** What people forget to fill in, and the calendar. */
    private void refuses(Paper paper, Page page) {
        paper.fill(answers("commitment-sign", "documentDate", null));
        Locator words = page.locator(".fjs-form textarea").first();
        words.fill("");
        words.blur();
        assertThat(page.locator(".fjs-form-field-error")).hasText("Isian ini wajib diisi.");
        Locator day = page.locator(".fjs-form-field-datetime input.fjs-input").first();
        assertThat(day).hasAttribute("placeholder", "hh/bb/tttt");
        day.click();
        Locator calendar = page.locator(".flatpickr-calendar.open");
        assertThat(calendar.locator(".flatpickr-weekday").first()).hasText("Sen");
        assertThat(calendar.locator(".flatpickr-monthDropdown-months")).containsText("Desember");
        assertIndonesian(page, "tasklist", "form");
        day.press("Escape");
        paper.fill(answers("commitment-sign"));
    }

    @Test
    void theDialogsOfTasklistAreIndonesian() {
        try (Desk coordinator = Desk.of(browser, office, "koordinator", Screen.DESKTOP)) {
            coordinator.page().route("**/locales/id.json*", LanguageTest::late);
            Page page = coordinator.tasklist();
            assertIndonesian(page, "tasklist", "late-labels");
            for (String button : List.of("Pintasan papan ketik", "Buat tugas", "Mulai proses")) {
                page.locator("[cam-widget-header]").getByText(button).first().click();
                assertDialog(page, button);
            }
            page.locator(".task-filters .glyphicon-pencil").first().click();
            for (String part : List.of("Umum", "Kriteria", "Izin", "Variabel")) {
                page.locator(".modal-dialog .panel-heading a").getByText(part).click();
                assertIndonesian(page, "tasklist", "filter-" + part);
            }
            page.locator(".modal-footer").getByText("Tutup").click();
            page.locator("[cam-widget-header] .account a").first().click();
            assertThat(page.locator(".account .logout")).hasText("Keluar");
            coordinator.assertFaultless();
        }
    }

    /** As over a slow line: the page itself is there long before its labels. */
    private static void late(Route labels) {
        try {
            Thread.sleep(1_500);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        labels.resume();
    }

    private void assertDialog(Page page, String name) {
        page.locator(".modal-dialog .modal-footer").waitFor();
        assertIndonesian(page, "tasklist", name);
        page.keyboard().press("Escape");
        assertThat(page.locator(".modal-dialog")).hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin"})
    void theLoginIsIndonesianAndBearsOurName(String app) {
        try (BrowserContext window = browser.window(Screen.DESKTOP)) {
            Page page = window.newPage();
            page.navigate(office.url("/camunda/app/" + app + "/default/"));
            assertThat(page.locator("button[type=submit]")).hasText("Masuk");
            assertThat(page.locator("html")).hasAttribute("lang", "id");
            assertThat(page.title()).startsWith("Semai – ");
            assertThat(page.locator(".ce-eol-banner")).not().isVisible();
            assertThat(page.evaluate("() => getComputedStyle("
                                    + "document.querySelector('.login-logo'), '::before').backgroundImage")
                            .toString())
                    .contains("semai.svg");
            assertIndonesianOnEveryScreen(page, app, app + "-login");
        }
    }

    @Test
    void welcomeIsIndonesian() {
        try (Desk coordinator = Desk.of(browser, office, "koordinator", Screen.DESKTOP)) {
            Page page = coordinator.page();
            page.navigate(office.url("/camunda/app/welcome/default/"));
            exactly(page, "Ubah profil").waitFor();
            assertIndonesianOnEveryScreen(page, "welcome", "welcome");
            for (String form : List.of("Ubah profil", "Ubah kata sandi")) {
                exactly(page, form).click();
                Locator cancel = page.locator("button:visible").getByText("Batal");
                cancel.waitFor();
                assertIndonesianOnEveryScreen(page, "welcome", form);
                cancel.click();
            }
            coordinator.assertFaultless();
        }
    }

    /** Which is for a desk: its forms are wider than a telephone. */
    @Test
    void adminIsIndonesian() {
        try (Desk administrator = Desk.of(browser, office, "admin", Screen.DESKTOP)) {
            Page page = administrator.page();
            page.navigate(office.url("/camunda/app/admin/default/"));
            page.getByText("Daftar pengguna").first().waitFor();
            assertIndonesian(page, "admin", "admin");
            ADMIN_PAGES.lines().map(line -> line.split(" > ")).forEach(place -> {
                page.navigate(office.url("/camunda/app/admin/default/#" + place[0]));
                page.getByText(place[1]).first().waitFor();
                assertIndonesian(page, "admin", "admin" + place[0].replaceAll("\\W+", "-"));
            });
            administrator.assertFaultless();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin"})
    void englishIsThereWhereItIsConfigured(String app) {
        try (BrowserContext window = browser.window(Screen.DESKTOP)) {
            window.route(
                    "**/" + app + "/scripts/config.js*",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setContentType("text/javascript")
                            .setBody(Languages.configuration(app, "en"))));
            Page page = window.newPage();
            page.navigate(office.url("/camunda/app/" + app + "/default/"));
            assertThat(page.locator("button[type=submit]")).hasText("Log in");
            assertThat(page.locator("html")).hasAttribute("lang", "en");
        }
    }

    private static void assertIndonesianOnEveryScreen(Page page, String app, String shot) {
        for (Screen screen : List.of(Screen.PHONE, Screen.DESKTOP)) {
            page.setViewportSize(screen.width, screen.height);
            assertIndonesian(page, app, shot + "-" + screen.width);
        }
    }

    /** No text, hint or label of the page that anybody sees is one that Camunda ships in English and we translate. */
    private static void assertIndonesian(Page page, String app, String shot) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve("language-" + shot + ".png")));
        assertThat((List<?>) page.evaluate(ENGLISH_ON_THE_PAGE, Languages.onlyEnglish(app)))
                .as("English on %s", shot)
                .isEmpty();
        assertThat(page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("pixels of %s beyond the edge", shot)
                .isEqualTo(0);
    }

    private static Locator exactly(Page page, String text) {
        return page.getByText(text, new Page.GetByTextOptions().setExact(true)).first();
    }
}

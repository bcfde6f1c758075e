package id.semai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.semai.journeys.Office.answers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.journeys.Story;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What people see of the dashboard, beside what the server says. */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardTest {

    private static final boolean PICTURES = Boolean.getBoolean("semai.screenshots");
    private static final String UNIT = "kec-alas";
    private static final String HOSTILE = "<img src=x onerror=\"window.ran=1\"> Antrean";

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    Office office;

    private String innovation;

    @BeforeAll
    void begin() {
        innovation = office.as("inovator." + UNIT)
                .start("innovation-journey", answers("innovation-proposal", "title", HOSTILE));
        Story.of(office, UNIT, innovation).committed();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> figures("?unit=" + UNIT).path("stages").size() > 1);
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void everyPanelShowsWhatTheServerCounts(Screen screen) {
        try (Desk coordinator = Desk.of(browser, office, "koordinator", screen)) {
            Page page = coordinator.page();
            long began = System.nanoTime();
            page.navigate(office.url("/dasbor"));
            page.locator(".bagan canvas").first().waitFor();
            System.out.println("dashboard: first chart on " + screen + " after " + millis(began) + " ms");
            JsonNode figures = figures("");
            List.of("innovations", "open", "overdue", "adopted", "stopped", "returned")
                    .forEach(tile -> assertThat(page.locator("[data-angka='" + tile + "'] strong"))
                            .hasText(figures.path("totals").path(tile).asText()));
            List.of("funnel", "ageing", "trend", "endings", "stages", "demands", "improvements")
                    .forEach(panel -> assertThat(page.locator("[data-panel='" + panel + "'] tbody tr"))
                            .hasCount(figures.path(panel).size()));
            JsonNode first = figures.path("funnel").path(0);
            assertThat(page.locator("[data-panel='funnel'] tbody tr").first())
                    .containsText(first.path("name").asText());
            assertThat(page.locator("[data-panel='funnel'] tbody tr")
                            .first()
                            .locator("td.n")
                            .first())
                    .hasText(first.path("reached").asText());
            assertThat(page.locator("[data-perhatian='none'] strong")).hasText(Integer.toString(withoutAny(figures)));
            assertThat(page.locator("[data-perhatian='overdue']"))
                    .hasCount(figures.path("totals").path("overdue").asInt() > 0 ? 1 : 0);
            assertThat(page.locator("#daftar-unit tbody tr").first()).isVisible();
            assertThat(page.locator(".belum summary")).containsText("Yang belum mempunyai inovasi");
            page.locator("[data-panel='heat']").scrollIntoViewIfNeeded();
            assertThat(page.locator("[data-panel='heat'] .semai-canvas svg").first())
                    .isVisible();
            page.evaluate("() => scrollTo(0, 0)");
            shoot(page, screen, "semua");
            Axe.assertOpenToAll(page, "/dasbor");
            assertThat(page.locator(".segar")).containsText("Tersambung");
            coordinator.assertFaultless();
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void aFilterAnInnovationAndALanguageEachHaveAnAddress(Screen screen) {
        try (Desk coordinator = Desk.of(browser, office, "koordinator", screen)) {
            Page page = coordinator.page();
            page.navigate(office.url("/dasbor"));
            if (screen.isHandheld()) {
                page.locator(".saringan > summary").click();
            }
            page.locator("#saring-unit").selectOption(UNIT);
            assertThat(page.locator(".aktif")).containsText("Kecamatan Alas");
            assertThat(page).hasURL(Pattern.compile(".*\\?unit=" + UNIT));
            assertThat(page.locator("[data-angka='innovations'] strong"))
                    .hasText(figures("?unit=" + UNIT)
                            .path("totals")
                            .path("innovations")
                            .asText());
            page.locator("#daftar-unit a").first().click();
            assertThat(page.locator("dialog h2")).hasText("Kecamatan Alas");
            page.locator("dialog a")
                    .getByText(HOSTILE, new Locator.GetByTextOptions().setExact(true))
                    .first()
                    .click();
            assertThat(page).hasURL(Pattern.compile(".*#inovasi/[0-9a-f-]+"));
            assertThat(page.locator("dialog h2")).hasText(HOSTILE);
            assertThat(page.locator("dialog .semai-stage").first()).containsText("Komitmen inovasi");
            assertThat(page.locator("dialog .semai-open").first()).containsText("sekarang");
            assertThat(page.evaluate("() => window.ran ?? null")).isNull();
            shoot(page, screen, "perjalanan");
            Axe.assertOpenToAll(page, "/dasbor, an innovation", "dialog");
            page.locator("dialog .tutup button").click();
            assertThat(page.locator("dialog")).not().isVisible();
            page.locator("#bahasa").click();
            assertThat(page.locator("#p-totals")).hasText("How do things stand now?");
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            assertThat(page.locator("[data-panel='funnel'] tbody tr").first()).containsText("Innovation commitment");
            assertThat(page.locator("#saring-unit")).hasValue(UNIT);
            shoot(page, screen, "inggris");
            coordinator.assertFaultless();
        }
    }

    @Test
    void whatHappensIsThereWithinASecondOrTwo() {
        try (Desk head = Desk.of(browser, office, "kepala." + UNIT, Screen.DESKTOP)) {
            Page page = head.page();
            page.navigate(office.url("/dasbor"));
            Locator tile = page.locator("[data-angka='innovations'] strong");
            assertThat(page.locator(".segar")).containsText("Tersambung");
            int before =
                    figures("?unit=" + UNIT).path("totals").path("innovations").asInt();
            assertThat(tile).hasText(Integer.toString(before));

            office.as("inovator." + UNIT).start("innovation-journey", answers("innovation-proposal"));
            long began = System.nanoTime();
            assertThat(tile).hasText(Integer.toString(before + 1));

            long took = millis(began);
            System.out.println(
                    "dashboard: an innovation is on an open page " + took + " ms after the answer to its form");
            assertThat(took).isLessThan(10_000);
            head.assertFaultless();
        }
    }

    private static int withoutAny(JsonNode figures) {
        int none = 0;
        for (JsonNode government : figures.path("oneAgency").path("governments")) {
            none += government.path("none").asInt();
        }
        return none;
    }

    private JsonNode figures(String filter) {
        return office.as("koordinator").page("/dasbor/angka" + filter).json();
    }

    private static long millis(long began) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }

    private static void shoot(Page page, Screen screen, String what) {
        if (PICTURES) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(
                            "target",
                            "screenshots",
                            "dasbor-" + what + "-" + screen.name().toLowerCase(Locale.ROOT) + ".png")));
        }
        assertThat(page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("pixels beyond the edge of " + what)
                .isEqualTo(0);
    }
}

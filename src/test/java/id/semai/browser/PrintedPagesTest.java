package id.semai.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.journeys.Story;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The papers that heads sign by hand, and the pages that need no login. */
@EndToEnd
class PrintedPagesTest {

    private static final Path SHOTS = Path.of("target", "screenshots");

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    Office office;

    @ParameterizedTest
    @EnumSource(Screen.class)
    void everyPaperOpensInTheSessionOfTasklistAndFitsTheScreen(Screen screen) {
        Map<String, String> papers = papers("dukcapil");
        try (Desk coordinator = Desk.of(browser, office, "koordinator", screen)) {
            Page page = coordinator.page();
            papers.forEach((name, path) -> {
                assertThat(page.navigate(office.url(path)).status()).as(path).isEqualTo(200);
                assertThat(page.locator("h1").innerText()).isNotBlank();
                String shot = "cetak-" + name + "-" + screen.name().toLowerCase(Locale.ROOT);
                page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SHOTS.resolve(shot + ".png")));
                assertThat(page.evaluate(
                                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                        .as("pixels of %s beyond the edge", name)
                        .isEqualTo(0);
                if (screen == Screen.DESKTOP) {
                    page.pdf(new Page.PdfOptions()
                            .setPath(SHOTS.resolve(shot + ".pdf"))
                            .setPreferCSSPageSize(true));
                }
            });
            coordinator.assertFaultless();
        }
    }

    @Test
    void noPaperIsShownToStrangersOrToAnotherUnit() {
        Map<String, String> papers = papers("kec-alas");
        try (BrowserContext stranger = browser.window(Screen.DESKTOP);
                Desk other = Desk.of(browser, office, "kepala.dinkes", Screen.DESKTOP);
                Desk owner = Desk.of(browser, office, "kepala.kec-alas", Screen.DESKTOP)) {
            papers.values().forEach(path -> {
                assertThat(stranger.request().get(office.url(path)).status()).isEqualTo(401);
                assertThat(other.page().navigate(office.url(path)).status()).isEqualTo(404);
            });
            assertThat(owner.page()
                            .navigate(office.url(papers.get("rencana-aksi")))
                            .status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/contract/"})
    void whatIsPublicNeedsNoLogin(String path) {
        for (Screen screen : Screen.values()) {
            try (BrowserContext stranger = browser.window(screen)) {
                Page page = stranger.newPage();
                Faults faults = Faults.of(page);
                Response response = page.navigate(office.url(path));
                assertThat(response.status()).isEqualTo(200);
                String shot = "public" + path.replace('/', '-') + screen.name().toLowerCase(Locale.ROOT);
                page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SHOTS.resolve(shot + ".png")));
                faults.assertNone();
            }
        }
    }

    private Map<String, String> papers(String unit) {
        String workshop = Story.workshop(office, "none", List.of(unit));
        String innovation = Story.ofWorkshop(office, workshop, unit).committed().drafted().innovation;
        office.as("koordinator").does(workshop, "Task_WriteMinutes", "workshop-minutes");
        Map<String, String> papers = new LinkedHashMap<>();
        papers.put("naskah-komitmen", "/cetak/naskah-komitmen/" + workshop);
        papers.put("berita-acara", "/cetak/berita-acara/" + workshop);
        papers.put("pernyataan-komitmen", "/cetak/pernyataan-komitmen/" + innovation);
        papers.put("rencana-aksi", "/cetak/rencana-aksi/" + innovation);
        return papers;
    }
}

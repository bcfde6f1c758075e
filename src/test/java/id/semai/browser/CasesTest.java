package id.semai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import id.semai.evidence.Samples;
import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.journeys.Story;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The case at a glance: two tabs in Tasklist and a page of its own. */
@EndToEnd
class CasesTest {

    private static final Path SHOTS = Path.of("target", "screenshots");

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    Office office;

    @Test
    void bothTabsShowTheInnovationOfTheTaskOnATelephoneToo() {
        Story story = Story.proposed(office, "dikbud").committed();
        try (Desk innovator = Desk.of(browser, office, "inovator.dikbud", Screen.PHONE)) {
            opens(innovator, story, "Task_DraftHeader");
            Page page = innovator.page();
            tab(page, "Perjalanan").click();
            Locator stages = page.locator(".semai-tab .semai-stage");
            assertThat(stages.first()).containsText("Komitmen inovasi");
            assertThat(stages.first()).containsText("Ditandatangani");
            assertThat(stages.first()).containsText("kepala.dikbud");
            stages.last().scrollIntoViewIfNeeded();
            innovator.shows("tab-journey");
            tab(page, "Diagram alur").click();
            assertThat(element(page, "Task_DraftHeader", "semai-here")).isVisible();
            page.locator(".semai-canvas").scrollIntoViewIfNeeded();
            innovator.shows("tab-diagram");
            page.getByText("Usulan inovasi", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(element(page, "Call_ActionPlan", "semai-here")).isVisible();
            assertThat(element(page, "Call_Commitment", "semai-passed")).hasCount(1);
            innovator.shows("tab-diagram-whole");
            tab(page, "Formulir").click();
            page.locator(".task-card .fjs-form").waitFor();
            innovator.assertFaultless();
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void thePageTellsItAllAndFitsTheScreen(Screen screen) {
        Story story = Story.proposed(office, "dikbud").committed().planned();
        story.innovator().does(story.innovation, "Task_DiagnoseProblems", "lab-diagnose");
        story.coordinator().task(story.innovation, "Task_ReviewDiagnose");
        try (Desk coordinator = Desk.of(browser, office, "koordinator", screen)) {
            Page page = coordinator.page();
            page.navigate(office.url("/inovasi/" + story.innovation));
            assertThat(page.locator(".tasks a")).hasCount(1);
            assertThat(page.locator("[data-stage='lab.diagnose']")).containsText("Berlangsung");
            assertThat(element(page, "Task_ReviewDiagnose", "semai-here")).isVisible();
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(SHOTS.resolve("inovasi-" + screen.name().toLowerCase(Locale.ROOT) + ".png")));
            assertThat(page.evaluate(
                            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .as("pixels beyond the edge")
                    .isEqualTo(0);
            page.locator(".tasks a").click();
            page.locator(".task-card h2.task").waitFor();
            coordinator.assertFaultless();
        }
    }

    @Test
    void aPasswordByHttpBasicIsEnoughForThePageAndAllThatItShows() {
        Story story = Story.proposed(office, "dikbud");
        Office.Task signing = story.head().task(story.innovation, "Task_SignCommitment");
        Office.accepted(story.head().claim(signing.id()));
        Office.accepted(
                story.head().upload("/api/evidence/tasks/" + signing.id() + "?name=Foto.png", Samples.png(40, 30)));
        try (BrowserContext window = browser.window(Screen.DESKTOP, "kepala.dikbud", office.password())) {
            Page page = window.newPage();
            page.navigate(office.url("/inovasi/" + story.innovation));
            assertThat(element(page, "Task_SignCommitment", "semai-here")).isVisible();
            Page file = page.waitForPopup(() -> page.getByText("Foto.png").click());
            assertThat(file.locator("img")).isVisible();
        }
    }

    @Test
    void aServerThatFailsCostsASentenceAndNothingElse() {
        Story story = Story.proposed(office, "dikbud");
        try (Desk head = Desk.of(browser, office, "kepala.dikbud", Screen.DESKTOP)) {
            Page page = head.page();
            page.route("**/api/tasks/**", answer -> answer.fulfill(new Route.FulfillOptions().setStatus(500)));
            opens(head, story, "Task_SignCommitment");
            for (String tab : List.of("Perjalanan", "Diagram alur")) {
                tab(page, tab).click();
                assertThat(page.locator(".semai-told")).containsText("Server belum dapat menjawab");
            }
            head.shows("tab-server-fails");
            tab(page, "Formulir").click();
            page.locator(".task-card .fjs-form").waitFor();
        }
    }

    @Test
    void withoutTheDrawingLibraryASentenceSaysSo() {
        Story story = Story.proposed(office, "dikbud");
        try (Desk head = Desk.of(browser, office, "kepala.dikbud", Screen.DESKTOP)) {
            Page page = head.page();
            page.route("**/bpmn-visualization*.js", Route::abort);
            page.navigate(office.url("/inovasi/" + story.innovation));
            assertThat(page.locator("#diagram .semai-told")).containsText("Penggambar diagram tidak dapat dimuat");
            assertThat(page.locator(".semai-stage")).hasCount(1);
        }
    }

    @Test
    void aTaskOfAWorkshopSaysThatItBelongsToNoInnovation() {
        String workshop = office.as("koordinator").start("workshop", Office.answers("workshop-plan"));
        String task =
                office.as("koordinator").task(workshop, "Task_InviteUnits").id();
        try (Desk coordinator = Desk.of(browser, office, "koordinator", Screen.DESKTOP)) {
            Page page = coordinator.page();
            page.navigate(link(task));
            tab(page, "Perjalanan").click();
            assertThat(page.locator(".semai-told")).containsText("milik workshop");
            tab(page, "Diagram alur").click();
            assertThat(element(page, "Task_InviteUnits", "semai-here")).isVisible();
            coordinator.assertFaultless();
        }
    }

    private void opens(Desk desk, Story story, String task) {
        Office.Task found = office.as("koordinator").task(story.innovation, task);
        desk.page().navigate(link(found.id()));
        desk.page().locator(".task-card h2.task").waitFor();
    }

    private String link(String task) {
        return office.url("/camunda/app/tasklist/default/#/?task=" + task);
    }

    private static Locator tab(Page page, String label) {
        return page.locator(".task-card .nav-tabs a, .tabbed-content .nav-tabs a")
                .getByText(label, new Locator.GetByTextOptions().setExact(true));
    }

    private static Locator element(Page page, String id, String style) {
        return page.locator(".semai-canvas [data-bpmn-id='" + id + "']." + style)
                .first();
    }
}

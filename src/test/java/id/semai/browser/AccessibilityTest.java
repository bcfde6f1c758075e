package id.semai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.journeys.Story;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Semai without a mouse, without good eyes, and on a telephone. The forms are looked at in EveryFormInTasklistTest. */
@EndToEnd
class AccessibilityTest {

    private static final int MOST_TABS = 150;
    private static final String FOR_MY_ROLE = "Tugas untuk peran saya";
    private static final String SIGNING = "Menandatangani pernyataan komitmen";

    /** A ring around what has the focus, or around the label that stands for it. */
    private static final String SHOWS_FOCUS =
            """
            () => {
              const focused = document.activeElement;
              const isSeen = place => {
                const style = place && getComputedStyle(place);
                return style && ((style.outlineStyle !== "none" && style.outlineWidth !== "0px") || style.boxShadow !== "none");
              };
              return isSeen(focused) || isSeen(focused.nextElementSibling) || isSeen(focused.parentElement);
            }
            """;

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    Office office;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/contract/", "/camunda/app/tasklist/default/"})
    void whatNeedsNoLoginIsOpenToAll(String path) {
        try (BrowserContext stranger = browser.window(Screen.DESKTOP)) {
            Page page = stranger.newPage();
            page.navigate(office.url(path));
            page.locator("h1, button[type=submit]").first().waitFor();
            Axe.assertOpenToAll(page, path);
        }
    }

    @Test
    void listTaskAndTabsAreOpenToAll() {
        Story story = Story.proposed(office, "dikbud").committed();
        Office.Task task = story.innovator().task(story.innovation, "Task_DraftHeader");
        try (Desk innovator = Desk.of(browser, office, "inovator.dikbud", Screen.DESKTOP)) {
            Page page = innovator.lists(FOR_MY_ROLE).page();
            Axe.assertOpenToAll(page, "the list");
            innovator.opens(task).claims();
            Axe.assertOpenToAll(page, "a task", ".task-card");
            tab(page, "Perjalanan").click();
            page.locator(".semai-tab .semai-stage").first().waitFor();
            Axe.assertOpenToAll(page, "the journey", ".semai-tab");
            tab(page, "Diagram alur").click();
            page.locator(".semai-canvas .semai-here").first().waitFor();
            Axe.assertOpenToAll(page, "the diagram", ".semai-tab");
        }
    }

    @Test
    void pagesAndPapersAreOpenToAll() {
        String workshop = Story.workshop(office, "none", List.of("dukcapil"));
        String innovation =
                Story.ofWorkshop(office, workshop, "dukcapil").committed().drafted().innovation;
        office.as("koordinator").does(workshop, "Task_WriteMinutes", "workshop-minutes");
        try (Desk coordinator = Desk.of(browser, office, "koordinator", Screen.DESKTOP)) {
            for (String path : List.of(
                    "/inovasi/" + innovation,
                    "/cetak/naskah-komitmen/" + workshop,
                    "/cetak/berita-acara/" + workshop,
                    "/cetak/pernyataan-komitmen/" + innovation,
                    "/cetak/rencana-aksi/" + innovation)) {
                coordinator.page().navigate(office.url(path));
                Axe.assertOpenToAll(coordinator.page(), path);
            }
        }
    }

    @Test
    void aTaskIsFoundTakenAndCompletedByKeyboardAlone() {
        Story story = Story.proposed(office, "pkm-unter-iwes");
        Office.Task task = story.head().task(story.innovation, "Task_SignCommitment");
        try (BrowserContext window = browser.window(Screen.DESKTOP)) {
            Page page = window.newPage();
            page.navigate(office.url("/camunda/app/tasklist/default/"));
            assertThat(page.locator("input[type=text]")).isFocused();
            page.keyboard().type("kepala.pkm-unter-iwes");
            tabTo(page.locator("input[type=password]"));
            page.keyboard().type(office.password());
            page.keyboard().press("Enter");
            Locator card = page.locator("ol.tasks-list h4.task a[href*='" + task.id() + "']");
            card.waitFor();
            tabTo(card);
            page.keyboard().press("Enter");
            Locator claim = page.locator("[ng-click='claim()']");
            claim.waitFor();
            tabTo(claim);
            page.keyboard().press("Enter");
            page.locator("[ng-click='unclaim()']").waitFor();
            tabTo(page.locator(".fjs-form input[type=radio]").first());
            page.keyboard().press("ArrowDown");
            Locator reason = page.locator(".fjs-form textarea");
            reason.waitFor();
            tabTo(reason);
            page.keyboard().type("Tenaga belum tersedia tahun ini.");
            tabTo(page.locator("[ng-click='complete()']"));
            page.keyboard().press("Enter");
            assertThat(page.locator(".task-card")).hasCount(0);
        }
        assertThat(story.head().tasks(story.innovation)).isEmpty();
    }

    @Test
    void openingATaskOnATelephoneShowsItAndOneStepLeadsBack() {
        Story story = Story.proposed(office, "pkm-unter-iwes");
        story.head().task(story.innovation, "Task_SignCommitment");
        try (Desk head = Desk.of(browser, office, "kepala.pkm-unter-iwes", Screen.PHONE)) {
            Page page = head.opens(FOR_MY_ROLE, SIGNING, "").page();
            assertThat(page.locator(".task-card h2.task")).isInViewport();
            assertThat(page.locator("ol.tasks-list")).isHidden();
            head.shows("task-opened");
            page.locator(".semai-back").click();
            assertThat(page.locator("ol.tasks-list > li.task").first()).isVisible();
            assertThat(page.locator(".task-card")).hasCount(0);
            head.opens(FOR_MY_ROLE, SIGNING, "").assertFits();
        }
    }

    /** As people do: one step after the other, and each shows where they are. */
    private static void tabTo(Locator place) {
        Page page = place.page();
        for (int tabs = 0; tabs < MOST_TABS; tabs++) {
            if ((Boolean) place.evaluate("place => place === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
            assertThat((Boolean) page.evaluate(SHOWS_FOCUS))
                    .as("focus is seen on %s", page.evaluate("() => document.activeElement.outerHTML.slice(0, 300)"))
                    .isTrue();
        }
        throw new AssertionError("cannot be reached by Tab: " + place);
    }

    private static Locator tab(Page page, String label) {
        return page.locator(".task-card .nav-tabs a").getByText(label, new Locator.GetByTextOptions().setExact(true));
    }
}

package id.semai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.WaitForSelectorState;
import id.semai.journeys.Office;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;

/**
 * One person's Tasklist in a window of a real browser. Tasklist's own parts are found by what they do, not by their
 * words, so that a translation changes nothing here.
 */
class Desk implements AutoCloseable {

    private static final Path SHOTS = Path.of("target", "screenshots");

    /** Each costs a part of a second, and there are hundreds. */
    private static final boolean PICTURES = Boolean.getBoolean("semai.screenshots");

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String SUBMIT = "[ng-click='complete()']:visible, [ng-click='startProcessInstance()']:visible";
    private static final String FAILURES = ".alert-danger:visible, .alert-error:visible, .fjs-form-field-error:visible";

    /** How much of the form there is below the edge of the window, seen from its top. */
    private static final String BELOW_THE_EDGE =
            """
            () => {
              let most = 0;
              [...document.querySelectorAll("*")].forEach(part => part.scrollTop && (part.scrollTop = 0));
              let place = [...document.querySelectorAll(".fjs-container, .semai-rows")].pop();
              for (; place; place = place.parentElement) {
                const scrolls = /auto|scroll/.test(getComputedStyle(place).overflowY);
                if (scrolls || place === document.scrollingElement) {
                  most = Math.max(most, place.scrollHeight - place.clientHeight);
                }
              }
              return most;
            }
            """;

    private final Office office;
    private final BrowserContext window;
    private final Page page;
    private final Faults faults;
    private final String name;

    private Desk(Office office, BrowserContext window, String name) {
        this.office = office;
        this.window = window;
        this.page = window.newPage();
        this.faults = Faults.of(page);
        this.name = name;
    }

    static Desk of(Browser browser, Office office, String user, Screen screen) {
        Desk desk = new Desk(
                office, browser.window(screen), user + "-" + screen.name().toLowerCase(Locale.ROOT));
        try {
            desk.hasASessionOf(user);
        } catch (RuntimeException | AssertionError e) {
            desk.close();
            throw e;
        }
        return desk;
    }

    /** Without the login page, which takes its time; whoever tests that one asks for it. */
    void hasASessionOf(String user) {
        APIRequestContext server = window.request();
        String token = server.get(office.url(TASKLIST)).headers().get("x-xsrf-token");
        FormData login = FormData.create().set("username", user).set("password", office.password());
        int status = server.post(
                        office.url("/camunda/api/admin/auth/user/default/login/tasklist"),
                        RequestOptions.create().setHeader("X-XSRF-TOKEN", token).setForm(login))
                .status();
        Assertions.assertThat(status).as("login of " + user).isEqualTo(200);
    }

    void logsIn(String user) {
        page.navigate(office.url(TASKLIST));
        Awaitility.await("the login form to hold what is typed")
                .pollInSameThread()
                .pollDelay(Duration.ofMillis(100))
                .atMost(Duration.ofMinutes(1))
                .until(() -> holds("input[type=text]", user) && holds("input[type=password]", office.password()));
        page.locator("button[type=submit]").click();
        page.locator(".task-filters .task-filter").first().waitFor();
    }

    /** The page of lists, which is not loaded again where it is open. */
    Page tasklist() {
        if (!page.url().startsWith(office.url(TASKLIST))) {
            page.navigate(office.url(TASKLIST));
            page.locator(".task-filters .task-filter").first().waitFor();
        }
        return page;
    }

    /** The page moves the cursor to its first field by itself, now and then while something is typed into another. */
    private boolean holds(String field, String text) {
        if (!page.locator(field).inputValue().equals(text)) {
            page.locator(field).fill(text);
        }
        return page.locator(field).inputValue().equals(text);
    }

    Page page() {
        return page;
    }

    /** Opens the dialog that starts a process, with its start form. */
    Paper starting(String process, String form) {
        tasklist();
        if (!page.locator(".start-process-action a").isVisible()) {
            page.locator(".navbar-toggle").click();
        }
        page.locator(".start-process-action a").click();
        page.locator(".processes a")
                .getByText(process, new Locator.GetByTextOptions().setExact(true))
                .click();
        return new Paper(page, form);
    }

    void starts() {
        sends();
        page.locator(".modal-dialog").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertFaultless();
    }

    /** Leaves the window to whoever comes next. */
    void logsOut() {
        page.locator("[cam-widget-header] .account a").first().click();
        page.locator(".account .logout a").click();
        page.locator("input[type=password]").waitFor();
    }

    /** By its address, as a message names it; Tasklist is not loaded anew for it. */
    Desk opens(Office.Task task) {
        page.navigate(office.url(TASKLIST + "#/?task=" + task.id()));
        return isAt(task.name());
    }

    /** Chooses a filter, then the first task of this name whose card says what is asked for. */
    Desk opens(String filter, String task, String said) {
        lists(filter);
        Locator card = page.locator("ol.tasks-list > li.task")
                .filter(new Locator.FilterOptions().setHasText(task))
                .filter(new Locator.FilterOptions().setHasText(said));
        card.first().locator("h4.task a").click();
        return isAt(task);
    }

    Desk lists(String filter) {
        tasklist()
                .locator(".task-filters .task-filter a")
                .getByText(filter)
                .first()
                .click();
        page.locator("ol.tasks-list > li.task").first().waitFor();
        return this;
    }

    private Desk isAt(String task) {
        page.locator(".task-card h2.task").getByText(task).waitFor();
        page.locator(".task-card .fjs-form, .task-card .semai-rows").waitFor();
        return this;
    }

    Desk claims() {
        page.locator("[ng-click='claim()']").click();
        page.locator("[ng-click='unclaim()']").waitFor();
        return this;
    }

    Paper paper(String form) {
        return new Paper(page, form);
    }

    PlanSheet planSheet() {
        return new PlanSheet(page);
    }

    /** Presses the button of the form, which goes nowhere if anything is wrong. */
    void sends() {
        Locator button = page.locator(SUBMIT);
        assertThat(button).isEnabled();
        button.click();
    }

    /** Sends what is not taken; what is said of it in passing is put away, what stands beside the fields stays. */
    void isRefused() {
        sends();
        Locator said = page.locator(".notifications .alert");
        said.first().waitFor();
        page.evaluate("() => document.querySelectorAll('.notifications .close').forEach(cross => cross.click())");
        assertThat(said).hasCount(0);
        faults.forgiveRefusal();
    }

    /** What has just been refused was meant to be. */
    void forgivesRefusal() {
        faults.forgiveRefusal();
    }

    void completes() {
        String task = page.locator(".task-card h2.task").innerText().strip();
        sends();
        page.locator(".task-card h2.task")
                .getByText(task)
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertFaultless();
    }

    Desk shows(String what) {
        return PICTURES ? shoots(SHOTS.resolve(name + "-" + what + ".png")) : this;
    }

    Desk shoots(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setAnimations(ScreenshotAnimations.DISABLED));
        return this;
    }

    /** The whole form as it looks on either screen, however long it is. */
    Desk showsForm(String form) {
        for (Screen screen : Screen.values()) {
            page.setViewportSize(screen.width, screen.height);
            if (PICTURES) {
                reachesTheEndOn(screen).shoots(SHOTS.resolve("form-" + form + "-" + screen.width + ".png"));
            }
            assertFits();
        }
        page.setViewportSize(Screen.DESKTOP.width, Screen.DESKTOP.height);
        return this;
    }

    /** As if the screen were as high as the form is long. */
    Desk reachesTheEndOn(Screen screen) {
        page.setViewportSize(screen.width, screen.height);
        page.setViewportSize(screen.width, screen.height + ((Number) page.evaluate(BELOW_THE_EDGE)).intValue());
        return this;
    }

    /** Nothing has to be scrolled sideways, and nothing is wrong. */
    void assertFits() {
        Assertions.assertThat(
                        page.evaluate("() => Math.max(0, ...[...document.querySelectorAll('.fjs-form, .semai-rows')]"
                                + ".map(form => form.scrollWidth - form.clientWidth))"))
                .as("pixels beyond the edge of the form")
                .isEqualTo(0);
        assertFaultless();
    }

    void assertFaultless() {
        Assertions.assertThat(page.locator(FAILURES).allInnerTexts())
                .as("what the page complains of")
                .isEmpty();
        faults.assertNone();
    }

    @Override
    public void close() {
        shoots(SHOTS.resolve(name + "-last.png"));
        window.close();
    }
}

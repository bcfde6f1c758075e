package id.semai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.journeys.Story;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Administrators find their way through Cockpit: the list of who may call what leaves out nothing that it asks for. */
@EndToEnd
class CockpitTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    Office office;

    @Test
    void theAdministratorLooksThroughCockpit() {
        Story story = Story.proposed(office, "dinkes");
        try (Desk admin = Desk.of(browser, office, "admin", Screen.DESKTOP)) {
            Page page = admin.page();
            for (String address : List.of(
                    "/dashboard",
                    "/processes",
                    "/decisions",
                    "/tasks",
                    "/repository",
                    "/batch",
                    "/process-instance/" + story.innovation + "/runtime")) {
                page.navigate(office.url("/camunda/app/cockpit/default/#" + address));
                page.waitForLoadState(LoadState.NETWORKIDLE);
                assertThat(page.locator("[cam-widget-header]")).isVisible();
            }
            page.locator(".nav-tabs a").getByText("Variables").first().waitFor();
            admin.assertFaultless();
        }
    }

    @Test
    void nobodyElseGetsTheirPage() {
        try (Desk coordinator = Desk.of(browser, office, "koordinator", Screen.DESKTOP)) {
            for (String application : List.of("cockpit", "admin")) {
                int status = coordinator
                        .page()
                        .navigate(office.url("/camunda/app/" + application + "/default/"))
                        .status();
                org.assertj.core.api.Assertions.assertThat(status).isEqualTo(403);
            }
        }
    }
}

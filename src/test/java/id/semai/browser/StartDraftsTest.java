package id.semai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Nothing that is typed into a start form is lost either, and nothing of it is left once the process has started. */
@EndToEnd
class StartDraftsTest {

    private static final String PROCESS = "Usulan inovasi";
    private static final String FORM = "innovation-proposal";

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    Office office;

    @Test
    void aProposalBegunHereGoesOnAtAnotherComputerUntilItIsMade() {
        try (Desk office1 = at(Screen.DESKTOP)) {
            office1.starting(PROCESS, FORM).fill(Map.of("title", "Antrean daring di sekolah"));
            assertThat(banner(office1)).containsText("Draf tersimpan");
            office1.shows("start-draft");
        }
        try (Desk home = at(Screen.PHONE)) {
            Paper paper = home.starting(PROCESS, FORM);
            assertThat(banner(home)).containsText("dipulihkan");
            assertThat(title(home)).hasValue("Antrean daring di sekolah");
            home.shows("start-draft-restored");
            banner(home).getByText("Mulai dari awal").click();
            assertThat(title(home)).hasValue("");
            paper.fill(Office.answers(FORM, "title", "Antrean daring di puskesmas"));
            assertThat(banner(home)).containsText("Draf tersimpan");
            home.starts();
        }
        assertThat(office.as("inovator.dikbud")
                        .page("/api/drafts/starts/innovation-journey")
                        .json()
                        .path("version")
                        .asInt())
                .isZero();
    }

    private Desk at(Screen screen) {
        return Desk.of(browser, office, "inovator.dikbud", screen);
    }

    private static Locator banner(Desk desk) {
        return desk.page().locator(".modal .semai-draft");
    }

    private static Locator title(Desk desk) {
        return desk.page().locator(".modal .fjs-form input[type=text]").first();
    }
}

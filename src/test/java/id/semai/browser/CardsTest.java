package id.semai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.semai.journeys.Office.answers;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.journeys.Story;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What Tasklist's list says of a task before it is opened; of a unit whose lists fit on their first page. */
@EndToEnd
class CardsTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    Office office;

    @Autowired
    TaskService tasks;

    @ParameterizedTest
    @EnumSource(Screen.class)
    void aCardNamesInnovationUnitStageAndDeadlineAndALateOneStandsOut(Screen screen) {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        String late = drafting("Antrean Daring " + mark);
        tasks.setDueDate(late, Date.from(Instant.now().minus(3, ChronoUnit.DAYS)));
        drafting("Posyandu Keliling " + mark);
        try (Desk innovator = Desk.of(browser, office, "inovator.kec-alas", screen)) {
            innovator.lists("· Penyusunan");
            Locator card = card(innovator.page(), "Posyandu Keliling " + mark);
            card.scrollIntoViewIfNeeded();
            innovator.shows("cards");
            assertThat(card).containsText("Mengisi pokok rencana aksi: Posyandu Keliling " + mark);
            assertThat(card).containsText("Kecamatan Alas");
            assertThat(card.getByText("Kecamatan Alas").first()).hasCSS("white-space", "normal");
            assertThat(card).containsText("Penyusunan");
            assertThat(card.locator(".due-date")).isVisible();
            assertThat(card.locator(".due-date")).not().hasCSS("color", "rgb(179, 38, 30)");
            innovator.lists("Lewat batas waktu").shows("late");
            Locator due = card(innovator.page(), "Antrean Daring " + mark).locator(".due-date");
            assertThat(due).hasCSS("color", "rgb(179, 38, 30)");
            assertThat(due).hasCSS("font-weight", "700");
            assertThat(card(innovator.page(), "Posyandu Keliling " + mark)).hasCount(0);
        }
    }

    @Test
    void aPartOfATitleThatIsTypedIntoTheSearchFindsTheInnovation() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        drafting("Kartu Sehat " + mark);
        drafting("Jemput Bola " + mark);
        try (Desk innovator = Desk.of(browser, office, "inovator.kec-alas", Screen.DESKTOP)) {
            Page page = innovator.lists("· Penyusunan").page();
            page.locator("input.main-field").fill("sehat " + mark);
            page.keyboard().press("Enter");
            assertThat(page.locator("ol.tasks-list > li.task")).hasCount(1);
            assertThat(card(page, "Kartu Sehat " + mark)).isVisible();
            innovator.shows("found");
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void theFormOfTheSigningShowsWhoHasSigned(Screen screen) {
        String workshop = Story.workshop(office, "none", List.of("dikbud", "dinkes"));
        Story.ofWorkshop(office, workshop, "dinkes").signs();
        Office.Task signing = office.as("koordinator").task(workshop, "Task_RecordPaperSignatures");
        try (Desk coordinator = Desk.of(browser, office, "koordinator", screen)) {
            coordinator.opens(signing);
            Locator form = coordinator.page().locator(".task-card .fjs-form");
            assertThat(form).containsText("Sudah menandatangani: 1");
            assertThat(form).containsText("Belum menjawab: 1");
            assertThat(form).containsText("Dinas Kesehatan (menunggu pemeriksaan)");
            form.getByText("Keadaan saat tugas ini dibuka").scrollIntoViewIfNeeded();
            coordinator.shows("signing");
            coordinator.assertFaultless();
        }
    }

    private static Locator card(Page page, String said) {
        return page.locator("ol.tasks-list > li.task").filter(new Locator.FilterOptions().setHasText(said));
    }

    /** The task of drafting an innovation's plan. */
    private String drafting(String title) {
        String innovation = office.as("inovator.kec-alas")
                .start("innovation-journey", answers("innovation-proposal", "title", title));
        office.as("kepala.kec-alas").does(innovation, "Task_SignCommitment", "commitment-sign");
        office.as("koordinator").does(innovation, "Task_VerifyCommitment", "commitment-verify");
        return office.as("inovator.kec-alas")
                .task(innovation, "Task_DraftHeader")
                .id();
    }
}

package id.semai.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of the event contract as a dashboard builder sees it, opened as the plain file that it is. */
class ContractPageTest {

    private static final String PAGE =
            Path.of("src/main/resources/contract/index.html").toUri().toString();

    @RegisterExtension
    static final Browser browser = new Browser();

    @ParameterizedTest
    @EnumSource(Screen.class)
    void bothLanguagesFitTheScreen(Screen screen) {
        try (BrowserContext window = browser.window(screen)) {
            for (String address : new String[] {PAGE, PAGE + "#en"}) {
                Page page = window.newPage();
                page.navigate(address);
                assertThat(page.evaluate(
                                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                        .as("pixels of %s beyond the edge", address)
                        .isEqualTo(0);
            }
        }
    }

    @Test
    void oneLanguageIsShownAtATimeAndChaptersKeepIt() {
        try (BrowserContext window = browser.window(Screen.DESKTOP)) {
            Page page = window.newPage();
            page.navigate(PAGE);
            assertShows(page, "id", "en");
            visible(page, "English").click();
            assertShows(page, "en", "id");
            visible(page, "Topics").click();
            assertShows(page, "en", "id");
            visible(page, "Bahasa Indonesia").click();
            assertShows(page, "id", "en");
        }
    }

    private static Locator visible(Page page, String link) {
        return page.locator("a:visible", new Page.LocatorOptions().setHasText(link))
                .first();
    }

    private static void assertShows(Page page, String shown, String hidden) {
        assertThat(page.locator("#" + shown).isVisible()).isTrue();
        assertThat(page.locator("#" + hidden).isVisible()).isFalse();
    }
}

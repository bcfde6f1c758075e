package id.semai.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LandingPageTest {

    private static final Path STATIC = Path.of("src/main/resources/static");

    @Test
    void leadsToEverything() throws Exception {
        assertThat(page())
                .contains(
                        "href=\"camunda/app/tasklist/\"",
                        "href=\"dasbor\"",
                        "href=\"camunda/app/cockpit/\"",
                        "href=\"camunda/app/admin/\"")
                .contains("href=\"contract/\"", "href=\"actuator/health\"", "href=\"actuator/prometheus\"");
    }

    @Test
    void needsNothingFromElsewhereAndRunsNoScript() throws Exception {
        assertThat(page()).doesNotContain("http:", "https:", "<script", "style=", "onclick");
        assertThat(Files.readString(STATIC.resolve("semai.css"))).doesNotContain("url(", "@import");
    }

    private static String page() throws Exception {
        return Files.readString(STATIC.resolve("index.html"));
    }
}

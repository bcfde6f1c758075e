package id.semai.dashboardlogin;

import static id.semai.dashboardlogin.Shown.innovations;
import static id.semai.dashboardlogin.Shown.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import id.semai.browser.Browser;
import id.semai.browser.Screen;
import id.semai.dashboardpages.DashboardAlone;
import id.semai.openid.RoundTrip;
import id.semai.openid.Traveller;
import id.semai.prod.PlainEdge;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The dashboard that runs alone beside a demo, with the accounts of that demo. */
@SpringBootTest(
        classes = {DashboardAlone.class, PlainEdge.class, DashboardLogin.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"semai.dashboard.demo-accounts=true", "semai.proxies=127.0.0.1,0:0:0:0:0:0:0:1"})
@ActiveProfiles("dashboard")
class DemoLoginTest {

    private static final String SUMBAWA = "52.04";
    private static final String ELSEWHERE = "99.01";
    private static final String PASSWORD = "Semai-2016!";
    private static final Topics topics = new Topics();

    @LocalServerPort
    int port;

    private Traveller browser;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "demo");
        Map.of(
                        "spring.kafka.bootstrap-servers",
                        topics.broker(),
                        "semai.dashboard.folder",
                        folder.toString(),
                        "semai.dashboard.topics.stage-transitions",
                        topics.stages,
                        "semai.dashboard.topics.units",
                        topics.units)
                .forEach((name, value) -> settings.add(name, () -> value));
        List.of("bag-organisasi", "dikbud", "dinkes").forEach(unit -> topics.tellUnit(unit, SUMBAWA));
        topics.tellUnit("dinas-lain", ELSEWHERE);
        List.of("dikbud", "dinkes").forEach(unit -> topics.tellInnovation(unit, SUMBAWA));
        topics.tellInnovation("dinas-lain", ELSEWHERE);
    }

    @BeforeEach
    void everythingIsKnown() {
        browser = new Traveller(url());
        await().atMost(Duration.ofSeconds(30)).until(() -> innovations(browser, "") == 3);
    }

    @ParameterizedTest
    @CsvSource({
        "kepala.dikbud, dikbud",
        "inovator.dinkes, dinkes",
        "koordinator, bag-organisasi dikbud dinkes",
        "pimpinan, bag-organisasi dikbud dinkes",
        "fasilitator, bag-organisasi dikbud dinkes",
        "admin, bag-organisasi dikbud dinkes dinas-lain"
    })
    void eachAccountOfTheDemoSeesWhatItSeesThere(String account, String units) {
        assertThat(browser.stops("/dasbor").body()).contains("data-masuk=\"peragaan\"");
        assertThat(browser.asks("/dasbor/unit").statusCode()).isEqualTo(404);

        HttpResponse<String> answer = logsIn(account, PASSWORD, "&ke=%2Fdasbor%3Ftahun%3D2026");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Traveller.location(answer)).endsWith("/dasbor?tahun=2026");
        assertThat(units(browser)).containsExactlyInAnyOrder(units.split(" "));
        for (String unit : List.of("dikbud", "dinkes", "dinas-lain")) {
            assertThat(browser.asks("/dasbor/inovasi/" + Topics.idOf(unit)).statusCode())
                    .as(unit)
                    .isEqualTo(List.of(units.split(" ")).contains(unit) ? 200 : 404);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "koordinator, Semai-2017!",
        "koordinator, ''",
        "'', Semai-2016!",
        "kepala.dinas-lain, Semai-2016!",
        "KOORDINATOR, Semai-2016!",
        "koordinator, semai-2016!"
    })
    void nobodyElseIsLetIn(String account, String password) {
        HttpResponse<String> page = logsIn(account, password, "");
        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.body()).contains("Nama akun atau kata sandi keliru.").doesNotContain("Semai-2016!");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(browser.cookie(DashboardLogin.COOKIE)).isEmpty();
        assertThat(browser.asks("/dasbor/unit").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//jahat.example", "https://jahat.example/", "/\\jahat.example", ""})
    void nobodyIsLedAwayByIt(String destination) {
        HttpResponse<String> answer = logsIn("koordinator", PASSWORD, "&ke=" + destination.replace("\\", "%5C"));
        assertThat(Traveller.location(answer)).endsWith("/dasbor").doesNotContain("jahat");
    }

    @Test
    void aPageOfAnotherSiteLogsNobodyIn() {
        HttpResponse<String> answer =
                browser.submits(RoundTrip.START, "akun=koordinator&sandi=" + PASSWORD, "Sec-Fetch-Site", "cross-site");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(browser.asks("/dasbor/unit").statusCode()).isEqualTo(404);
    }

    @Test
    void whoGuessesIsShutOutAndNobodyElseIs() {
        String[] there = {"X-Forwarded-For", "203.0.113.7"};
        for (int i = 0; i < Knocks.MOST; i++) {
            assertThat(browser.submits(RoundTrip.START, "akun=admin&sandi=" + i, there)
                            .statusCode())
                    .isEqualTo(401);
        }
        HttpResponse<String> shut = browser.submits(RoundTrip.START, "akun=admin&sandi=" + PASSWORD, there);
        assertThat(shut.statusCode()).isEqualTo(429);
        assertThat(shut.body()).contains("role=\"alert\"");
        assertThat(logsIn("admin", PASSWORD, "").statusCode()).isEqualTo(302);
    }

    @Test
    void aLogoutEndsIt() {
        logsIn("admin", PASSWORD, "");
        assertThat(units(browser)).hasSize(4);
        assertThat(browser.sends("DELETE", Session.PATH, "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(204);
        assertThat(browser.asks("/dasbor/unit").statusCode()).isEqualTo(404);
    }

    @Nested
    class InABrowser {

        @RegisterExtension
        static final Browser chromium = new Browser();

        @Test
        void theFormLeadsInAndSaysWhatIsWrong() {
            try (BrowserContext window = chromium.window(Screen.PHONE)) {
                Page page = window.newPage();
                page.navigate(url() + "/dasbor?tahun=2026");
                page.locator("#masuk").click();
                submit(page, "kepala.dikbud", "keliru");
                page.locator("[role=alert]").getByText("keliru").waitFor();
                assertThat(page.locator("#akun").inputValue()).isEqualTo("kepala.dikbud");
                submit(page, "kepala.dikbud", PASSWORD);
                page.waitForURL(url() + "/dasbor?tahun=2026");
                page.locator("#keluar").click();
                page.locator("#masuk").waitFor();
                assertThat(page.locator("body").getAttribute("data-cakupan")).isEqualTo("umum");
            }
        }

        @Test
        void onATelephoneNoNameRunsIntoTheNextColumn() {
            try (BrowserContext window = chromium.window(Screen.PHONE)) {
                Page page = window.newPage();
                page.navigate(url() + RoundTrip.START);
                submit(page, "admin", PASSWORD);
                page.locator("#daftar-unit td")
                        .getByText("Kabupaten/Kota " + SUMBAWA)
                        .first()
                        .waitFor();
                assertThat(page.evaluate("() => [...document.querySelectorAll('#daftar-unit td')]"
                                + ".filter(cell => cell.scrollWidth > cell.clientWidth).map(cell => cell.textContent)"))
                        .isEqualTo(List.of());
            }
        }

        private void submit(Page page, String account, String password) {
            page.locator("#akun").fill(account);
            page.locator("#kata-sandi").fill(password);
            page.locator("button.utama").click();
        }
    }

    private HttpResponse<String> logsIn(String account, String password, String besides) {
        return browser.submits(RoundTrip.START, "akun=" + account + "&sandi=" + password + besides);
    }

    private String url() {
        return "http://localhost:" + port;
    }
}

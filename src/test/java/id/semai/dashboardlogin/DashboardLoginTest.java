package id.semai.dashboardlogin;

import static id.semai.dashboardlogin.Shown.innovations;
import static id.semai.dashboardlogin.Shown.json;
import static id.semai.dashboardlogin.Shown.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import id.semai.accounts.AccountSettings;
import id.semai.browser.Browser;
import id.semai.browser.Screen;
import id.semai.dashboardpages.DashboardAlone;
import id.semai.dashboardpages.Onlookers;
import id.semai.dashboardpages.Sight;
import id.semai.guard.Layers;
import id.semai.journal.MovableClock;
import id.semai.openid.IdentityProvider;
import id.semai.openid.Lies;
import id.semai.openid.RoundTrip;
import id.semai.openid.Traveller;
import id.semai.openid.Unguarded;
import id.semai.openid.Unguarded.Layer;
import id.semai.people.Reach;
import id.semai.prod.PlainEdge;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.session.ManagerBase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The dashboard that runs alone, on a real Kafka, with people who have accounts at a real provider. */
@SpringBootTest(
        classes = {DashboardAlone.class, PlainEdge.class, DashboardLogin.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "semai.proxies=127.0.0.1,0:0:0:0:0:0:0:1")
@ActiveProfiles("dashboard")
@Import(Layers.class)
class DashboardLoginTest {

    private static final String SUMBAWA = "52.04";
    private static final String ELSEWHERE = "99.01";
    private static final IdentityProvider provider = IdentityProvider.start();
    private static final Topics topics = new Topics();
    private static final AtomicInteger count = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    ServletWebServerApplicationContext application;

    @Autowired
    Guests guests;

    @Autowired
    Knocks knocks;

    @Autowired
    Layers layers;

    private final Deque<Runnable> back = new ArrayDeque<>();
    private String person;
    private Traveller browser;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "alone");
        Map<String, String> all = Map.of(
                "spring.kafka.bootstrap-servers",
                topics.broker(),
                "semai.dashboard.folder",
                folder.toString(),
                "semai.dashboard.topics.stage-transitions",
                topics.stages,
                "semai.dashboard.topics.units",
                topics.units,
                "semai.single-sign-on.issuer",
                provider.issuer(),
                "semai.single-sign-on.client-id",
                IdentityProvider.CLIENT,
                "semai.single-sign-on.client-secret",
                IdentityProvider.SECRET,
                "semai.single-sign-on.name",
                "Kabupaten Sumbawa",
                "semai.single-sign-on.groups.roles[Kepala Dinas]",
                "unit-head",
                "semai.single-sign-on.groups.administrators",
                "pengelola-semai");
        all.forEach((name, value) -> settings.add(name, () -> value));
        tellEverything();
    }

    private static void tellEverything() {
        for (String unit : List.of("dikbud", "dinkes", "dukcapil")) {
            topics.tellUnit(unit, SUMBAWA);
        }
        for (String unit : List.of("dinas-lain", "badan-lain")) {
            topics.tellUnit(unit, ELSEWHERE);
        }
        topics.tellInnovation("dikbud", SUMBAWA);
        topics.tellInnovation("dinkes", SUMBAWA);
        topics.tellInnovation("dinas-lain", ELSEWHERE);
    }

    @BeforeEach
    void somebodyOfAUnit() {
        put(knocks, "counts", new HashMap<>());
        provider.serve(url());
        provider.isHonest();
        person = "penonton." + count.incrementAndGet();
        provider.has(person, "semai-role-unit-head", "semai-unit-dikbud", "pegawai", "semai-role-raja");
        browser = browser();
        await().atMost(Duration.ofSeconds(30)).until(() -> innovations(browser, "") == 3);
        browser = browser();
    }

    @AfterEach
    void asItWas() {
        back.forEach(Runnable::run);
    }

    @Test
    void strangersSeeThePublicFiguresAndTheWayIn() {
        HttpResponse<String> page = browser.stops("/dasbor");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("data-cakupan=\"umum\"", "data-masuk=\"Kabupaten Sumbawa\"")
                .doesNotContain("data-keluar=\"true\"");
        assertStranger(browser);
        assertThat(browser.cookie(DashboardLogin.COOKIE))
                .as("looking begins no session")
                .isEmpty();
    }

    @Test
    void whoLogsInSeesTheirOwnUnitAndCountsNoOthers() {
        HttpResponse<String> page = browser.logsIn(person, RoundTrip.START + "?ke=%2Fdasbor%3Ftahun%3D2026");

        assertThat(page.uri()).hasToString(url() + "/dasbor?tahun=2026");
        assertThat(page.body())
                .contains("data-cakupan=\"unit\"", "data-keluar=\"true\"")
                .doesNotContain("data-masuk=");
        assertSees(browser, "dikbud");
        assertThat(innovations(browser, "")).isEqualTo(1);
        assertThat(browser.asks("/dasbor/unit/dinkes").statusCode()).isEqualTo(404);
        assertThat(innovations(browser, "?unit=dinkes")).isZero();
        Stream.of("angka", "unit", "csv/units", "csv/one-agency")
                .forEach(path ->
                        assertThat(browser.asks("/dasbor/" + path).body()).doesNotContain("dinkes", "dukcapil"));
    }

    @ParameterizedTest
    @CsvSource({
        "semai-role-coordinator, semai-unit-sumbawa, dikbud dinkes dukcapil",
        "semai-role-leadership, semai-unit-dinkes, dikbud dinkes dukcapil",
        "semai-role-facilitator, semai-unit-badan-lain, badan-lain dinas-lain",
        "semai-role-innovator, semai-unit-dinas-lain, dinas-lain",
        "Kepala Dinas, semai-unit-dukcapil, dukcapil",
        "pengelola-semai, apa saja, badan-lain dikbud dinas-lain dinkes dukcapil"
    })
    void rolesAndPlacesReachAsFarAsInTheWholeApplication(String role, String place, String units) {
        provider.has(person, role, place);
        browser.logsIn(person);
        assertSees(browser, units.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "semai-role-unit-head, pegawai",
        "semai-unit-dikbud, pegawai",
        "semai-role-raja, semai-unit-dikbud",
        "semai-role-unit-head, semai-unit-di-mana",
        "semai-role-innovator, semai-unit-sumbawa",
        "semai-role-coordinator, semai-unit-di-mana",
        "semai-role-administrator, semai-role-camunda-admin"
    })
    void whoHasNoRoleOrNoPlaceSeesThePublicFiguresAndNothingElse(String one, String other) {
        provider.has(person, one, other);
        HttpResponse<String> page = browser.logsIn(person);
        assertThat(page.uri()).hasToString(url() + "/dasbor");
        assertThat(page.body())
                .contains("data-cakupan=\"umum\"", "data-keluar=\"true\"")
                .doesNotContain("data-masuk=");
        assertStranger(browser);
    }

    @Test
    void whereNothingIsForEverybodyWhoHasNoPlaceIsToldSo() {
        put(application.getBean(GuestSight.class), "everybody", (Onlookers) request -> Sight.NOTHING);
        HttpResponse<String> before = browser.stops("/dasbor");
        assertThat(before.statusCode()).isEqualTo(401);
        assertThat(before.body())
                .contains("Masuk dengan akun Kabupaten Sumbawa", "/masuk/akun?ke=%2Fdasbor")
                .doesNotContain("/camunda/");
        provider.has(person, "pegawai");
        HttpResponse<String> page = browser.logsIn(person);
        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.body())
                .contains("belum mempunyai peran", "id=\"keluar\"")
                .doesNotContain("Masuk dengan akun");
        assertThat(browser.asks("/dasbor/angka").statusCode()).isEqualTo(401);
    }

    @Test
    void whatTheProviderTakesAwayIsGoneWithTheNextLogin() {
        browser.logsIn(person);
        provider.has(person, "semai-role-unit-head", "semai-unit-dinkes");
        assertSees(browser, "dikbud");
        browser.goes(RoundTrip.START);
        assertSees(browser, "dinkes");
        provider.has(person, "pegawai");
        browser.goes(RoundTrip.START);
        assertStranger(browser);
    }

    @Test
    void aUnitThatIsToldLaterIsSeenWithoutAnotherLogin() {
        String area = "99." + count.incrementAndGet() + "9";
        provider.has(person, "semai-role-coordinator", "semai-unit-pertama-" + count.get());
        browser.logsIn(person);
        assertStranger(browser);
        topics.tellUnit("pertama-" + count.get(), area);
        topics.tellUnit("kedua-" + count.get(), area);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(units(browser))
                .containsExactlyInAnyOrder("pertama-" + count.get(), "kedua-" + count.get()));
    }

    @ParameterizedTest
    @MethodSource("id.semai.openid.Lies#kinds")
    void aTokenThatIsNoProofLetsNobodyIn(String kind) {
        provider.lies(Lies.of(kind));
        assertRefused(browser.logsIn(person), 403);
        assertStranger(browser);
        provider.isHonest();
        browser.goes(RoundTrip.START);
        assertSees(browser, "dikbud");
    }

    @Test
    void aTokenThatAnotherHasSignedLetsNobodyInUnlessItsSignatureIsNotLookedAt() {
        provider.forges(true);
        assertRefused(browser.logsIn(person), 403);
        assertStranger(browser);
        try (Unguarded open = new Unguarded(application, Set.of(Layer.SIGNATURE))) {
            browser.goes(RoundTrip.START);
        }
        assertSees(browser, "dikbud");
    }

    @Test
    void anAnswerIsGoodOnceAndForTheQuestionOfThisBrowser() {
        String answer = browser.answer(person);
        assertRefused(browser().goes(answer), 400);
        assertRefused(browser.goes(answer.replaceFirst("state=[^&]*", "state=karangan")), 400);
        assertStranger(browser);
        assertThat(browser.stops(answer).statusCode()).isEqualTo(302);
        assertSees(browser, "dikbud");
        assertRefused(browser.goes(answer), 400);
    }

    @Test
    void anAnswerThatAnotherHasSentLogsABrowserInOnceNobodyAsksWhoseQuestionItWas() {
        Traveller victim = browser();
        try (Unguarded open = new Unguarded(application, Set.of(Layer.QUESTION))) {
            victim.stops(browser.answer(person));
        }
        assertSees(victim, "dikbud");
    }

    @Test
    void theQuestionCarriesStateNonceAndProofOfItsKey() {
        assertThat(Traveller.location(browser.stops(RoundTrip.START)))
                .contains("response_type=code", "&state=", "&nonce=", "&code_challenge=", "code_challenge_method=S256");
    }

    @Test
    void aSessionThatSomebodyHasPreparedIsNotTheirs() {
        assertStranger(preparesASession());
    }

    @Test
    void aSessionThatSomebodyHasPreparedIsTheirsOnceALoginBeginsNoOther() {
        put(application.getBean(Login.class), "guests", inTheSameSession());
        assertSees(preparesASession(), "dikbud");
    }

    /** The browser of the attacker. */
    private Traveller preparesASession() {
        Traveller attacker = browser();
        attacker.stops(RoundTrip.START);
        String before = attacker.cookie(DashboardLogin.COOKIE).orElseThrow();
        Traveller victim = browser().inTheSessionOf(attacker);
        victim.logsIn(person);
        assertSees(victim, "dikbud");
        assertThat(attacker.cookie(DashboardLogin.COOKIE)).contains(before);
        return attacker;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://jahat.example/", "//jahat.example/", "/%5Cjahat.example/", "/%09/jahat.example", "jahat"
            })
    void nobodyIsSentElsewhere(String destination) {
        HttpResponse<String> page =
                browser.logsIn(person, RoundTrip.START + "?ke=" + destination.replace("/%", "%2F%"));
        assertThat(page.uri()).hasToString(url() + "/dasbor");
    }

    @Test
    void aLoginEndsOnAnotherSiteOnceAnyPlaceIsTakenForOurs() {
        String start = RoundTrip.START + "?ke=https%3A%2F%2Fjahat.example%2F";
        try (Unguarded open = new Unguarded(application, Set.of(Layer.OWN_PAGES))) {
            assertThat(Traveller.location(browser.stops(browser.answer(person, start))))
                    .isEqualTo("https://jahat.example/");
        }
    }

    @Test
    void aLogoutEndsAllSessionsOfThatPersonHereAndTheOneThere() {
        Traveller elsewhere = browser();
        Traveller colleague = browser();
        provider.has(person + ".lain", "semai-role-innovator", "semai-unit-dinkes");
        browser.logsIn(person);
        elsewhere.logsIn(person);
        colleague.logsIn(person + ".lain");
        Traveller thief = browser().inTheSessionOf(browser);
        assertSees(thief, "dikbud");

        HttpResponse<String> answer = browser.sends("DELETE", Session.PATH, "Sec-Fetch-Site", "same-origin");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertStranger(browser);
        assertStranger(thief);
        assertStranger(elsewhere);
        assertSees(colleague, "dinkes");
        String farewell = answer.headers().firstValue("Semai-Keluar").orElseThrow();
        assertThat(browser.goes(farewell).uri()).hasToString(url() + "/dasbor");
        assertThat(browser.goes(RoundTrip.START).uri().getPath()).isEqualTo("/login");
    }

    @Test
    void whoLogsInAgainAfterALogoutIsThere() {
        browser.logsIn(person);
        browser.sends("DELETE", Session.PATH);
        Traveller later = browser();
        later.logsIn(person);
        assertSees(later, "dikbud");
    }

    @Test
    void anotherSiteLogsNobodyOutAndKeepsNobodyLoggedIn() {
        browser.logsIn(person);
        for (String method : List.of("DELETE", "POST")) {
            assertThat(browser.sends(method, Session.PATH, "Sec-Fetch-Site", "cross-site")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(browser.sends(method, Session.PATH, "Origin", "https://jahat.example")
                            .statusCode())
                    .isEqualTo(403);
        }
        assertSees(browser, "dikbud");
    }

    @Test
    void anotherSiteLogsSomebodyOutOnceNobodyAsksWhereARequestComesFrom() {
        browser.logsIn(person);
        layers.without(
                Set.of(Layers.SITES), () -> browser.sends("DELETE", Session.PATH, "Sec-Fetch-Site", "cross-site"));
        assertStranger(browser);
    }

    @Test
    void aSessionLastsAsLongAsSomebodyIsThereAndNoLongerThanADay() {
        MovableClock clock = new MovableClock(Instant.now());
        put(guests, "clock", clock);
        browser.logsIn(person);
        clock.move(Duration.ofMinutes(29));
        browser.stops("/dasbor");
        clock.move(Duration.ofMinutes(29));
        assertThat(browser.sends("POST", Session.PATH).statusCode()).isEqualTo(204);
        clock.move(Duration.ofMinutes(29));
        assertSees(browser, "dikbud");
        clock.move(Duration.ofMinutes(1));
        assertStranger(browser);

        Traveller busy = browser();
        busy.logsIn(person);
        for (int i = 0; i < 36; i++) {
            assertSees(busy, "dikbud");
            clock.move(Duration.ofMinutes(20));
            busy.stops("/dasbor");
        }
        assertStranger(busy);
    }

    @Test
    void aSessionThatWasLeftGoesOnOnceNobodyLooksAtIt() {
        MovableClock clock = new MovableClock(Instant.now());
        put(guests, "clock", clock);
        browser.logsIn(person);
        Traveller elsewhere = browser();
        elsewhere.logsIn(person);
        Duration longTime = Duration.ofDays(1000);
        put(guests, "settings", new AccountSettings(longTime, longTime));
        put(guests, "left", new Forgetful());
        browser.sends("DELETE", Session.PATH);
        clock.move(Duration.ofDays(30));
        assertSees(elsewhere, "dikbud");
    }

    /** Notes nobody who has left. */
    private static class Forgetful extends HashMap<String, Instant> {

        @Override
        public Instant put(String person, Instant moment) {
            return null;
        }
    }

    @Test
    void whoEndlesslyComesWithoutAProofMeetsAShutDoor() {
        MovableClock clock = new MovableClock(Instant.now());
        put(knocks, "clock", clock);
        String answer = browser.answer(person);
        for (int i = 0; i < Knocks.MOST; i++) {
            assertRefused(browser().goes(RoundTrip.BACK + "?state=karangan&code=karangan"), 400);
        }
        assertRefused(browser.goes(answer), 429);
        assertStranger(browser);
        clock.move(Duration.ofMinutes(16));
        assertThat(browser.stops(answer).statusCode()).isEqualTo(302);
        assertSees(browser, "dikbud");
    }

    @Test
    void whoFillsTheMemoryWithLoginsStopsLoginsAndNotTheFigures() {
        ManagerBase sessions = (ManagerBase) ((StandardContext) ((TomcatWebServer) application.getWebServer())
                        .getTomcat()
                        .getHost()
                        .findChildren()[0])
                .getManager();
        assertThat(sessions.getMaxActiveSessions()).isEqualTo(DashboardLogin.MOST_SESSIONS);
        browser.stops(RoundTrip.START);
        assertThat(longest(sessions, browser)).isEqualTo(Duration.ofMinutes(10));
        browser.logsIn(person);
        assertThat(longest(sessions, browser)).isEqualTo(Duration.ofMinutes(30));
        sessions.setMaxActiveSessions(1);
        try {
            HttpResponse<String> page = browser().stops(RoundTrip.START);
            assertRefused(page, 503);
            assertThat(page.body()).contains("Terlalu banyak orang");
            assertThat(innovations(browser(), "")).isEqualTo(3);
        } finally {
            sessions.setMaxActiveSessions(DashboardLogin.MOST_SESSIONS);
        }
    }

    /** Without any request. */
    private static Duration longest(ManagerBase sessions, Traveller somebody) {
        try {
            return Duration.ofSeconds(
                    sessions.findSession(somebody.cookie(DashboardLogin.COOKIE).orElseThrow())
                            .getMaxInactiveInterval());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aProviderThatIsDownIsToldAndTheFiguresStay() {
        String answer = browser.answer(person);
        provider.goesDown();
        try {
            HttpResponse<String> page = browser.goes(answer);
            assertRefused(page, 503);
            assertThat(page.body())
                    .contains("Layanan akun Kabupaten Sumbawa sedang tidak dapat dihubungi", "href=\"/dasbor\"")
                    .doesNotContain("Daftar Tugas");
            assertThat(innovations(browser, "")).isEqualTo(3);
        } finally {
            provider.comesBack();
        }
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            browser.logsIn(person);
            assertSees(browser, "dikbud");
        });
    }

    @Test
    void browsersAreToldAndGivenCookiesAsInTheWholeApplication() {
        HttpResponse<String> start = browser.sends("GET", RoundTrip.START, "X-Forwarded-Proto", "https");
        assertThat(start.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith(DashboardLogin.COOKIE + "=")
                .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Max-Age", "Expires");
        assertThat(start.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat(Traveller.location(start)).contains("redirect_uri=https://localhost");
        browser.logsIn(person);
        for (String path : List.of("/dasbor", "/dasbor/unit", RoundTrip.START, RoundTrip.BACK)) {
            HttpResponse<String> answer = browser.stops(path);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'");
            assertThat(answer.headers().map())
                    .as(path)
                    .containsKeys("x-frame-options", "x-content-type-options", "referrer-policy");
        }
        for (String path : List.of("/dasbor", "/dasbor/unit/dikbud", RoundTrip.START, RoundTrip.BACK)) {
            assertThat(browser.asks(path).headers().firstValue("Cache-Control"))
                    .as(path)
                    .contains("no-store");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /dasbor, 405",
        "PUT, /api/sesi, 405",
        "GET, /api/sesi, 404",
        "POST, /masuk/akun, 405",
        "DELETE, /masuk/kembali, 405",
        "POST, /api/sesi/, 405",
        "GET, /masuk/lain, 404",
        "GET, /camunda/app/tasklist/, 404",
        "GET, /engine-rest/task, 404",
        "GET, /actuator/prometheus, 404"
    })
    void nothingElseIsOpenedForWhoeverLogsIn(String method, String path, int status) {
        provider.has(person, "pengelola-semai");
        browser.logsIn(person);
        assertThat(browser.sends(method, path).statusCode()).isEqualTo(status);
    }

    /** What keeps a unit's people to their unit is the reach that their groups give them. */
    @Test
    void aUnitSeesOthersOnceItsReachIsNotLookedAt() {
        browser.logsIn(person);
        assertThat(innovation(browser, "dinkes").statusCode()).isEqualTo(404);
        put(application.getBean(GuestSight.class), "guests", seeingEverything());
        assertThat(innovation(browser, "dinkes").statusCode()).isEqualTo(200);
    }

    private Guests inTheSameSession() {
        return Unguarded.proxy(guests, call -> {
            if (call.getMethod().getName().equals("letIn")) {
                call.getArguments()[0] = new Unguarded.Endless((HttpServletRequest) call.getArguments()[0]);
            }
            return call.proceed();
        });
    }

    private Guests seeingEverything() {
        Reach everything = new Reach(true, Set.of(), Set.of(), Set.of());
        return Unguarded.proxy(
                guests,
                call -> call.getMethod().getName().equals("of")
                        ? Optional.of(new Guest("seseorang", everything, Instant.now()))
                        : call.proceed());
    }

    @Nested
    class InABrowser {

        @RegisterExtension
        static final Browser chromium = new Browser();

        @Test
        void thePageLeadsInAndBackToThePublicFiguresWhenASessionHasEnded() {
            try (BrowserContext window = chromium.window(Screen.PHONE)) {
                Page page = window.newPage();
                page.navigate(url() + "/dasbor?tahun=2026");
                logIn(page);
                page.waitForURL(url() + "/dasbor?tahun=2026");
                assertThat(page.locator("body").getAttribute("data-cakupan")).isEqualTo("unit");

                Traveller elsewhere = browser();
                elsewhere.logsIn(person);
                elsewhere.sends("DELETE", Session.PATH);
                page.locator("#hapus").click();
                page.locator("#masuk").waitFor();
                assertThat(page.locator("body").getAttribute("data-cakupan")).isEqualTo("umum");

                page.locator("#masuk").click();
                page.locator("#keluar").waitFor();
            }
        }

        @Test
        void aLogoutThatDoesNotArriveIsSaidAndTheNextEndsTheSessionAtTheProviderToo() {
            try (BrowserContext window = chromium.window(Screen.PHONE)) {
                Page page = window.newPage();
                page.navigate(url() + "/dasbor");
                logIn(page);
                page.route("**" + Session.PATH, Route::abort);
                page.locator("#keluar").click();
                page.locator("[role=alert]").getByText("Anda belum keluar").waitFor();

                page.unroute("**" + Session.PATH);
                page.locator("#keluar").click();
                page.locator("#masuk").waitFor();
                assertThat(page.locator("body").getAttribute("data-cakupan")).isEqualTo("umum");
                page.locator("#masuk").click();
                page.locator("[name=password]").waitFor();
            }
        }

        private void logIn(Page page) {
            page.locator("#masuk").click();
            page.locator("[name=username]").fill(person);
            page.locator("[name=password]").fill(IdentityProvider.PASSWORD);
            page.locator("[type=submit]").click();
            page.locator("#keluar").waitFor();
        }
    }

    private void assertSees(Traveller somebody, String... expected) {
        assertThat(units(somebody))
                .filteredOn(unit -> !unit.matches("(pertama|kedua)-.*"))
                .containsExactlyInAnyOrder(expected);
        for (String unit : List.of("dikbud", "dinkes", "dinas-lain")) {
            assertThat(innovation(somebody, unit).statusCode())
                    .as(unit)
                    .isEqualTo(List.of(expected).contains(unit) ? 200 : 404);
        }
    }

    private void assertStranger(Traveller somebody) {
        for (String path : List.of(
                "/dasbor/unit",
                "/dasbor/unit/dikbud",
                "/dasbor/angka?unit=dikbud",
                "/dasbor/csv/units",
                "/dasbor/inovasi/" + Topics.idOf("dikbud"),
                "/dasbor/diagram/innovation-journey")) {
            assertThat(somebody.asks(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(innovations(somebody, "")).isEqualTo(3);
        HttpResponse<String> figures = somebody.asks("/dasbor/angka");
        assertThat(figures.body()).doesNotContain("Judul dari", "Perangkat dikbud");
        assertThat(json(figures).has("stages")).isFalse();
    }

    private static void assertRefused(HttpResponse<String> page, int status) {
        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.body())
                .contains("role=\"alert\"", "href=\"/dasbor\"")
                .doesNotContain("Exception", "oauth2", "/camunda/");
    }

    private static HttpResponse<String> innovation(Traveller somebody, String unit) {
        return somebody.asks("/dasbor/inovasi/" + Topics.idOf(unit));
    }

    private Traveller browser() {
        return new Traveller(url());
    }

    private String url() {
        return "http://localhost:" + port;
    }

    /** Until the end of the test. */
    private void put(Object bean, String field, Object value) {
        Object before = PropertyAccessorFactory.forDirectFieldAccess(bean).getPropertyValue(field);
        PropertyAccessorFactory.forDirectFieldAccess(bean).setPropertyValue(field, value);
        back.push(() -> PropertyAccessorFactory.forDirectFieldAccess(bean).setPropertyValue(field, before));
    }
}

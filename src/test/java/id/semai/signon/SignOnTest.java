package id.semai.signon;

import static id.semai.journeys.Office.answers;
import static org.assertj.core.api.Assertions.assertThat;

import id.semai.audit.AuditTrail;
import id.semai.audit.Entry;
import id.semai.audit.Kind;
import id.semai.dashboard.Board;
import id.semai.dashboard.UnitFacts;
import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.openid.GroupMapping;
import id.semai.openid.IdentityProvider;
import id.semai.openid.Lies;
import id.semai.openid.RoundTrip;
import id.semai.openid.SignOnSettings;
import id.semai.openid.Traveller;
import id.semai.openid.Unguarded.Layer;
import id.semai.people.Reaches;
import id.semai.people.Vouched;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** People log in by the accounts of a real provider; what is not a proof for Semai, of now and of them, lets nobody in. */
@EndToEnd
class SignOnTest {

    private static final IdentityProvider provider = IdentityProvider.start();
    private static final AtomicInteger count = new AtomicInteger();

    @Autowired
    Office office;

    @Autowired
    IdentityService identities;

    @Autowired
    AuditTrail trail;

    @Autowired
    ApplicationContext application;

    @Autowired
    JdbcClient database;

    private String person;
    private Traveller browser;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        Map<String, String> all = Map.of(
                "issuer", provider.issuer(),
                "client-id", IdentityProvider.CLIENT,
                "client-secret", IdentityProvider.SECRET,
                "name", "Kabupaten Sumbawa",
                "accounts.create", "true",
                "accounts.link", "kepala.lama",
                "groups.roles[Kepala Dinas]", "unit-head",
                "groups.administrators", "pengelola-semai");
        all.forEach((name, value) -> settings.add("semai.single-sign-on." + name, () -> value));
    }

    @BeforeEach
    void somebodyOfAUnit() {
        database.sql("delete from semai.login_door").update();
        provider.serve(office.url(""));
        provider.isHonest();
        person = "pegawai." + count.incrementAndGet();
        provider.has(person, "semai-role-unit-head", "semai-unit-dikbud", "pegawai", "semai-role-raja");
        browser = browser();
    }

    @Test
    void whoComesFromTheProviderIsLoggedInAndLandsWhereTheyWantedToGo() {
        HttpResponse<String> page = browser.logsIn(person, RoundTrip.START + "?ke=%2Fsandi");

        assertThat(page.uri()).hasToString(office.url("/sandi"));
        assertThat(page.body()).contains(person).doesNotContain("kata sandi awal");
        assertThat(browser.isKnownAs()).contains(person);
        assertThat(groups(person)).containsExactly("unit-head");
        assertThat(units(person)).containsExactly("dikbud");
        User account = identities.createUserQuery().userId(person).singleResult();
        assertThat(account.getFirstName() + ", " + account.getLastName())
                .isEqualTo("Kepala perangkat daerah/unit kerja, Dinas Pendidikan dan Kebudayaan");
        assertThat(account.getEmail()).isNull();
        assertThat(told(Kind.LOGIN)).containsExactly("Login (single sign-on)");
        assertThat(told(Kind.RIGHTS)).contains("Create User", "Create Group membership", "Create TenantMembership");
    }

    @Test
    void theySeeTheTasksOfTheirUnitAndNoOthers() {
        String own = office.as("inovator.dikbud").start("innovation-journey", answers("innovation-proposal"));
        String other = office.as("inovator.dinkes").start("innovation-journey", answers("innovation-proposal"));
        office.as("kepala.dikbud").task(own, "Task_SignCommitment");
        office.as("kepala.dinkes").task(other, "Task_SignCommitment");

        browser.logsIn(person);

        String tasks = "/camunda/api/engine/engine/default/task?processInstanceBusinessKey=";
        assertThat(browser.asks(tasks + own).body()).contains("Task_SignCommitment");
        assertThat(browser.asks(tasks + other).body()).isEqualTo("[]");
        assertThat(browser.asks("/camunda/app/cockpit/default/").statusCode()).isEqualTo(403);
    }

    /** By the engine's grants and tenants here, by the file of people and the topic of units there. */
    @ParameterizedTest
    @CsvSource({
        "unit-head, dikbud",
        "innovator, dinkes kec-alas",
        "coordinator, bag-organisasi",
        "facilitator, sumbawa",
        "innovator leadership, dukcapil",
        "unit-head, sumbawa",
        "raja, dikbud",
        "coordinator, di-mana"
    })
    void theDashboardShowsThemTheUnitsThatItShowsThemAlone(String roles, String places) {
        Set<String> as = Set.of(roles.split(" "));
        Set<String> at = Set.of(places.split(" "));
        provider.has(
                person,
                Stream.concat(
                                as.stream().map(role -> "semai-role-" + role),
                                at.stream().map(place -> "semai-unit-" + place))
                        .toArray(String[]::new));
        Map<String, String> known = Office.eventually(() -> {
            Map<String, UnitFacts> units = application.getBean(Board.class).units();
            return units.size() < 50
                    ? null
                    : units.values().stream().collect(Collectors.toMap(UnitFacts::code, UnitFacts::government));
        });

        browser.logsIn(person);

        Set<String> alone = Reaches.of(application.getEnvironment())
                .reach(new Vouched("tautan", person, as, at, false))
                .among(known);
        assertThat(Pattern.compile("\"unit\":\"([^\"]*)\"")
                        .matcher(browser.asks("/dasbor/unit").body())
                        .results()
                        .map(found -> found.group(1))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(alone);
    }

    @Test
    void rolesAndUnitsAreThoseOfTheLastLogin() {
        browser.logsIn(person);
        provider.has(person, "semai-role-innovator", "semai-unit-dinkes");
        browser().logsIn(person);
        assertThat(groups(person)).containsExactly("innovator");
        assertThat(units(person)).containsExactly("dinkes");

        provider.has(person, "Kepala Dinas", "semai-role-coordinator", "semai-unit-dinkes");
        browser().logsIn(person);
        assertThat(groups(person)).containsExactlyInAnyOrder("unit-head", "coordinator", "government-sumbawa");
        assertThat(told(Kind.RIGHTS)).contains("Delete Group membership", "Delete TenantMembership");
    }

    @Test
    void groupsThatTheTokenDoesNotNameAreAskedForBesides() {
        provider.tellsBesides(Map.of("sub", person, "groups", List.of("semai-role-innovator", "semai-unit-dinkes")));
        browser.logsIn(person);
        assertThat(browser.isKnownAs()).contains(person);
        assertThat(groups(person)).containsExactly("innovator");
        assertThat(units(person)).containsExactly("dinkes");

        provider.tellsBesides(Map.of("sub", person));
        assertThat(browser().logsIn(person).statusCode()).isEqualTo(403);
        assertThat(groups(person)).isEmpty();
    }

    @Test
    void groupsOfAnotherPersonAreNotTaken() {
        provider.tellsBesides(Map.of("sub", "lain", "groups", List.of("semai-role-innovator", "semai-unit-dinkes")));
        assertNobodyIsLetIn(browser.logsIn(person));
    }

    @Test
    void whoHasNoRoleAnyMoreLosesAllAndIsNotLetIn() {
        browser.logsIn(person);
        provider.has(person, "pegawai");

        HttpResponse<String> page = browser.logsIn(person);

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("belum mempunyai peran");
        assertThat(browser.isKnownAs()).isEmpty();
        assertThat(groups(person)).isEmpty();
        assertThat(units(person)).isEmpty();
        assertThat(told(Kind.REFUSED_LOGIN)).containsExactly("Refused single sign-on");
    }

    @Test
    void whoNeverHadOneGetsNoAccount() {
        provider.has(person, "semai-role-raja", "semai-unit-dikbud");
        assertThat(browser.logsIn(person).statusCode()).isEqualTo(403);
        assertThat(identities.createUserQuery().userId(person).count()).isZero();
    }

    @Test
    void administratorsAreMadeByTheSettingAndByNoNameOfAGroup() {
        provider.has(person, "semai-role-administrator", "semai-role-camunda-admin", "semai-unit-dikbud");
        assertThat(browser.logsIn(person).statusCode()).isEqualTo(403);

        provider.has(person, "pengelola-semai");
        browser.logsIn(person);
        assertThat(browser.isKnownAs()).contains(person);
        assertThat(groups(person)).contains("camunda-admin");
    }

    @Test
    void theNameOfALocalAccountOpensNothing() {
        provider.has(person, "pengelola-semai");
        provider.calls(person, "Admin");

        HttpResponse<String> page = browser.logsIn(person);

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("milik akun lain");
        assertThat(browser.isKnownAs()).isEmpty();
        assertThat(trail.newest("admin", Kind.REFUSED_LOGIN, null, null, null, 5))
                .extracting(refused -> refused.entry().details())
                .contains("the name is somebody else's");
    }

    @Test
    void anAccountThatIsGivenAwayBelongsToTheFirstAndToNobodyElse() {
        User old = identities.newUser("kepala.lama");
        Office.save(identities, old);
        provider.calls(person, "kepala.lama");
        browser.logsIn(person);
        assertThat(browser.isKnownAs()).contains("kepala.lama");
        assertThat(units("kepala.lama")).containsExactly("dikbud");

        String second = person + ".kedua";
        provider.has(second, "semai-role-unit-head", "semai-unit-dikbud");
        provider.calls(second, "kepala.lama");
        Traveller elsewhere = browser();
        assertThat(elsewhere.logsIn(second).statusCode()).isEqualTo(403);
        assertThat(elsewhere.isKnownAs()).isEmpty();
    }

    @Test
    void whoIsCalledOtherwiseKeepsTheirAccount() {
        browser.logsIn(person);
        provider.calls(person, "admin");
        Traveller later = browser();
        later.logsIn(person);
        assertThat(later.isKnownAs()).contains(person);
    }

    @Test
    void noPasswordOpensTheAccount() {
        browser.logsIn(person);
        for (String password : List.of("", " ", person, "null")) {
            assertThat(identities.checkPassword(person, password)).isFalse();
        }
        assertThat(office.as(person).get("/task/count").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("id.semai.openid.Lies#kinds")
    void aTokenThatIsNoProofLetsNobodyIn(String kind) {
        provider.lies(Lies.of(kind));
        assertNobodyIsLetIn(browser.logsIn(person));
        provider.isHonest();
        browser().logsIn(person);
        assertThat(told(Kind.LOGIN)).as("the same, true").hasSize(1);
    }

    @Test
    void aTokenThatAnotherHasSignedLetsNobodyIn() {
        provider.forges(true);
        assertNobodyIsLetIn(browser.logsIn(person));
    }

    @Test
    void anAnswerIsGoodOnceAndForTheQuestionOfThisBrowser() {
        String answer = browser.answer(person);
        assertRefused(browser().goes(answer), 400);
        assertRefused(browser.goes(answer.replaceFirst("state=[^&]*", "state=karangan")), 400);
        assertThat(browser.isKnownAs()).isEmpty();
        assertThat(browser.stops(answer).statusCode()).isEqualTo(302);
        assertThat(browser.isKnownAs()).contains(person);
        assertRefused(browser.goes(answer), 400);
    }

    @Test
    void whoSendsAnswersThatNobodyAskedForMeetsAShutDoorAndLeavesNoMoreTraces() {
        long before = traces();
        for (int i = 0; i < 30; i++) {
            browser.goes(RoundTrip.BACK + "?state=karangan&code=karangan");
        }
        assertRefused(browser.goes(RoundTrip.BACK + "?state=karangan&code=karangan"), 429);
        assertThat(traces() - before).isBetween(1L, 20L);
    }

    @Test
    void aCodeOfAnotherBrowserIsUselessUsedOrNot() {
        for (boolean used : new boolean[] {false, true}) {
            Traveller victim = browser();
            String stolen = victim.answer(person);
            if (used) {
                victim.stops(stolen);
            }
            Traveller thief = browser();
            String state = Traveller.location(thief.stops(RoundTrip.START)).replaceFirst(".*[?&]state=([^&]*).*", "$1");
            assertRefused(thief.goes(stolen.replaceFirst("state=[^&]*", "state=" + state)), 403);
            assertThat(thief.isKnownAs()).isEmpty();
        }
    }

    @Test
    void theSessionIsAnotherThanBeforeTheLogin() {
        String answer = browser.answer(person);
        String before = browser.cookie("JSESSIONID").orElseThrow();
        browser.stops(answer);
        assertThat(browser.cookie("JSESSIONID")).isPresent().get().isNotEqualTo(before);
        assertThat(browser.isKnownAs()).contains(person);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://jahat.example/", "//jahat.example/", "/%5Cjahat.example/", "/%09/jahat.example", "jahat"
            })
    void nobodyIsSentElsewhere(String destination) {
        HttpResponse<String> page =
                browser.logsIn(person, RoundTrip.START + "?ke=" + destination.replace("/%", "%2F%"));
        assertThat(page.uri()).hasToString(office.url(SignOn.TASKLIST));
    }

    @Test
    void aLogoutEndsTheSessionHereAndThere() {
        browser.logsIn(person);
        browser.goes(RoundTrip.START);
        assertThat(browser.isKnownAs())
                .as("without a word, since the provider knows them")
                .contains(person);

        HttpResponse<String> answer = browser.logsOut();
        assertThat(answer.statusCode()).isLessThan(300);
        assertThat(browser.isKnownAs()).isEmpty();
        String farewell = answer.headers().firstValue("Semai-Keluar").orElseThrow();
        assertThat(browser.goes(farewell).uri()).hasToString(office.url("/"));
        assertThat(browser.goes(RoundTrip.START).uri().getPath()).isEqualTo("/login");
    }

    @Test
    void aLogoutEndsAllSessionsHere() {
        Traveller elsewhere = browser();
        browser.logsIn(person);
        elsewhere.logsIn(person);
        browser.logsOut();
        assertThat(elsewhere.isKnownAs()).isEmpty();
    }

    @Test
    void aLogoutOfWhoLoggedInByPasswordLeadsNowhereElse() {
        assertThat(browser.logsOut().headers().firstValue("Semai-Keluar")).isEmpty();
    }

    @Test
    void aProviderThatIsDownIsToldAndPasswordsGoOn() {
        String answer = browser.answer(person);
        provider.goesDown();
        try {
            HttpResponse<String> page = browser.goes(answer);
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("Layanan akun Kabupaten Sumbawa sedang tidak dapat dihubungi");
            assertThat(office.inBrowser("koordinator").get("/task/count").status())
                    .isEqualTo(200);
        } finally {
            provider.comesBack();
        }
        Office.eventually(() -> {
            browser.logsIn(person);
            return browser.isKnownAs().orElse(null);
        });
    }

    @Test
    void aLoginThatIsBrokenOffThereIsTold() {
        String state = Traveller.location(browser.stops(RoundTrip.START)).replaceFirst(".*[?&]state=([^&]*).*", "$1");
        assertRefused(browser.goes(RoundTrip.BACK + "?error=access_denied&state=" + state), 403);
        assertRefused(browser.goes(RoundTrip.BACK), 400);
    }

    @Test
    void loginPagesShowTheWayAndNoBrowserAsksForAPassword() {
        HttpResponse<String> page = browser.stops("/serah-terima");
        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(page.body()).contains("Masuk dengan akun Kabupaten Sumbawa", "/masuk/akun?ke=%2Fserah-terima");
        assertThat(browser.asks("/camunda/app/tasklist/scripts/config.js").body())
                .contains("sign-on.js", "\"signOn\":\"Kabupaten Sumbawa\"");
    }

    @Test
    void theRestKeepsItsOwnGuards() {
        assertThat(application.getBeansOfType(SecurityFilterChain.class)).isEmpty();
        assertThat(application.containsBean("springSecurityFilterChain")).isFalse();
        assertThat(office.as("koordinator").get("/task/count").status()).isEqualTo(200);
        assertThat(office.nobody().get("/task/count").status()).isEqualTo(401);
        assertThat(browser.stops("/").headers().firstValue("X-Frame-Options")).contains("DENY");
    }

    /** What stops each of these, and whether anything else does. */
    @ParameterizedTest
    @CsvSource({
        "of another question, NONCE",
        "of no question, NONCE",
        "of another issuer, CLAIMS",
        "for another client, CLAIMS",
        "for another client besides, CLAIMS",
        "of before, CLAIMS"
    })
    void aTokenThatIsNoProofLetsSomebodyInOnceNobodyLooksAtIt(String kind, Layer stops) {
        provider.lies(Lies.of(kind));
        without(allBut(stops), () -> assertNobodyIsLetIn(browser.logsIn(person)));
        without(Set.of(stops), () -> browser().logsIn(person));
        assertThat(told(Kind.LOGIN)).hasSize(1);
    }

    @Test
    void aTokenThatAnotherHasSignedLetsAnybodyBeAnybodyOnceItsSignatureIsNotLookedAt() {
        String victim = person + ".korban";
        provider.has(victim, "semai-role-unit-head", "semai-unit-dinkes");
        browser().logsIn(victim);
        provider.forges(true);
        provider.lies(claims -> claims.subject(victim).claim("preferred_username", victim));
        without(allBut(Layer.SIGNATURE), () -> assertNobodyIsLetIn(browser.logsIn(person)));
        without(Set.of(Layer.SIGNATURE), () -> browser.logsIn(person));
        assertThat(browser.isKnownAs()).contains(victim);
    }

    @Test
    void aStolenCodeIsGoodForAThiefOnceNeitherPkceNorNonceTiesItToItsQuestion() {
        provider.asksForPkce(false);
        assertThat(stealsACode(Set.of(Layer.PKCE, Layer.NONCE))).contains(person);
        assertThat(stealsACode(Set.of(Layer.PKCE))).isEmpty();
        provider.asksForPkce(true);
        assertThat(stealsACode(Set.of(Layer.NONCE))).isEmpty();
    }

    /** Whom the thief is taken for. */
    private Optional<String> stealsACode(Set<Layer> off) {
        Traveller thief = browser();
        without(off, () -> {
            String stolen = browser().answer(person);
            String state = Traveller.location(thief.stops(RoundTrip.START)).replaceFirst(".*[?&]state=([^&]*).*", "$1");
            thief.stops(stolen.replaceFirst("state=[^&]*", "state=" + state));
        });
        return thief.isKnownAs();
    }

    /** So that what somebody types from then on is typed into the account of another. */
    @Test
    void anAnswerThatAnotherHasSentLogsABrowserInOnceNobodyAsksWhoseQuestionItWas() {
        Traveller victim = browser();
        without(Set.of(Layer.QUESTION), () -> victim.stops(browser.answer(person)));
        assertThat(victim.isKnownAs()).contains(person);
    }

    @Test
    void aLoginEndsOnAnotherSiteOnceAnyPlaceIsTakenForOurs() {
        String start = RoundTrip.START + "?ke=https%3A%2F%2Fjahat.example%2F";
        without(Set.of(Layer.OWN_PAGES), () -> assertThat(
                        Traveller.location(browser.stops(browser.answer(person, start))))
                .isEqualTo("https://jahat.example/"));
        Traveller other = browser();
        assertThat(Traveller.location(other.stops(other.answer(person, start)))).isEqualTo(SignOn.TASKLIST);
    }

    @Test
    void aSessionThatSomebodyHasPreparedIsTheirsOnceALoginBeginsNoOther() {
        assertThat(preparesASession(Set.of(Layer.NEW_SESSION))).contains(person);
        assertThat(preparesASession(Set.of())).isEmpty();
    }

    private Optional<String> preparesASession(Set<Layer> off) {
        Traveller attacker = browser();
        attacker.stops(RoundTrip.START);
        without(off, () -> browser().inTheSessionOf(attacker).logsIn(person));
        return attacker.isKnownAs();
    }

    /** The settings name the accounts that a name is enough for, and the groups that make administrators. */
    @Test
    void aNameOrAGroupOpensWhateverTheSettingsGiveAway() {
        String local = "lokal." + count.incrementAndGet();
        User account = identities.newUser(local);
        account.setPassword(office.password());
        Office.save(identities, account);
        provider.has(person, "semai-role-unit-head", "semai-unit-dikbud", "semai-role-administrator");
        provider.calls(person, local);
        assertThat(browser.logsIn(person).statusCode()).isEqualTo(403);

        try (UnguardedAccounts all =
                new UnguardedAccounts(application, giving(Set.of(local), Set.of("semai-role-administrator")))) {
            browser.logsIn(person);
        }
        assertThat(browser.isKnownAs()).contains(local);
        assertThat(groups(local)).contains("camunda-admin");
        identities.deleteUser(local);
    }

    private SignOnSettings giving(Set<String> accounts, Set<String> administrators) {
        SignOnSettings all = application.getBean(SignOnSettings.class);
        GroupMapping groups = all.groups();
        return new SignOnSettings(
                all.issuer(),
                all.clientId(),
                all.clientSecret(),
                all.name(),
                all.scopes(),
                new SignOnSettings.Accounts(all.accounts().claim(), true, accounts),
                new GroupMapping(
                        groups.claim(),
                        groups.rolePrefix(),
                        groups.unitPrefix(),
                        groups.roles(),
                        groups.units(),
                        administrators));
    }

    @Test
    void rolesAndUnitsAreKeptOnceTheLoginOnlyGivesThem() {
        browser.logsIn(person);
        provider.has(person, "semai-role-innovator", "semai-unit-dinkes");
        without(Set.of(Layer.TAKING_AWAY), () -> browser().logsIn(person));
        assertThat(groups(person)).containsExactlyInAnyOrder("unit-head", "innovator");
        assertThat(units(person)).containsExactlyInAnyOrder("dikbud", "dinkes");

        browser().logsIn(person);
        assertThat(groups(person)).containsExactly("innovator");
        assertThat(units(person)).containsExactly("dinkes");
    }

    private void without(Set<Layer> off, Runnable attack) {
        try (UnguardedAccounts some = new UnguardedAccounts(application, off)) {
            attack.run();
        }
    }

    private static Set<Layer> allBut(Layer one) {
        Set<Layer> others = EnumSet.of(Layer.SIGNATURE, Layer.CLAIMS, Layer.NONCE);
        others.remove(one);
        return others;
    }

    private void assertNobodyIsLetIn(HttpResponse<String> page) {
        assertRefused(page, 403);
        assertThat(browser.isKnownAs()).isEmpty();
        assertThat(identities.createUserQuery().userId(person).count()).isZero();
    }

    private long traces() {
        return database.sql("select count(*) from semai.audit where what = 'Refused single sign-on'")
                .query(Long.class)
                .single();
    }

    private static void assertRefused(HttpResponse<String> page, int status) {
        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.body()).contains("role=\"alert\"").doesNotContain("Exception", "oauth2");
    }

    private Traveller browser() {
        return new Traveller(office.url(""));
    }

    private Set<String> groups(String account) {
        return identities.createGroupQuery().groupMember(account).list().stream()
                .map(group -> group.getId())
                .collect(Collectors.toSet());
    }

    private Set<String> units(String account) {
        return identities.createTenantQuery().userMember(account).list().stream()
                .map(tenant -> tenant.getId())
                .collect(Collectors.toSet());
    }

    private List<String> told(Kind kind) {
        return trail.newest(person, kind, null, null, null, 50).stream()
                .map(AuditTrail.Numbered::entry)
                .map(Entry::what)
                .toList();
    }
}

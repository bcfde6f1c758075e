package id.semai.accounts;

import static id.semai.accounts.Accounts.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import id.semai.accounts.Guest.Reply;
import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Attacks on the login: over HTTP, by its form and by HTTP Basic. */
@EndToEnd
class LoginTest {

    private static final String REST = "/engine-rest/task/count";
    private static final String OURS = "/api/drafts/starts/innovation-journey";

    @Autowired
    Office office;

    @Autowired
    IdentityService identities;

    @Autowired
    JdbcClient database;

    private String account;

    @BeforeEach
    void anAccount() {
        account = Accounts.make(identities);
    }

    @ParameterizedTest
    @ValueSource(strings = {"form", REST, OURS})
    void afterFiveWrongPasswordsTheRightOneIsNoUseEither(String way) {
        Guest attacker = guest();
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(attempt(attacker, way, "salah " + attempt).status()).isEqualTo(401);
        }
        assertThat(attempt(attacker, way, PASSWORD).status()).isEqualTo(401);
        for (String other : List.of("form", REST, OURS)) {
            assertThat(attempt(guest(), other, PASSWORD).status()).as(other).isEqualTo(401);
        }
        assertThat(shutFor(Door.ofAccount(account))).isBetween(1.0, 10.0);
        open(Door.ofAccount(account));
        assertThat(attempt(guest(), way, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void theDelayGrowsToAQuarterOfAnHourAndNoFurther() {
        double last = 0;
        for (int failure = 1; failure <= 14; failure++) {
            attempt(guest(), REST, "salah");
            double shut = shutFor(Door.ofAccount(account));
            assertThat(shut).as("after failure %s", failure).isBetween(last, 900.0);
            last = failure < 5 || shut > 890 ? last : shut;
            open(Door.ofAccount(account));
        }
        assertThat(last).isGreaterThan(600);
    }

    @Test
    void knockingAtAShutDoorKeepsItShutNoLonger() {
        IntStream.range(0, 5).forEach(failure -> attempt(guest(), REST, "salah"));
        double before = shutFor(Door.ofAccount(account));
        IntStream.range(0, 20).forEach(knock -> attempt(guest(), "form", "salah"));
        assertThat(shutFor(Door.ofAccount(account))).isLessThanOrEqualTo(before);
        assertThat(failures(Door.ofAccount(account))).isEqualTo(5);
    }

    @Test
    void aHundredGuessesAtOnceAreNoMoreThanFive() {
        new ForkJoinPool(20)
                .submit(() ->
                        IntStream.range(0, 100).parallel().forEach(guess -> attempt(guest(), REST, "salah " + guess)))
                .join();
        assertThat(failures(Door.ofAccount(account))).isEqualTo(5);
        assertThat(database.sql("select count(*) from semai.audit where kind = 'refused-login' and subject = ?")
                        .param(account)
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
    }

    @Test
    void whoIsAtHomeSomewhereCannotBeShutOutThereByStrangers() {
        String office = Accounts.address();
        Guest person = new Guest(this.office.url(""), office);
        assertThat(person.login(account, PASSWORD).status()).isEqualTo(200);
        assertThat(person.has(Places.COOKIE)).isTrue();
        IntStream.range(0, 12).forEach(attack -> attempt(guest(), "form", "salah"));
        // From the next desk, too.
        IntStream.range(0, 12).forEach(attack -> attempt(new Guest(this.office.url(""), office), "form", "salah"));

        assertThat(attempt(new Guest(this.office.url(""), office), "form", PASSWORD)
                        .status())
                .isEqualTo(401);
        assertThat(person.login(account, PASSWORD).status()).isEqualTo(200);
        assertThat(person.movedTo(Accounts.address()).login(account, PASSWORD).status())
                .isEqualTo(200);
    }

    @Test
    void aProgramThatHasLoggedInFromItsAddressGoesOnWhileStrangersGuess() {
        Guest program = guest();
        assertThat(program.basic(account, PASSWORD, REST).status()).isEqualTo(200);
        IntStream.range(0, 12).forEach(attack -> attempt(guest(), REST, "salah"));
        assertThat(program.basic(account, PASSWORD, REST).status()).isEqualTo(200);
    }

    @Test
    void aRightPasswordThatIsRememberedHelpsNobodyWhoGuesses() {
        String address = Accounts.address();
        Guest program = new Guest(office.url(""), address);
        assertThat(program.basic(account, PASSWORD, REST).status()).isEqualTo(200);
        IntStream.range(0, 5).forEach(guess -> program.basic(account, "salah " + guess, REST));
        assertThat(program.basic(account, PASSWORD, REST).status()).isEqualTo(401);
    }

    @Test
    void aNewPasswordEndsWhatWasRememberedOfTheOldOne() {
        Guest program = guest();
        assertThat(program.basic(account, PASSWORD, REST).status()).isEqualTo(200);
        var user = identities.createUserQuery().userId(account).singleResult();
        user.setPassword("lima kuda hijau terbang");
        identities.saveUser(user);
        assertThat(program.basic(account, PASSWORD, REST).status()).isEqualTo(401);
    }

    @Test
    void whoTriesManyAccountsIsShutOutByAddressAndNobodyElseIs() {
        String address = Accounts.address();
        Guest attacker = new Guest(office.url(""), address);
        IntStream.range(0, 20).forEach(guess -> attacker.basic("tidak.ada." + guess, PASSWORD, REST));
        assertThat(attacker.basic(account, PASSWORD, REST).status()).isEqualTo(401);
        assertThat(guest().basic(account, PASSWORD, REST).status()).isEqualTo(200);
    }

    @Test
    void whatAClientSaysOfItsOwnAddressIsNotBelieved() {
        String address = Accounts.address();
        IntStream.range(0, 20).forEach(guess -> new Guest(office.url(""), Accounts.address() + ", " + address)
                .basic("tidak.ada." + guess, PASSWORD, REST));
        assertThat(new Guest(office.url(""), Accounts.address() + ", " + address)
                        .basic(account, PASSWORD, REST)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void nobodyLearnsWhichAccountsThereAre() {
        String shut = Accounts.make(identities);
        IntStream.range(0, 5).forEach(failure -> guest().basic(shut, "salah", REST));
        for (String way : List.of("form", REST, OURS)) {
            Set<Map<String, Object>> answers = Set.copyOf(List.of(
                    told(attempt(guest(), way, account, "salah")),
                    told(attempt(guest(), way, "tidak.ada", "salah")),
                    told(attempt(guest(), way, "nama dengan spasi", "salah")),
                    told(attempt(guest(), way, "panjang".repeat(40), "salah")),
                    told(attempt(guest(), way, "nol\0", "salah")),
                    told(attempt(guest(), way, shut, PASSWORD))));
            assertThat(answers).as(way).hasSize(1);
        }
    }

    @Test
    void anAccountSeesNoOtherAccount() {
        Guest person = guest();
        assertThat(person.basic(account, PASSWORD, "/engine-rest/user").body()).doesNotContain("admin");
        Reply existing = person.basic(account, PASSWORD, "/engine-rest/user/admin/profile");
        Reply unknown = person.basic(account, PASSWORD, "/engine-rest/user/tidak.ada/profile");
        assertThat(existing.status()).isEqualTo(unknown.status()).isBetween(400, 404);
        assertThat(existing.body().replace("admin", ""))
                .isEqualTo(unknown.body().replace("tidak.ada", ""));
    }

    private Guest guest() {
        return new Guest(office.url(""), Accounts.address());
    }

    private Reply attempt(Guest guest, String way, String password) {
        return attempt(guest, way, account, password);
    }

    private static Reply attempt(Guest guest, String way, String account, String password) {
        return way.equals("form") ? guest.login(account, password) : guest.basic(account, password, way);
    }

    /** Everything of an answer but the time and what is random. */
    private static Map<String, Object> told(Reply reply) {
        Map<String, Object> told = new TreeMap<>();
        told.put("status", reply.status());
        told.put("body", reply.body().replaceAll("\"timestamp\":\"[^\"]*\"", ""));
        reply.response().headers().map().forEach((name, values) -> {
            if (!Set.of("date", "set-cookie", "x-xsrf-token").contains(name)) {
                told.put(name, values.toString().replaceAll("nonce-[^']*", ""));
            }
        });
        return told;
    }

    private double shutFor(Door door) {
        return database.sql(
                        """
                        select coalesce(extract(epoch from max(shut_until) - now()), 0)::float8
                        from semai.login_door where door = ?
                        """)
                .param(door.key())
                .query(Double.class)
                .single();
    }

    private int failures(Door door) {
        return database.sql("select failures from semai.login_door where door = ?")
                .param(door.key())
                .query(Integer.class)
                .single();
    }

    /** The time passes. */
    private void open(Door door) {
        database.sql("update semai.login_door set shut_until = now() where door = ?")
                .param(door.key())
                .update();
    }
}

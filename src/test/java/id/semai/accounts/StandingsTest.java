package id.semai.accounts;

import static id.semai.accounts.Accounts.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import id.semai.accounts.Guest.Reply;
import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a first password and a session that is void are still good for: nothing. */
@EndToEnd
class StandingsTest {

    private static final String FRESH = "tujuh kerbau biru berenang";

    @Autowired
    Office office;

    @Autowired
    IdentityService identities;

    @Autowired
    JdbcClient database;

    private String account;
    private Guest person;

    @BeforeEach
    void anAccount() {
        account = Accounts.make(identities);
        person = guest();
    }

    @Test
    void anAdministratorsPasswordForSomebodyIsGoodForChoosingAnotherOnly() {
        setByAdministrator(FRESH);
        assertThat(person.login(account, FRESH).status()).isEqualTo(200);

        Reply refused = person.asksForTasks();
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("Gantilah dahulu di halaman /sandi");
        assertThat(refused.header(FirstPasswords.HEADER)).isEqualTo("ganti");
        assertThat(person.open("/camunda/app/tasklist/default/").header("Location"))
                .endsWith("/sandi");
        assertThat(person.open("/serah-terima").header("Location")).endsWith("/sandi");
        assertThat(person.open("/sandi").body()).contains("masih kata sandi awal", account);

        assertThat(change(FRESH, PASSWORD).status()).isEqualTo(200);
        assertThat(person.asksForTasks().status()).isEqualTo(200);
        assertThat(person.open("/sandi").body()).doesNotContain("masih kata sandi awal");
        assertThat(guest().login(account, FRESH).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task",
                "/engine-rest/user/%s/profile",
                "/engine-rest/identity/groups?userId=%s",
                "/api/drafts/starts/innovation-journey",
                "/inovasi/1",
                "/cetak/naskah-komitmen/1",
                "/serah-terima",
                "/audit"
            })
    void norIsItOverHttpBasic(String path) {
        setByAdministrator(FRESH);
        Reply refused = person.basic(account, FRESH, path.formatted(account));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("kata sandi awal");
    }

    @Test
    void aFirstPasswordCannotBeKeptByChangingItInTheEngine() {
        setByAdministrator(FRESH);
        person.login(account, FRESH);
        Reply refused = person.json(
                "PUT",
                "/camunda/api/engine/engine/default/user/" + account + "/credentials",
                "{'password':'" + FRESH + "','authenticatedUserPassword':'" + FRESH + "'}");
        assertThat(refused.status()).isEqualTo(403);
    }

    @Test
    void whoMustChangeMayLogOut() {
        setByAdministrator(FRESH);
        person.login(account, FRESH);
        assertThat(person.send("DELETE", "/api/sesi", null).status()).isEqualTo(204);
        assertThat(person.open("/sandi").status()).isEqualTo(401);
    }

    @Test
    void aPasswordThatIsNotGoodEnoughIsRefusedInASentence() {
        person.login(account, PASSWORD);
        assertThat(change(PASSWORD, "pendek").body()).contains("terlalu pendek");
        assertThat(change(PASSWORD, "Indonesia-2026!").body()).contains("terlalu umum");
        assertThat(change(PASSWORD, account + " 123").body()).contains("nama akun");
        assertThat(change(PASSWORD, PASSWORD).body()).contains("harus berbeda");
        assertThat(change("salah", FRESH).body()).contains("Kata sandi lama salah");
        assertThat(person.login(account, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void norDoesAdminTakeOne() {
        Office.Answer refused = office.as("admin")
                .post(
                        "/user/create",
                        Map.of(
                                "profile",
                                Map.of("id", "lemah." + account, "firstName", "A", "lastName", "B"),
                                "credentials",
                                Map.of("password", "Indonesia-2026!")));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.message()).contains("terlalu umum");
    }

    @Test
    void aLogoutEndsAllSessionsOfThatPersonAndNobodyElses() {
        Guest elsewhere = guest();
        Guest other = guest();
        person.login(account, PASSWORD);
        elsewhere.login(account, PASSWORD);
        other.login(Accounts.make(identities), PASSWORD);
        assertThat(elsewhere.asksForTasks().status()).isEqualTo(200);

        assertThat(person.logout().status()).isEqualTo(200);

        assertThat(elsewhere.asksForTasks().status()).isEqualTo(401);
        assertThat(elsewhere.get("/api/drafts/starts/innovation-journey").status())
                .isEqualTo(401);
        assertThat(other.asksForTasks().status()).isEqualTo(200);
    }

    @Test
    void alsoALogoutOnAnotherNode() {
        person.login(account, PASSWORD);
        assertThat(person.asksForTasks().status()).isEqualTo(200);
        database.sql("update semai.account set generation = generation + 1 where id = ?")
                .param(account)
                .update();
        database.sql("insert into semai.account (id, generation) values (?, 1) on conflict do nothing")
                .param(account)
                .update();
        Office.eventually(() -> person.asksForTasks().status() == 401 ? true : null);
    }

    @Test
    void aNewPasswordEndsAllOtherSessions() {
        Guest elsewhere = guest();
        person.login(account, PASSWORD);
        elsewhere.login(account, PASSWORD);
        assertThat(change(PASSWORD, FRESH).status()).isEqualTo(200);
        assertThat(person.asksForTasks().status()).isEqualTo(200);
        assertThat(elsewhere.asksForTasks().status()).isEqualTo(401);
    }

    @Test
    void theSessionOfAnAccountThatIsGoneIsVoid() {
        person.login(account, PASSWORD);
        assertThat(office.as("admin").delete("/user/" + account).status()).isEqualTo(204);
        assertThat(person.asksForTasks().status()).isEqualTo(401);
    }

    @Test
    void theDemosAccountsNeedNoNewPassword() {
        assertThat(office.as("koordinator").get("/task/count").status()).isEqualTo(200);
        assertThat(office.inBrowser("koordinator").get("/task/count").status()).isEqualTo(200);
    }

    @Test
    void aPulseWithoutASessionIsNoError() {
        assertThat(person.json("POST", "/api/sesi", "{}").status()).isEqualTo(204);
        assertThat(person.send("POST", "/api/sesi", "a=b", "Content-Type", "application/x-www-form-urlencoded")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void theWebApplicationsTakeNothingWithoutTheTokenOfTheSession() {
        person.login(account, PASSWORD);
        String path = "/camunda/api/engine/engine/default/task/count";
        assertThat(person.json("POST", path, "{}").status()).isEqualTo(200);
        assertThat(person.json("POST", path, "{}", "X-XSRF-TOKEN", "geraten").status())
                .isEqualTo(403);
    }

    private void setByAdministrator(String password) {
        assertThat(office.as("admin")
                        .put(
                                "/user/" + account + "/credentials",
                                Map.of("password", password, "authenticatedUserPassword", office.password()))
                        .status())
                .isEqualTo(204);
    }

    private Reply change(String present, String fresh) {
        return person.json("POST", "/api/sandi", "{'present':'" + present + "','fresh':'" + fresh + "'}");
    }

    private Guest guest() {
        return new Guest(office.url(""), Accounts.address());
    }
}

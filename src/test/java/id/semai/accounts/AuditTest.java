package id.semai.accounts;

import static id.semai.accounts.Accounts.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.semai.audit.AuditTrail;
import id.semai.audit.Entry;
import id.semai.audit.Kind;
import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who did what, from where: told of what was done, and of nothing else. */
@EndToEnd
class AuditTest {

    private static final String REST = "/engine-rest/task/count";

    @Autowired
    Office office;

    @Autowired
    IdentityService identities;

    @Autowired
    RepositoryService repository;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Value("${semai.models.folder}")
    Path folder;

    private String account;
    private String address;
    private Guest person;

    @BeforeEach
    void anAccount() {
        account = Accounts.make(identities);
        address = Accounts.address();
        person = new Guest(office.url(""), address);
    }

    @Test
    void loginsAreToldOnceWithRoleAndForwardedAddress() {
        person.login(account, PASSWORD);
        person.basic(account, PASSWORD, REST);
        person.basic(account, PASSWORD, REST);
        person.logout();
        assertThat(of(account)).extracting(Entry::what).containsExactly("Logout", "Login (HTTP Basic)", "Login");
        assertThat(of(account)).allSatisfy(entry -> {
            assertThat(entry.account()).isEqualTo(account);
            assertThat(entry.roles()).isEqualTo("innovator");
            assertThat(entry.address()).isEqualTo(address);
        });
    }

    @Test
    void wrongPasswordsAndDoorsThatShutAreToldAndNotWhatWasTyped() {
        IntStream.range(0, 9).forEach(guess -> person.basic(account, "tebakan-rahasia", REST));
        person.basic("kata-sandi-di-isian-nama", "tebakan-rahasia", REST);
        assertThat(of(account))
                .extracting(Entry::kind)
                .containsExactly(
                        Kind.SHUT,
                        Kind.REFUSED_LOGIN,
                        Kind.REFUSED_LOGIN,
                        Kind.REFUSED_LOGIN,
                        Kind.REFUSED_LOGIN,
                        Kind.REFUSED_LOGIN);
        assertThat(everything()).doesNotContain("tebakan-rahasia", "kata-sandi-di-isian-nama", PASSWORD);
    }

    @Test
    void whatAdministratorsDoToAccountsAndGrantsIsTold() {
        Office.Person admin = office.as("admin");
        String made = account + ".baru";
        Office.accepted(admin.post(
                "/user/create",
                Map.of(
                        "profile",
                        Map.of("id", made, "firstName", "Nama", "lastName", "Rahasia"),
                        "credentials",
                        Map.of("password", PASSWORD))));
        Office.accepted(admin.put("/group/unit-head/members/" + made, Map.of()));
        Office.accepted(admin.put("/tenant/dinkes/user-members/" + made, Map.of()));
        Office.accepted(admin.post(
                "/authorization/create",
                Map.of(
                        "type",
                        1,
                        "permissions",
                        List.of("READ"),
                        "userId",
                        made,
                        "resourceType",
                        5,
                        "resourceId",
                        "*")));
        Office.accepted(admin.delete("/group/unit-head/members/" + made));
        Office.accepted(admin.delete("/user/" + made));

        List<Entry> entries = of(made);
        assertThat(entries)
                .extracting(Entry::what)
                .contains(
                        "Create User",
                        "Set Password",
                        "Create Group membership",
                        "Create TenantMembership",
                        "Create Authorization",
                        "Delete Group membership",
                        "Delete User");
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.account()).isEqualTo("admin");
            assertThat(entry.roles()).contains("administrator", "camunda-admin");
        });
        assertThat(entries)
                .filteredOn(entry -> entry.what().equals("Create Group membership"))
                .allSatisfy(entry -> assertThat(entry.details()).contains("groupId=unit-head"));
        assertThat(everything()).doesNotContain("Rahasia");
    }

    @Test
    void deploymentsAndCancellationsAreTold() throws IOException {
        Office.Person coordinator = office.as("inovator.dikbud");
        String id = coordinator.start("innovation-journey", Office.answers("innovation-proposal"));
        asAdmin(() -> repository
                .createDeployment()
                .name("uji audit")
                .addModelInstance(
                        "uji-audit.bpmn",
                        Bpmn.createExecutableProcess("uji-audit")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .name("Mulai")
                                .endEvent()
                                .name("Selesai")
                                .done())
                .deploy());
        asAdmin(() -> repository.suspendProcessDefinitionByKey("uji-audit"));
        Office.accepted(office.as("admin").delete("/process-instance/" + id));

        assertThat(trail.newest("admin", null, null, null, null, 5))
                .extracting(numbered -> numbered.entry().what())
                .contains("Create Deployment", "SuspendProcessDefinition ProcessDefinition", "Delete ProcessInstance");
        assertThat(of(id)).extracting(Entry::kind).contains(Kind.INTERVENTION);
        Files.delete(folder.resolve("uji-audit.bpmn"));
        repository
                .createDeploymentQuery()
                .deploymentNameLike("uji%audit")
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void whatWasRolledBackWasNotDoneAndIsNotTold() {
        String never = account + ".batal";
        transaction.executeWithoutResult(status -> {
            asAdmin(() -> {
                identities.saveUser(identities.newUser(never));
                identities.createMembership(never, "unit-head");
            });
            assertThat(of(never)).isNotEmpty();
            status.setRollbackOnly();
        });
        assertThat(of(never)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update semai.audit set account = 'lain'",
                "delete from semai.audit",
                "truncate semai.audit",
                "update semai.audit set what = '' where false"
            })
    void nobodyChangesWhatIsWritten(String statement) {
        assertThatThrownBy(() -> database.sql(statement).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
    }

    /** SECURITY.md tells the owner of the database to leave Semai's role no more than this. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update semai.audit set account = 'lain'",
                "delete from semai.audit",
                "truncate semai.audit",
                "drop table semai.audit",
                "alter table semai.audit disable trigger all",
                "create or replace function semai.refuse_change() returns trigger language plpgsql as 'begin return null; end'"
            })
    void aRoleThatDoesNotOwnItCannotEvenTakeTheLockAway(String statement) {
        transaction.executeWithoutResult(status -> {
            database.sql("create role semai_uji").update();
            database.sql("grant usage, create on schema semai to semai_uji").update();
            database.sql("grant select, insert on semai.audit to semai_uji").update();
            database.sql("set local role semai_uji").update();
            database.sql("insert into semai.audit (kind, what) values ('login', 'uji')")
                    .update();
            assertThatThrownBy(() -> database.sql(statement).update())
                    .rootCause()
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
            status.setRollbackOnly();
        });
    }

    @Test
    void administratorsReadItByAccountKindAndDay() {
        person.login(account, PASSWORD);
        person.logout();
        IntStream.range(0, 2).forEach(guess -> person.basic(account, "salah", REST));

        String all = office.as("admin").page("/audit?akun=" + account).body();
        assertThat(all).contains("Masuk", "Keluar", "salah", account, address, ">innovator<");
        assertThat(office.as("admin")
                        .page("/audit?akun=" + account + "&jenis=logout")
                        .body())
                .contains("data-jenis=\"logout\"")
                .doesNotContain("data-jenis=\"login\"");
        assertThat(office.as("admin")
                        .page("/audit?akun=" + account + "&hari="
                                + LocalDate.now().minusYears(1))
                        .body())
                .contains("Tidak ada catatan");
        assertThat(office.as("admin")
                        .page("/audit?hari=kemarin&jenis=apa&sebelum=-1&akun=%00")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void nobodyElseDoes() {
        for (String other : List.of("koordinator", "pimpinan", "fasilitator", "kepala.dikbud", "inovator.dikbud")) {
            assertThat(office.as(other).page("/audit").status()).as(other).isEqualTo(403);
        }
        assertThat(office.nobody().page("/audit").status()).isEqualTo(401);
    }

    private List<Entry> of(String who) {
        return trail.newest(who, null, null, null, null, 100).stream()
                .map(AuditTrail.Numbered::entry)
                .toList();
    }

    private String everything() {
        return database.sql("select string_agg(a::text, ' ') from semai.audit a")
                .query(String.class)
                .single();
    }

    private void asAdmin(Runnable deed) {
        identities.setAuthentication("admin", List.of("administrator", "camunda-admin"), List.of());
        try {
            deed.run();
        } finally {
            identities.clearAuthentication();
        }
    }
}

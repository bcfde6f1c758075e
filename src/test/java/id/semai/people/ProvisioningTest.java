package id.semai.people;

import static org.assertj.core.api.Assertions.assertThat;

import id.semai.stage.Unit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes away what other tests may need, hence an engine of its own. */
@PeopleEngineTest
@TestPropertySource(properties = "camunda.bpm.process-engine-name=provisioning")
class ProvisioningTest {

    private static final List<String> TABLES = List.of(
            "act_id_user",
            "act_id_group",
            "act_id_tenant",
            "act_id_membership",
            "act_id_tenant_member",
            "act_id_info",
            "act_ru_authorization",
            "act_ru_filter",
            "act_ge_property");

    @Autowired
    Provisioning provisioning;

    @Autowired
    Organisation organisation;

    @Autowired
    Directory directory;

    @Autowired
    IdentityService identities;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    FilterService filters;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Marks marks;

    @Test
    void aSecondStartChangesNothing() {
        Map<String, List<Map<String, Object>>> before = everything();

        provisioning.start();

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aPasswordThatWasChangedSurvives() {
        User user = identities.createUserQuery().userId("inovator.dinkes").singleResult();
        user.setPassword("Lain-2026!");
        identities.saveUser(user);

        provisioning.start();

        assertThat(identities.checkPassword("inovator.dinkes", "Lain-2026!")).isTrue();
    }

    @Test
    void whatAnAdministratorTookAwayStaysAway() {
        identities.deleteMembership("kepala.dinkes", "unit-head");
        identities.deleteTenantUserMembership("dinkes", "kepala.dinkes");
        identities.deleteUser("inovator.kec-alas");
        identities.deleteTenant("sabalong-samawa");
        authorizations.deleteAuthorization(authorizations
                .createAuthorizationQuery()
                .groupIdIn("innovator")
                .resourceType(Resources.PROCESS_DEFINITION)
                .resourceId("rollout")
                .singleResult()
                .getId());
        filters.deleteFilter(filters.createFilterQuery()
                .filterName("Semua tugas")
                .singleResult()
                .getId());
        Map<String, List<Map<String, Object>>> before = everything();

        provisioning.start();

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aUnitRenamedInTheFileIsRenamedUnlessItWasRenamedInAdmin() {
        rename("bappeda", "Bapperida menurut Camunda Admin");

        transaction.executeWithoutResult(status -> {
            marks.read();
            directory.add(renamed("bappeda", "Bapperida"));
            directory.add(renamed("dlh", "Dinas Lingkungan Hidup dan Kehutanan"));
        });

        assertThat(tenant("bappeda").getName()).isEqualTo("Bapperida menurut Camunda Admin");
        assertThat(tenant("dlh").getName()).isEqualTo("Dinas Lingkungan Hidup dan Kehutanan");

        provisioning.start();

        assertThat(tenant("bappeda").getName()).isEqualTo("Bapperida menurut Camunda Admin");
        assertThat(tenant("dlh").getName()).isEqualTo("Dinas Lingkungan Hidup");
    }

    private LocalGovernment renamed(String code, String name) {
        LocalGovernment sumbawa = organisation.government("sumbawa");
        return new LocalGovernment(
                sumbawa.government(),
                sumbawa.coordinatorUnit(),
                List.of(new Unit(code, name, Unit.Kind.AGENCY, null, sumbawa.government(), true)));
    }

    private void rename(String code, String name) {
        Tenant tenant = tenant(code);
        tenant.setName(name);
        identities.saveTenant(tenant);
    }

    private Tenant tenant(String code) {
        return identities.createTenantQuery().tenantId(code).singleResult();
    }

    private Map<String, List<Map<String, Object>>> everything() {
        return TABLES.stream().collect(Collectors.toMap(table -> table, table -> database.sql(
                        "select t::text as row from " + table + " t order by 1")
                .query()
                .listOfRows()));
    }
}

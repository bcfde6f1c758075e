package id.semai.people;

import static org.assertj.core.api.Assertions.assertThat;

import id.semai.people.PeopleSlice.Journalled;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PeopleEngineTest
class SampleOrganisationTest {

    @Autowired
    Organisation organisation;

    @Autowired
    IdentityService identities;

    @Autowired
    Journalled journalled;

    @Test
    void everyUnitIsAnnouncedAndIsATenant() {
        assertThat(journalled.announced).containsAll(organisation.units());
        assertThat(identities.createTenantQuery().count())
                .isEqualTo(organisation.units().size());
    }

    @Test
    void peopleOfAUnitSeeItAndThoseWhoOverseeSeeAll() {
        assertThat(tenants("kepala.dukcapil")).containsExactly("dukcapil");
        assertThat(tenants("koordinator")).hasSize(organisation.units().size());
        assertThat(tenants("pimpinan")).hasSize(organisation.units().size());
        assertThat(tenants("fasilitator")).hasSize(organisation.units().size());
    }

    @Test
    void accountsCarryRoleAndUnitButNoName() {
        User head = identities.createUserQuery().userId("kepala.dikbud").singleResult();

        assertThat(head.getFirstName()).isEqualTo("Kepala perangkat daerah/unit kerja");
        assertThat(head.getLastName()).isEqualTo("Dinas Pendidikan dan Kebudayaan");
        assertThat(head.getEmail()).isNull();
        assertThat(identities.getUserInfo("kepala.dikbud", UnitTenants.HOME)).isEqualTo("dikbud");
        assertThat(identities.checkPassword("kepala.dikbud", "Semai-2016!")).isTrue();
    }

    private List<String> tenants(String user) {
        return identities.createTenantQuery().userMember(user).includingGroupsOfUser(true).list().stream()
                .map(Tenant::getId)
                .toList();
    }
}

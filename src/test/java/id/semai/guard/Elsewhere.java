package id.semai.guard;

import id.semai.journal.Units;
import id.semai.journeys.Office;
import id.semai.stage.Government;
import id.semai.stage.Unit;
import java.time.ZoneId;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;

/** A second local government in the same installation, with an account for each role and no innovation. */
class Elsewhere {

    static final String OFFICE = "uji-setda";
    static final String UNIT = "uji-dinas";

    private static final String GROUP = "government-uji";

    private final IdentityService identity;
    private final String password;

    Elsewhere(IdentityService identity, String password) {
        this.identity = identity;
        this.password = password;
    }

    void exist(Units units) {
        Government government = new Government("uji", "99.01", "Kabupaten Uji", ZoneId.of("Asia/Jakarta"));
        for (String code : new String[] {OFFICE, UNIT}) {
            units.announce(new Unit(code, "Dinas " + code, Unit.Kind.AGENCY, null, government, true));
        }
        if (identity.createGroupQuery().groupId(GROUP).count() > 0) {
            return;
        }
        Group all = identity.newGroup(GROUP);
        all.setName("Semua perangkat daerah Kabupaten Uji");
        identity.saveGroup(all);
        for (String code : new String[] {OFFICE, UNIT}) {
            Tenant tenant = identity.newTenant(code);
            tenant.setName("Dinas " + code);
            identity.saveTenant(tenant);
            identity.createTenantGroupMembership(code, GROUP);
        }
        ofGovernment("koordinator.uji", "coordinator");
        ofGovernment("pimpinan.uji", "leadership");
        ofGovernment("fasilitator.uji", "facilitator");
        ofUnit("kepala.uji", "unit-head");
        ofUnit("inovator.uji", "innovator");
    }

    private void ofGovernment(String account, String role) {
        make(account, role);
        identity.createMembership(account, GROUP);
        identity.setUserInfo(account, "unit", OFFICE);
    }

    private void ofUnit(String account, String role) {
        make(account, role);
        identity.createTenantUserMembership(UNIT, account);
        identity.setUserInfo(account, "unit", UNIT);
    }

    private void make(String account, String role) {
        User user = identity.newUser(account);
        user.setFirstName(role);
        user.setLastName("Kabupaten Uji");
        user.setPassword(password);
        Office.save(identity, user);
        identity.createMembership(account, role);
    }
}

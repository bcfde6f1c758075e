package id.semai.people;

import id.semai.people.Role.Scope;
import id.semai.stage.Unit;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.springframework.stereotype.Component;

/** Units, roles and accounts as the engine keeps them: tenants, groups and users. */
@Component
class Directory {

    private static final String ROLE_GROUP = "ROLE";
    private static final String GOVERNMENT_GROUP = "GOVERNMENT";

    private final IdentityService identities;
    private final Grants grants;
    private final Marks marks;

    Directory(IdentityService identities, Grants grants, Marks marks) {
        this.identities = identities;
        this.grants = grants;
        this.marks = marks;
    }

    void add(LocalGovernment local) {
        group(local.group(), "Semua perangkat daerah " + local.government().name(), GOVERNMENT_GROUP);
        local.units().forEach(unit -> tenant(unit, local.group()));
    }

    void add(Role role) {
        group(role.id(), role.name(), ROLE_GROUP);
        grants.write(role);
    }

    /** The engine's own group of those who may do everything. */
    void addAdministrators() {
        group(Groups.CAMUNDA_ADMIN, "Pengelola mesin proses", Groups.GROUP_TYPE_SYSTEM);
        grants.writeAll(Groups.CAMUNDA_ADMIN);
    }

    boolean hasAdministrator() {
        return identities.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).count() > 0;
    }

    void add(DemoAccount account, String password, Organisation organisation) {
        String mark = "user." + account.id();
        if (marks.has(mark)) {
            return;
        }
        if (!exists(account.id())) {
            saveWhateverThePassword(
                    user(account.id(), account.role().name(), placeOf(account, organisation), password));
            join(account, organisation);
        }
        marks.set(mark, account.role().id());
    }

    void addAdministrator(String id, String password, Organisation organisation) {
        if (!exists(id)) {
            identities.saveUser(user(id, "Pengelola sistem", "Semai", password));
            organisation.roles().stream()
                    .filter(role -> role.scope() == Scope.SYSTEM)
                    .forEach(role -> identities.createMembership(id, role.id()));
        }
        identities.createMembership(id, Groups.CAMUNDA_ADMIN);
    }

    boolean opens(String account, String password) {
        return identities.checkPassword(account, password);
    }

    private void join(DemoAccount account, Organisation organisation) {
        identities.createMembership(account.id(), account.role().id());
        if (account.role().scope() == Scope.SYSTEM) {
            identities.createMembership(account.id(), Groups.CAMUNDA_ADMIN);
        }
        for (String government : account.governments()) {
            identities.createMembership(
                    account.id(), organisation.government(government).group());
        }
        if (account.unit() != null) {
            identities.setUserInfo(account.id(), UnitTenants.HOME, account.unit());
        }
        if (account.role().scope() == Scope.UNIT) {
            identities.createTenantUserMembership(account.unit(), account.id());
        }
    }

    private String placeOf(DemoAccount account, Organisation organisation) {
        if (account.unit() != null) {
            return organisation.unit(account.unit()).name();
        }
        return account.governments().stream()
                .findFirst()
                .map(code -> organisation.government(code).government().name())
                .orElse("Semai");
    }

    /** Neither a name nor an address: the people behind the accounts are none of the engine's business. */
    private User user(String id, String role, String place, String password) {
        User user = identities.newUser(id);
        user.setFirstName(role);
        user.setLastName(place);
        user.setPassword(password);
        return user;
    }

    /** Everybody knows the demo's password, so its rules are no matter. */
    private void saveWhateverThePassword(User user) {
        ((IdentityServiceImpl) identities).saveUser(user, true);
    }

    private boolean exists(String user) {
        return identities.createUserQuery().userId(user).count() > 0;
    }

    private void group(String id, String name, String type) {
        String mark = "group." + id;
        if (marks.has(mark)) {
            return;
        }
        if (identities.createGroupQuery().groupId(id).count() == 0) {
            Group group = identities.newGroup(id);
            group.setName(name);
            group.setType(type);
            identities.saveGroup(group);
        }
        marks.set(mark, name);
    }

    private void tenant(Unit unit, String governmentGroup) {
        String mark = "unit." + unit.code();
        if (!marks.has(mark)) {
            createTenant(unit, governmentGroup);
        } else if (!unit.name().equals(marks.note(mark))) {
            renameTenant(unit, marks.note(mark));
        } else {
            return;
        }
        marks.set(mark, unit.name());
    }

    private void createTenant(Unit unit, String governmentGroup) {
        if (findTenant(unit.code()) == null) {
            Tenant tenant = identities.newTenant(unit.code());
            tenant.setName(unit.name());
            identities.saveTenant(tenant);
        }
        identities.createTenantGroupMembership(unit.code(), governmentGroup);
    }

    /** Bodies are renamed often; a name that was changed in Camunda Admin is left alone. */
    private void renameTenant(Unit unit, String formerName) {
        Tenant tenant = findTenant(unit.code());
        if (tenant != null && formerName.equals(tenant.getName())) {
            tenant.setName(unit.name());
            identities.saveTenant(tenant);
        }
    }

    private Tenant findTenant(String code) {
        return identities.createTenantQuery().tenantId(code).singleResult();
    }
}

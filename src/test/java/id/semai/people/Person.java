package id.semai.people;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.boot.test.context.TestComponent;

/** Lets a test act as somebody, with the roles and units that the login would find. */
@TestComponent
class Person {

    private final IdentityService identities;

    Person(IdentityService identities) {
        this.identities = identities;
    }

    <T> T as(String user, Supplier<T> action) {
        List<String> groups = identities.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
        List<String> tenants =
                identities.createTenantQuery().userMember(user).includingGroupsOfUser(true).list().stream()
                        .map(Tenant::getId)
                        .toList();
        identities.setAuthentication(user, groups, tenants);
        try {
            return action.get();
        } finally {
            identities.clearAuthentication();
        }
    }

    void does(String user, Runnable action) {
        as(user, () -> {
            action.run();
            return null;
        });
    }
}

package id.semai.people;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Service;

/** What people call the roles, as an administrator may have changed it. Roles are no secret: to be asked as nobody. */
@Service
public class RoleNames {

    private final IdentityService identity;

    RoleNames(IdentityService identity) {
        this.identity = identity;
    }

    /** Names by the ids of groups; a group that is gone is missing. */
    public Map<String, String> of(Collection<String> groups) {
        if (groups.isEmpty()) {
            return Map.of();
        }
        return identity.createGroupQuery().groupIdIn(groups.toArray(String[]::new)).list().stream()
                .collect(Collectors.toMap(Group::getId, Group::getName));
    }
}

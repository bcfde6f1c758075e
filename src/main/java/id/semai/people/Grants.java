package id.semai.people;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;

/** One grant a role and thing, each written once; which unit's work it reaches is the tenant's to say. */
@Component
class Grants {

    private static final Set<ProcessDefinitionPermissions> READING = EnumSet.of(
            ProcessDefinitionPermissions.READ,
            ProcessDefinitionPermissions.READ_INSTANCE,
            ProcessDefinitionPermissions.READ_HISTORY);
    private static final Set<ProcessDefinitionPermissions> WORKING =
            EnumSet.of(ProcessDefinitionPermissions.READ_TASK, ProcessDefinitionPermissions.TASK_WORK);
    private static final List<String> APPLICATIONS = List.of("tasklist", "welcome");

    private final AuthorizationService authorizations;
    private final Marks marks;

    Grants(AuthorizationService authorizations, Marks marks) {
        this.authorizations = authorizations;
        this.marks = marks;
    }

    void write(Role role) {
        for (String application : APPLICATIONS) {
            write(role.id(), Resources.APPLICATION, application, Set.of(Permissions.ACCESS));
        }
        write(role.id(), Resources.DECISION_DEFINITION, ANY, Set.of(Permissions.READ));
        if (!role.starts().isEmpty()) {
            write(role.id(), Resources.PROCESS_INSTANCE, ANY, Set.of(Permissions.CREATE));
        }
        onProcesses(role)
                .forEach((key, permissions) -> write(role.id(), Resources.PROCESS_DEFINITION, key, permissions));
    }

    /** Everything, in every unit. */
    void writeAll(String group) {
        for (Resource resource : Resources.values()) {
            write(group, resource, ANY, Set.of(Permissions.ALL));
        }
    }

    void write(String group, Resource resource, String id, Set<? extends Permission> permissions) {
        write(group + "." + resource.resourceType() + "." + id, group, resource, id, permissions);
    }

    /** As above for an id that says nothing, marked by {@code mark} instead. */
    void write(String mark, String group, Resource resource, String id, Set<? extends Permission> permissions) {
        if (marks.has("grant." + mark)) {
            return;
        }
        if (!exists(group, resource, id)) {
            Authorization grant = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
            grant.setGroupId(group);
            grant.setResource(resource);
            grant.setResourceId(id);
            permissions.forEach(grant::addPermission);
            authorizations.saveAuthorization(grant);
        }
        marks.set("grant." + mark, "1");
    }

    private boolean exists(String group, Resource resource, String id) {
        return authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(group)
                        .resourceType(resource)
                        .resourceId(id)
                        .count()
                > 0;
    }

    private Map<String, Set<ProcessDefinitionPermissions>> onProcesses(Role role) {
        Map<String, Set<ProcessDefinitionPermissions>> permissions = new LinkedHashMap<>();
        role.reads().forEach(key -> add(permissions, key, READING));
        role.works().forEach(key -> add(permissions, key, READING));
        role.works().forEach(key -> add(permissions, key, WORKING));
        role.starts().forEach(key -> add(permissions, key, READING));
        role.starts().forEach(key -> add(permissions, key, Set.of(ProcessDefinitionPermissions.CREATE_INSTANCE)));
        return permissions;
    }

    private void add(
            Map<String, Set<ProcessDefinitionPermissions>> permissions,
            String key,
            Set<ProcessDefinitionPermissions> added) {
        permissions
                .computeIfAbsent(key, k -> EnumSet.noneOf(ProcessDefinitionPermissions.class))
                .addAll(added);
    }
}

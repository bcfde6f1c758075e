package id.semai.openid;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the provider's groups mean here.
 *
 * @param claim of the ID token, or of the userinfo endpoint, that lists them
 * @param rolePrefix what a group's name begins with that ends in the id of a role; empty if there are none
 * @param unitPrefix the same for codes of units and governments
 * @param roles ids by groups that are called otherwise
 * @param units codes by groups that are called otherwise
 * @param administrators groups whose members are administrators: no name of a group makes anybody that by itself
 */
public record GroupMapping(
        @DefaultValue("groups") String claim,
        @DefaultValue("semai-role-") String rolePrefix,
        @DefaultValue("semai-unit-") String unitPrefix,
        @DefaultValue Map<String, String> roles,
        @DefaultValue Map<String, String> units,
        @DefaultValue Set<String> administrators) {

    Set<String> rolesOf(Collection<String> groups) {
        return named(groups, roles, rolePrefix);
    }

    Set<String> unitsOf(Collection<String> groups) {
        return named(groups, units, unitPrefix);
    }

    boolean isAdministrator(Collection<String> groups) {
        return !Collections.disjoint(administrators, groups);
    }

    private static Set<String> named(Collection<String> groups, Map<String, String> names, String prefix) {
        Set<String> named = new TreeSet<>();
        for (String group : groups) {
            if (names.containsKey(group)) {
                named.add(names.get(group));
            } else if (!prefix.isEmpty() && group.startsWith(prefix)) {
                named.add(group.substring(prefix.length()));
            }
        }
        return named;
    }
}

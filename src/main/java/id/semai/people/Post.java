package id.semai.people;

import id.semai.people.Role.Scope;
import id.semai.stage.Unit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Groups;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a provider's words about somebody mean here: as whom they work, and where. A role or unit that is unknown, and a
 * role of the system that is not given outright, is left out and told in the log.
 */
record Post(List<Role> roles, List<Unit> units, List<LocalGovernment> governments) {

    private static final Logger log = LoggerFactory.getLogger(Post.class);

    static Post of(Vouched person, Organisation organisation) {
        Post post = new Post(
                roles(person, organisation),
                organisation.units().stream()
                        .filter(unit -> person.units().contains(unit.code()))
                        .toList(),
                organisation.governments().stream()
                        .filter(local -> sees(person, local))
                        .toList());
        tellUnknown("unit", person.units(), post.places());
        return post;
    }

    static List<Role> roles(Vouched person, Organisation organisation) {
        List<Role> roles = organisation.roles().stream()
                .filter(role -> role.scope() == Scope.SYSTEM
                        ? person.administrator()
                        : person.roles().contains(role.id()))
                .toList();
        tellUnknown("role", person.roles(), roles.stream().map(Role::id));
        return roles;
    }

    private static boolean sees(Vouched person, LocalGovernment local) {
        return Stream.concat(
                        Stream.of(local.government().code()),
                        local.units().stream().map(Unit::code))
                .anyMatch(person.units()::contains);
    }

    private static void tellUnknown(String what, Collection<String> claimed, Stream<String> known) {
        List<String> taken = known.toList();
        claimed.stream()
                .filter(name -> !taken.contains(name))
                .map(name -> name.replaceAll("[^A-Za-z0-9._-]", "?"))
                .forEach(name -> log.warn("Single sign-on: no group gives the {} «{}», so it is ignored", what, name));
    }

    private Stream<String> places() {
        return Stream.concat(
                units.stream().map(Unit::code),
                governments.stream().map(local -> local.government().code()));
    }

    /** Whoever sees and does nothing at all. */
    boolean isNone() {
        return roles.isEmpty() || !has(Scope.SYSTEM) && tenants().isEmpty() && !seesGovernments();
    }

    Set<String> groups() {
        Set<String> groups = new TreeSet<>();
        roles.forEach(role -> groups.add(role.id()));
        if (seesGovernments()) {
            governments.forEach(local -> groups.add(local.group()));
        }
        if (has(Scope.SYSTEM)) {
            groups.add(Groups.CAMUNDA_ADMIN);
        }
        return groups;
    }

    Set<String> tenants() {
        Set<String> tenants = new TreeSet<>();
        if (has(Scope.UNIT)) {
            units.forEach(unit -> tenants.add(unit.code()));
        }
        return tenants;
    }

    /** Where somebody works who sees several units; null where that cannot be told. */
    String home() {
        return units.size() == 1 ? units.get(0).code() : null;
    }

    String title() {
        return roles.isEmpty() ? "Tanpa peran" : roles.get(0).name();
    }

    String place() {
        return Stream.concat(
                        units.stream().map(Unit::name),
                        governments.stream().map(local -> local.government().name()))
                .findFirst()
                .orElse("Semai");
    }

    private boolean seesGovernments() {
        return has(Scope.GOVERNMENT) && !governments.isEmpty();
    }

    private boolean has(Scope scope) {
        return roles.stream().anyMatch(role -> role.scope() == scope);
    }
}

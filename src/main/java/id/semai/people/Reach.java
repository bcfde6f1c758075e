package id.semai.people;

import id.semai.people.Role.Scope;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whose innovations somebody may see for whom a provider vouches: by their role and place alone, as {@link VisibleUnits}
 * has it where there are accounts.
 *
 * @param everything whether all of them
 * @param units codes of their own units
 * @param homes codes of units whose governments' units they see, too
 * @param governments area codes of governments whose units they see
 */
public record Reach(boolean everything, Set<String> units, Set<String> homes, Set<String> governments) {

    private static final Reach NOTHING = new Reach(false, Set.of(), Set.of(), Set.of());

    public Reach {
        units = Set.copyOf(units);
        homes = Set.copyOf(homes);
        governments = Set.copyOf(governments);
    }

    static Reach of(Vouched person, Organisation organisation) {
        List<Role> roles = Post.roles(person, organisation);
        Set<Scope> scopes = roles.stream().map(Role::scope).collect(Collectors.toSet());
        if (scopes.contains(Scope.SYSTEM)) {
            return new Reach(true, Set.of(), Set.of(), Set.of());
        }
        if (roles.stream().noneMatch(role -> role.looksAt(VisibleUnits.JOURNEY))) {
            return NOTHING;
        }
        boolean oversees = scopes.contains(Scope.GOVERNMENT);
        return new Reach(
                false,
                scopes.contains(Scope.UNIT) ? person.units() : Set.of(),
                oversees ? person.units() : Set.of(),
                oversees ? areas(person, organisation) : Set.of());
    }

    private static Set<String> areas(Vouched person, Organisation organisation) {
        return organisation.governments().stream()
                .map(LocalGovernment::government)
                .filter(government -> person.units().contains(government.code()))
                .map(government -> government.areaCode())
                .collect(Collectors.toSet());
    }

    /**
     * Codes of the units; what nobody knows counts nothing.
     *
     * @param known area code of the government of each unit, by the unit's code
     */
    public Set<String> among(Map<String, String> known) {
        Set<String> areas = new HashSet<>(governments);
        homes.stream().map(known::get).filter(Objects::nonNull).forEach(areas::add);
        return known.entrySet().stream()
                .filter(unit -> units.contains(unit.getKey()) || areas.contains(unit.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}

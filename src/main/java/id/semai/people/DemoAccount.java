package id.semai.people;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * @param unit code of the unit it works at; null for those who belong to none
 * @param governments codes of the governments of which it sees every unit; empty for people of a unit
 */
record DemoAccount(String id, Role role, String unit, List<String> governments) {

    DemoAccount {
        governments = List.copyOf(governments);
    }

    /** As if a provider had said it, for where the engine has no accounts. */
    Vouched vouched() {
        Set<String> places = new HashSet<>(governments);
        if (unit != null) {
            places.add(unit);
        }
        return new Vouched("demo:" + id, id, Set.of(role.id()), places, role.scope() == Role.Scope.SYSTEM);
    }
}

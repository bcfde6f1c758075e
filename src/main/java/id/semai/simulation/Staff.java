package id.semai.simulation;

import id.semai.stage.Unit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The people of all governments, each with the role, the units and the name that their account has. */
final class Staff {

    private static final Map<String, String> OVERSEERS =
            Map.of("coordinator", "koordinator", "leadership", "pimpinan", "facilitator", "fasilitator");
    private static final Map<String, String> MEMBERS = Map.of("unit-head", "kepala", "innovator", "inovator");

    private final Map<String, Person> people = new HashMap<>();

    Staff(List<Region> regions) {
        for (Region region : regions) {
            List<String> units = region.units().stream().map(Unit::code).toList();
            boolean first = region == regions.get(0);
            for (String role : OVERSEERS.keySet()) {
                List<String> groups = List.of(role, "government-" + region.code());
                people.put(role + "@" + region.code(), new Person(overseer(role, region, first), groups, units));
            }
            region.units().forEach(this::hire);
        }
    }

    /** The account of somebody who sees all units of a government; that of the first is called as in the demo. */
    static String overseer(String role, Region region, boolean first) {
        return OVERSEERS.get(role) + (first ? "" : "." + region.code());
    }

    static String member(String role, Unit unit) {
        return MEMBERS.get(role) + "." + unit.code();
    }

    Person of(String role, Region region, Unit unit) {
        return people.get(role + "@" + (MEMBERS.containsKey(role) ? unit.code() : region.code()));
    }

    /** Heads and teams of a region's units. */
    List<Person> members(Region region) {
        return region.units().stream()
                .flatMap(unit -> MEMBERS.keySet().stream().sorted().map(role -> of(role, region, unit)))
                .toList();
    }

    private void hire(Unit unit) {
        MEMBERS.keySet()
                .forEach(role -> people.put(
                        role + "@" + unit.code(), new Person(member(role, unit), List.of(role), List.of(unit.code()))));
    }
}

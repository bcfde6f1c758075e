package id.semai.people;

import id.semai.stage.Unit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The organisation as its file declares it. */
record Organisation(List<LocalGovernment> governments, List<Role> roles, List<DemoAccount> demoAccounts) {

    Organisation {
        governments = List.copyOf(governments);
        roles = List.copyOf(roles);
        demoAccounts = List.copyOf(demoAccounts);
    }

    List<Unit> units() {
        return governments.stream().flatMap(local -> local.units().stream()).toList();
    }

    Unit unit(String code) {
        return units().stream()
                .filter(unit -> unit.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No unit has the code " + code));
    }

    LocalGovernment government(String code) {
        return governments.stream()
                .filter(local -> local.government().code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No government has the code " + code));
    }

    Set<String> coordinatorUnits() {
        return governments.stream().map(LocalGovernment::coordinatorUnit).collect(Collectors.toUnmodifiableSet());
    }
}

package id.semai.people;

import id.semai.stage.Government;
import id.semai.stage.Unit;
import java.util.List;

/**
 * A local government with its units.
 *
 * @param coordinatorUnit code of the unit that runs its workshops
 */
record LocalGovernment(Government government, String coordinatorUnit, List<Unit> units) {

    LocalGovernment {
        units = List.copyOf(units);
    }

    /** The group whose members see every unit of this government, also units that are added later. */
    String group() {
        return "government-" + government.code();
    }
}

package id.semai.simulation;

import id.semai.stage.Government;
import id.semai.stage.Unit;
import java.util.List;

/**
 * A government that takes part.
 *
 * @param units the first is where its coordinator works
 * @param innovations how many its units begin
 */
record Region(Government government, List<Unit> units, int innovations) {

    Region {
        units = List.copyOf(units);
    }

    String code() {
        return government.code();
    }

    Unit coordinatorUnit() {
        return units.get(0);
    }

    WorkingTime workingTime() {
        return new WorkingTime(government.zone());
    }
}

package id.semai.engine;

import id.semai.journal.Units;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Where a unit's days end. */
@Component
class UnitZones {

    /** Western Indonesia Time, in which national cut-offs are announced: for what belongs to no unit. */
    private static final ZoneId NATIONAL = ZoneId.of("Asia/Jakarta");

    private final Units units;

    UnitZones(Units units) {
        this.units = units;
    }

    ZoneId of(String unitCode) {
        return unitCode == null
                ? NATIONAL
                : units.find(unitCode).map(unit -> unit.government().zone()).orElse(NATIONAL);
    }
}

package id.semai.figures;

import id.semai.dashboard.Journey;
import id.semai.dashboard.UnitFacts;
import java.util.Map;

/**
 * Which innovations are counted; null is all.
 *
 * @param government area code
 * @param unit code
 * @param district kecamatan
 * @param stage code of a stage, or of one above it, in which the innovation is now
 * @param kind code
 */
public record Filter(String government, String unit, String district, Integer year, String stage, String kind) {

    public static final Filter ALL = new Filter(null, null, null, null, null, null);

    boolean admits(Course course, Map<String, UnitFacts> units) {
        Journey journey = course.journey();
        return admits(government, journey.government())
                && admits(unit, journey.unit())
                && admits(year, journey.cycleYear())
                && admits(kind, journey.kind())
                && (district == null || admits(district, districtOf(units.get(journey.unit()))))
                && (stage == null || course.isIn(stage));
    }

    boolean admits(UnitFacts facts) {
        return admits(government, facts.government())
                && admits(unit, facts.code())
                && admits(district, facts.district());
    }

    private static boolean admits(Object wanted, Object found) {
        return wanted == null || wanted.equals(found);
    }

    private static String districtOf(UnitFacts facts) {
        return facts == null ? null : facts.district();
    }
}

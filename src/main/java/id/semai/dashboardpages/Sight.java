package id.semai.dashboardpages;

import java.util.Set;

/**
 * What somebody may look at: figures, counted from the innovations of these units and of no others.
 *
 * @param units codes; null for all of them
 * @param details whether titles, ids and single units may be seen besides the figures
 */
public record Sight(Set<String> units, boolean details) {

    public static final Sight NOTHING = new Sight(Set.of(), false);
    /** The figures that anybody may see. */
    public static final Sight PUBLIC = new Sight(null, false);

    public static final Sight EVERYTHING = new Sight(null, true);

    public Sight {
        units = units == null ? null : Set.copyOf(units);
    }

    public static Sight of(Set<String> units) {
        return new Sight(units, true);
    }

    boolean isNothing() {
        return equals(NOTHING);
    }

    boolean reaches(String unit) {
        return units == null || units.contains(unit);
    }
}

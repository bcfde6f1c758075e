package id.semai.figures;

/**
 * A unit in the table of units, also one without any innovation; one that is not active is there only if it has some.
 *
 * @param kind as people read it; null if the unit is not known but by its innovations
 * @param active false if it is dissolved or merged, or not known
 * @param thisYear innovations as {@link Figures.OneAgency} counts them, whatever the filter says of stage and kind
 * @param innovations those that the filter admits, whatever became of them
 */
public record UnitRow(
        String unit,
        String name,
        String kind,
        String district,
        String government,
        String governmentName,
        boolean active,
        int thisYear,
        int innovations,
        int open,
        int overdue,
        int adopted,
        int stopped) {}

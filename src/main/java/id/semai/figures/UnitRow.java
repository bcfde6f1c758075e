package id.semai.figures;

/** A unit in the table of units, also one without any innovation; {@code thisYear} counts innovations of the cycle. */
public record UnitRow(
        String unit,
        String name,
        String kind,
        String district,
        String government,
        String governmentName,
        int thisYear,
        int innovations,
        int open,
        int overdue,
        int adopted,
        int stopped) {}

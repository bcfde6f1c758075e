package id.semai.figures;

/**
 * An innovation in the list of a unit.
 *
 * @param stage code of the innermost stage in which it is now; null once it has finished
 * @param days since it entered that stage, or from start to end
 * @param outcome code; null while it goes on
 */
public record InnovationRow(
        String id,
        String title,
        boolean titleProvisional,
        String unit,
        int year,
        String kindName,
        String stage,
        String stageName,
        boolean overdue,
        int days,
        String outcome,
        String outcomeName) {}

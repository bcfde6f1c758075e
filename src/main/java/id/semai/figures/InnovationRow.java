package id.semai.figures;

/**
 * An innovation in a list.
 *
 * @param stage code of the innermost stage in which it is now, of several side by side the newest; null between two
 *     stages and once it has finished
 * @param days whole ones since it entered that stage, or left the last; from start to end once it has finished
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

package id.semai.figures;

import id.semai.dashboard.Freshness;
import java.util.List;

/** The board as people see it: every panel's numbers, and nothing that a panel has to compute. All spans are days. */
public record Figures(
        long version,
        Filter filter,
        Freshness freshness,
        Totals totals,
        List<Funnel> funnel,
        List<StageFigures> stages,
        List<Band> ageing,
        List<Week> trend,
        List<Ending> endings,
        OneAgency oneAgency,
        List<Source> demands,
        List<Improvement> improvements,
        List<HeatMap> heat,
        Choices choices) {

    /**
     * @param overdue open ones in a stage whose deadline has passed
     * @param median from start to adoption; null before the first
     * @param p85 eighty-five of a hundred took no longer
     */
    public record Totals(
            int innovations, int open, int adopted, int stopped, int declined, int withdrawn, int cancelled, int overdue,
            int returned, Double median, Double p85) {}

    /**
     * A main stage.
     *
     * @param reached innovations that ever entered it
     * @param share of those that reached the main stage before, between 0 and 1; null for the first
     */
    public record Funnel(String stage, String name, int reached, int now, Double share) {}

    /**
     * @param returns how often it was entered again
     * @param median of the visits that have ended
     */
    public record StageFigures(
            String stage, String name, int entered, int now, int overdue, int completed, int cancelled, int returns,
            Double median, Double p85) {}

    /** Open innovations by the days that they have been in their main stage; {@code to} is null for the last band. */
    public record Band(int from, Integer to, int innovations) {}

    /** @param monday ISO date, in the zone of the board */
    public record Week(String monday, int started, int finished, int adopted, int open, int overdue) {}

    public record Ending(String outcome, String outcomeName, String reason, String reasonName, int innovations) {}

    /** @param year of the movement "one agency, one innovation" */
    public record OneAgency(int year, List<GovernmentRow> governments) {}

    public record GovernmentRow(String government, String name, int units, int none, int one, int more) {}

    /** Where the demands of citizens came from that an innovation answers. */
    public record Source(String source, String name, int innovations) {}

    /**
     * Results by unit of measure, before and after.
     *
     * @param met innovations that have reached their target
     */
    public record Improvement(String dimension, int measured, int met, int better) {}

    /** @param elements stage codes by the id of the element of the diagram that stands for them */
    public record HeatMap(String process, String name, int version, List<Heat> elements) {}

    public record Heat(String element, String stage, String name, int now, int overdue, int visits) {}

    /** What the filters offer. */
    public record Choices(
            List<Choice> governments, List<Choice> units, List<Choice> districts, List<Integer> years,
            List<Choice> stages, List<Choice> kinds) {}

    public record Choice(String code, String name) {}
}

package id.semai.figures;

import id.semai.dashboard.Freshness;
import java.util.List;

/**
 * The board as people see it: every panel's numbers, and nothing that a panel has to compute.
 *
 * <p>Said once for all of them:
 *
 * <ul>
 *   <li>A <i>visit</i> is one stay in one stage, told apart by the stage's code and the visit's number. It is open from
 *       the first event that tells of it until it is completed or cancelled, or the innovation has finished. Several
 *       may be open at once, one inside the other or side by side. Where the event of its entry is missing, it counts as
 *       a visit, but not in any span.
 *   <li>An innovation is <i>open</i> until it has finished; nothing counts that comes after. It begins with the first
 *       event that is known.
 *   <li>It is <i>overdue</i> at a moment if an open visit's deadline lies before that moment. The deadline is the one
 *       said at the entry; of a stage that has none, the time of its overdue event.
 *   <li>A <i>main stage</i> is the part of a code before the first dot: {@code lab.design} belongs to {@code lab}, and
 *       who is in a stage is in those above it, whether or not the model says so.
 *   <li>Migrations and events that are not known change no figure. An innovation with missing events is counted by what
 *       is known of it.
 *   <li>Spans are days of 24 hours, as fractions; a span that clocks turned around is 0. The quantile is the nearest
 *       rank: the smallest span that at least that share of all spans do not exceed, so it is always one that occurred;
 *       null where there is none.
 *   <li>Stages stand in the order of the journey: those of one parent by the mean place at which innovations first came
 *       into them (over all innovations, not the chosen ones, so no filter changes the order), then by code; each before
 *       those inside it. The topics do not tell an order, and a model may change it, so it is what most have done.
 * </ul>
 */
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
     * @param innovations those that the filter admits
     * @param overdue open ones that are overdue
     * @param returned innovations that came into any stage a second time
     * @param median from the start to the end of those that were adopted and whose start is known
     * @param p85 eighty-five of a hundred took no longer
     */
    public record Totals(
            int innovations,
            int open,
            int adopted,
            int stopped,
            int declined,
            int withdrawn,
            int cancelled,
            int overdue,
            int returned,
            Double median,
            Double p85) {}

    /**
     * A main stage; all that any innovation has reached are there, in the order of the journey.
     *
     * @param reached innovations that have ever been in it
     * @param now innovations that are in it; one that is in two side by side counts in both
     * @param share of those that reached the main stage before in this list, those that reached this one as well,
     *     between 0 and 1; null for the first, and where nobody reached the one before
     */
    public record Funnel(String stage, String name, int reached, int now, Double share) {}

    /**
     * A stage by its own code, without those inside it.
     *
     * @param entered visits
     * @param now innovations with an open visit
     * @param overdue innovations with an open visit whose deadline has passed
     * @param completed visits that ended normally
     * @param cancelled visits that were interrupted
     * @param returns visits whose number is above 1
     * @param median of the visits that were completed or cancelled, from entry to end
     */
    public record StageFigures(
            String stage,
            String name,
            int entered,
            int now,
            int overdue,
            int completed,
            int cancelled,
            int returns,
            Double median,
            Double p85) {}

    /**
     * Open innovations by the whole days that they have been in their main stage; of one that is in several, the one
     * since longest; of one between two stages, since it left the last, or since it began. The bands add up to the open
     * innovations.
     *
     * @param to inclusive; null for the last band
     */
    public record Band(int from, Integer to, int innovations) {}

    /**
     * A week from Monday to Sunday in the zone of the board: the current one and up to 52 before it, none before the
     * week in which the first of the innovations began.
     *
     * @param monday ISO date
     * @param started innovations that began in this week
     * @param open at the week's end, of the current week now
     * @param overdue at the same moment
     */
    public record Week(String monday, int started, int finished, int adopted, int open, int overdue) {}

    /** How innovations have finished, most frequent first; {@code reason} is null where none was given. */
    public record Ending(String outcome, String outcomeName, String reason, String reasonName, int innovations) {}

    /**
     * "One agency, one innovation". A unit has an innovation of a cycle year if one of that year has a title of its own
     * and was not declined, withdrawn or cancelled: an invitation that nobody has answered is none, one that was stopped
     * after its trial is. Of the filter, government, unit, kecamatan and year count; stage and kind do not, since a unit
     * whose innovation is elsewhere is not one without.
     *
     * @param year that of the filter, else the current one in the zone of the board
     */
    public record OneAgency(int year, List<GovernmentRow> governments) {}

    /** @param units those that are active; {@code none}, {@code one} and {@code more} add up to them */
    public record GovernmentRow(String government, String name, int units, int none, int one, int more) {}

    /**
     * Where the demands of citizens came from that innovations answer, most frequent first; an innovation may name
     * several.
     *
     * @param adopted those of the innovations that were adopted
     */
    public record Source(String source, String name, int innovations, int adopted) {}

    /**
     * Results of all innovations that have a value before and one afterwards. Less is better where the target lies
     * below the value before, else more is.
     *
     * @param dimension {@code quantity} or {@code quality}
     * @param met those that have a target and reached it
     * @param better those whose value afterwards is better than before, not equal
     */
    public record Improvement(String dimension, int measured, int met, int better) {}

    /** The diagram of a process in which stages are drawn; those that no other one calls come first. */
    public record HeatMap(String process, String name, int version, List<Heat> elements) {}

    /**
     * An element of a diagram that stands for a stage, or for a process with stages.
     *
     * @param stage null for a call activity that is no stage itself: its numbers are those of all stages that are drawn
     *     in what it calls
     * @param now innovations that are in it
     * @param visits how often it was entered
     * @param called the process that a call activity calls, if its heat map is among these, too; else null
     */
    public record Heat(String element, String stage, String name, int now, int overdue, int visits, String called) {}

    /**
     * What the filters offer, over all innovations and units. Units and kecamatan are offered within one government: the
     * one of the filter, or the only one there is.
     */
    public record Choices(
            List<Choice> governments,
            List<Choice> units,
            List<Choice> districts,
            List<Integer> years,
            List<Choice> stages,
            List<Choice> kinds) {}

    public record Choice(String code, String name) {}
}

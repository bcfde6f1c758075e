package id.semai.figures;

import java.time.Instant;
import java.util.List;

/**
 * The way of one innovation, visit by visit in the order in which they were entered.
 *
 * @param days from the start to the end, or to now
 * @param whole false if events are missing: what is shown is what is known
 * @param sources where the demands came from that it answers, as people read them
 */
public record Timeline(
        String id,
        String title,
        boolean titleProvisional,
        String government,
        String governmentName,
        String unit,
        String unitName,
        int year,
        String kindName,
        Instant started,
        Instant finished,
        String outcome,
        String outcomeName,
        String reason,
        String reasonName,
        double days,
        boolean overdue,
        boolean whole,
        String instrumentName,
        List<String> sources,
        List<Stay> stays,
        List<Measure> measures) {

    /**
     * One visit of one stage.
     *
     * @param depth 0 for a main stage, 1 for one inside it …
     * @param entered null if the event of its entry is missing
     * @param left null while it is open
     * @param outcome null unless completed
     * @param cancelled whether it was interrupted
     * @param overdue whether it was left after its deadline, or is open after it
     * @param days from entry, or from the first event that told of it, to its end or to now
     */
    public record Stay(
            String stage,
            String name,
            int depth,
            int visit,
            Instant entered,
            Instant left,
            Instant due,
            String outcome,
            String outcomeName,
            String reason,
            String reasonName,
            boolean cancelled,
            boolean overdue,
            double days) {}
}

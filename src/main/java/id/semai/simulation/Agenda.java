package id.semai.simulation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** What is planned, in the order in which it will happen. */
final class Agenda {

    private final PriorityQueue<Errand> planned = new PriorityQueue<>();
    private long plans;

    /** Whole minutes, so that what many governments do at the same time can be done at once. */
    void plan(Instant at, Region region, Runnable work) {
        planned.add(new Errand(at.truncatedTo(ChronoUnit.MINUTES), region, plans++, work));
    }

    /** Far in the future if nothing is planned. */
    Instant next() {
        return planned.isEmpty() ? Instant.MAX : planned.peek().at();
    }

    List<Errand> takeUntil(Instant time) {
        List<Errand> due = new ArrayList<>();
        while (!planned.isEmpty() && !planned.peek().at().isAfter(time)) {
            due.add(planned.poll());
        }
        return due;
    }
}

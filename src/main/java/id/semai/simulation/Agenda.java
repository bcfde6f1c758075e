package id.semai.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** What is planned, in the order in which it will happen. */
final class Agenda {

    private final PriorityQueue<Errand> planned = new PriorityQueue<>();
    private final Duration step;
    private long plans;

    /** @param step of which an hour has a whole number: what falls into one is done at its begin, by all at once */
    Agenda(Duration step) {
        this.step = step;
    }

    void plan(Instant at, Region region, Runnable work) {
        long second = at.getEpochSecond();
        planned.add(new Errand(
                Instant.ofEpochSecond(second - Math.floorMod(second, step.toSeconds())), region, plans++, work));
    }

    /** The soonest that can still be planned. */
    Instant after(Instant now) {
        return now.plus(step);
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

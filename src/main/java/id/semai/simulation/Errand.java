package id.semai.simulation;

import java.time.Instant;

/**
 * What somebody of a government will do, or a timer of its processes.
 *
 * @param order in which it was planned, for what happens at the same moment
 */
record Errand(Instant at, Region region, long order, Runnable work) implements Comparable<Errand> {

    @Override
    public int compareTo(Errand other) {
        int earlier = at.compareTo(other.at);
        return earlier != 0 ? earlier : Long.compare(order, other.order);
    }
}

package id.semai.journal;

import java.time.Duration;

/**
 * How long the relay rests after a batch, so that events gather. Each batch has its own claim, transaction and markers,
 * however few events it carries; where it is slow, people wait for the same processors and disks, and fewer batches leave
 * them more. Where it is quick, there is next to no rest.
 */
final class Pace {

    /** What a batch takes where nothing else needs the machine. */
    private static final Duration QUICK = Duration.ofMillis(10);

    private static final Duration LONGEST_REST = Duration.ofMillis(500);

    private Pace() {}

    /** As long as the batch took, as many times as it was slower than a quick one. */
    static Duration restAfter(Duration batch) {
        double slower = (double) batch.toNanos() / QUICK.toNanos();
        long rest = (long) Math.min(batch.toNanos() * slower, LONGEST_REST.toNanos());
        return Duration.ofNanos(rest);
    }
}

package id.semai.reporting;

import id.semai.dashboard.Step;
import java.util.List;
import java.util.Objects;

/** Tells steps from others, the same on every node and after every start. */
final class Fingerprint {

    private static final long PRIME = 0x100000001B3L;

    private Fingerprint() {}

    static long of(List<Step> steps) {
        long all = steps.size();
        for (Step step : steps) {
            all = all * PRIME + of(step);
        }
        return all;
    }

    /** Of texts and numbers alone, whose hash Java defines; that of an enum differs from start to start. */
    private static int of(Step step) {
        return Objects.hash(
                step.sequence(),
                step.what().name(),
                step.type(),
                step.at(),
                step.stage(),
                step.visit(),
                step.dueAt(),
                step.outcome(),
                step.reason(),
                step.processKey(),
                step.processVersion());
    }
}

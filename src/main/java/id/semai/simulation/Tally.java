package id.semai.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What was done, and what went wrong. */
final class Tally {

    private static final int EXAMPLES = 3;

    private final AtomicLong tasks = new AtomicLong();
    private final AtomicLong jobs = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final List<String> examples = new ArrayList<>();

    void task() {
        tasks.incrementAndGet();
    }

    void job() {
        jobs.incrementAndGet();
    }

    synchronized void failure(String what, RuntimeException failure) {
        failures.incrementAndGet();
        if (examples.size() < EXAMPLES) {
            examples.add(what + ": " + failure.getMessage());
        }
    }

    long tasks() {
        return tasks.get();
    }

    long jobs() {
        return jobs.get();
    }

    long failures() {
        return failures.get();
    }

    synchronized List<String> examples() {
        return List.copyOf(examples);
    }
}

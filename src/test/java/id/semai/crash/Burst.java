package id.semai.crash;

import id.semai.journeys.Office;
import id.semai.journeys.Story;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** People of many units at work at once, on one innovation after the other, until the application is gone. */
class Burst {

    private final Office office;
    private final ExecutorService people;
    private final List<Future<?>> work = new ArrayList<>();
    private final Queue<Step> acknowledged = new ConcurrentLinkedQueue<>();

    Burst(Office office, List<String> units) {
        this.office = office;
        this.people = Executors.newFixedThreadPool(units.size());
        units.forEach(unit -> work.add(people.submit(() -> workOn(unit))));
    }

    /** A task that the application said was completed. */
    record Step(String innovation, String task) {}

    int size() {
        return acknowledged.size();
    }

    /** Waits until nobody can work any more; fails if anybody stopped for another reason. */
    List<Step> acknowledged() throws ExecutionException, InterruptedException {
        people.shutdown();
        for (Future<?> person : work) {
            person.get();
        }
        return List.copyOf(acknowledged);
    }

    private void workOn(String unit) {
        try {
            while (true) {
                carry(Story.proposed(office, unit));
            }
        } catch (UncheckedIOException applicationIsGone) {
            // What was under way now has no answer: it may be there or not, but not by half.
        }
    }

    private void carry(Story story) {
        story.signs();
        acknowledge(story, "Task_SignCommitment");
        story.verified();
        acknowledge(story, "Task_VerifyCommitment");
        story.drafted();
        acknowledge(story, "Task_DraftHeader");
        acknowledge(story, "Task_DraftRows");
    }

    private void acknowledge(Story story, String task) {
        acknowledged.add(new Step(story.innovation, task));
    }
}

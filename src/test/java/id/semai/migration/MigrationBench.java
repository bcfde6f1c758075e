package id.semai.migration;

import static id.semai.journeys.Office.accepted;

import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.journeys.Office.Person;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

/**
 * Running innovations move to a new version while eight people go on completing tasks of them, two fifths of a second
 * after the answer before: how many a second, and how long those people wait, against the same people before it began. {@code
 * mvn verify -Pbench -Dit.test=MigrationBench}; {@code -Dbench.innovations} (10000).
 *
 * <p>It measures and asserts nothing but that everybody moved and nobody was refused, for no machine is like another.
 */
@EndToEnd
@DirtiesContext
class MigrationBench {

    private static final int PEOPLE = 8;
    private static final int THINKING_MILLIS = 400;
    private static final long WITHOUT_SECONDS = 30;
    private static final int WARM_UP = 200;

    private final int innovations = Integer.getInteger("bench.innovations", 10_000);
    private final ExecutorService people = Executors.newFixedThreadPool(PEOPLE + 1);

    @Autowired
    ProcessEngine engine;

    @Autowired
    Migrations migrations;

    @Autowired
    Office office;

    @Test
    void innovationsMoveWhilePeopleWork() throws Exception {
        Moving moving = new Moving(engine);
        moving.child();
        String from = moving.journey();
        begin(moving, innovations);
        Queue<String> tasks = new ConcurrentLinkedQueue<>();
        engine.getTaskService().createTaskQuery().processDefinitionId(from).list().stream()
                .map(task -> task.getId())
                .forEach(tasks::add);
        work(tasks, () -> tasks.size() <= innovations - WARM_UP);
        long end = System.nanoTime() + WITHOUT_SECONDS * 1_000_000_000L;
        print("without", work(tasks, () -> System.nanoTime() > end));

        String to = moving.journey("name=\"Mengerjakan\"", "name=\"Mengerjakan dengan cermat\"");
        long planned = System.nanoTime();
        MigrationPlan plan = migrations.plan(from, to);
        System.out.printf(
                Locale.ROOT,
                "migration: plan of %d innovations in %.0f ms%n",
                plan.instances(),
                (System.nanoTime() - planned) / 1e6);
        UUID id = migrations.start(plan, "admin");
        long began = System.nanoTime();
        Future<Long> moved = people.submit(() -> finished(id));
        double[] waits = work(tasks, moved::isDone);
        if (!moved.isDone()) {
            System.out.println("migration: no task was left for people before all had moved");
        }
        double seconds = (moved.get() - began) / 1e9;
        MigrationReport report = migrations.report(id, null, "", 0);
        System.out.printf(
                Locale.ROOT,
                "migration: %d moved, %d ended before, %d stay, %d failed in %.1f s, %.1f/s%n",
                report.moved(),
                report.ended(),
                report.stays(),
                report.failed(),
                seconds,
                report.moved() / seconds);
        print("with", waits);
        people.shutdown();
        if (report.moved() + report.ended() != plan.instances()) {
            throw new AssertionError(report);
        }
    }

    private void begin(Moving moving, int many) throws Exception {
        List<Future<?>> begun = new ArrayList<>();
        IntStream.range(0, many).forEach(i -> begun.add(people.submit(() -> begin(moving, i % 2 == 0))));
        for (Future<?> each : begun) {
            each.get();
        }
    }

    /** Every other one waits where completing its task leaves a stage. */
    private static void begin(Moving moving, boolean further) {
        String innovation = moving.begun();
        if (further) {
            moving.complete(innovation, "Task_First");
        }
    }

    private long finished(UUID id) throws InterruptedException {
        while (migrations.report(id, null, "", 0).waiting() > 0) {
            Thread.sleep(1_000);
        }
        return System.nanoTime();
    }

    /** What everybody waited for each completion, in milliseconds; fails if anybody is refused. */
    private double[] work(Queue<String> tasks, BooleanSupplier enough) throws InterruptedException, ExecutionException {
        Queue<Double> waits = new ConcurrentLinkedQueue<>();
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            Person person = office.inBrowser("inovator.dikbud");
            done.add(people.submit(() -> {
                for (String task = tasks.poll(); task != null && !enough.getAsBoolean(); task = tasks.poll()) {
                    waits.add(completed(person, task));
                    Thread.sleep(THINKING_MILLIS);
                }
                return null;
            }));
        }
        for (Future<?> each : done) {
            each.get();
        }
        return waits.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static double completed(Person person, String task) {
        long started = System.nanoTime();
        accepted(person.complete(task, Map.of()));
        return (System.nanoTime() - started) / 1e6;
    }

    private static void print(String phase, double[] waits) {
        System.out.printf(
                Locale.ROOT,
                "migration: people %s: %d completions  p50 %.1f  p99 %.1f  longest %.1f ms%n",
                phase,
                waits.length,
                percentile(waits, 50),
                percentile(waits, 99),
                Arrays.stream(waits).max().orElse(0));
    }

    /** By the nearest rank. */
    private static double percentile(double[] sorted, int percent) {
        return sorted[(int) Math.ceil(percent / 100.0 * sorted.length) - 1];
    }
}

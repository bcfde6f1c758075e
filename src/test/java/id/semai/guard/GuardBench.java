package id.semai.guard;

import static id.semai.journeys.Office.accepted;
import static id.semai.journeys.Office.answers;

import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.journeys.Office.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What the guards at the edge and in the engine cost of completed tasks a second: the same people, the same application,
 * with the guards and without them in turn. {@code mvn verify -Pbench -Dit.test=GuardBench}
 */
@EndToEnd
class GuardBench {

    private static final int PEOPLE = 8;
    private static final int TASKS = 200;
    private static final int WARM_UPS = 4;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 12);

    @Autowired
    Office office;

    @Autowired
    Layers layers;

    @Test
    void completedTasksASecond() {
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        for (int round = -WARM_UPS; round < ROUNDS; round++) {
            boolean first = round % 2 == 0;
            double one = first ? guarded() : unguarded();
            double other = first ? unguarded() : guarded();
            if (round >= 0) {
                with.add(first ? one : other);
                without.add(first ? other : one);
            }
        }
        double[] costs = IntStream.range(0, ROUNDS)
                .mapToDouble(round -> 100 * (1 - with.get(round) / without.get(round)))
                .sorted()
                .toArray();
        System.out.printf(
                Locale.ROOT,
                "guards: completions/s with=%.1f without=%.1f (medians of %d rounds of %d) cost=%.1f%% round by round=%.1f%%"
                        + " (quartiles %.1f to %.1f)%n",
                median(with),
                median(without),
                ROUNDS,
                TASKS,
                100 * (1 - median(with) / median(without)),
                costs[ROUNDS / 2],
                costs[ROUNDS / 4],
                costs[ROUNDS * 3 / 4]);
    }

    private double guarded() {
        return completions();
    }

    private double unguarded() {
        return layers.without(
                Set.of(
                        Layers.SPELLING,
                        Layers.ACCESS,
                        Layers.BODIES,
                        Layers.QUERIES,
                        Layers.IDENTITIES,
                        Layers.REMARKS),
                this::completions);
    }

    private double completions() {
        Person innovator = office.inBrowser("inovator.dikbud");
        Person head = office.inBrowser("kepala.dikbud");
        List<String> tasks = each(IntStream.range(0, TASKS).boxed().toList(), number -> head.task(
                        innovator.start("innovation-journey", answers("innovation-proposal")), "Task_SignCommitment")
                .id());
        long begin = System.nanoTime();
        each(tasks, task -> accepted(head.submit(task, answers("commitment-sign"))));
        return TASKS * 1e9 / (System.nanoTime() - begin);
    }

    private static <A, B> List<B> each(List<A> all, Function<A, B> act) {
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        try {
            List<Callable<B>> work = new ArrayList<>();
            all.forEach(one -> work.add(() -> act.apply(one)));
            List<B> done = new ArrayList<>();
            for (Future<B> each : people.invokeAll(work)) {
                done.add(each.get());
            }
            return done;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            people.shutdown();
        }
    }

    private static double median(List<Double> values) {
        double[] sorted =
                values.stream().flatMapToDouble(DoubleStream::of).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}

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
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What the guards at the edge and in the engine cost of completed tasks a second: the same people, the same application,
 * with the guards and without them in turn, a few tasks at a time, so that whatever else the machine does meets both.
 * {@code mvn verify -Pbench -Dit.test=GuardBench}
 */
@EndToEnd
class GuardBench {

    private static final int PEOPLE = 8;
    /** Completed at a stretch, of one arm. */
    private static final int TURN = 24;
    /** Of each arm in a round. */
    private static final int TURNS = 8;

    private static final int WARM_UPS = 4;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 12);

    @Autowired
    Office office;

    @Autowired
    Layers layers;

    @Test
    void completedTasksASecond() {
        List<Round> rounds = IntStream.range(-WARM_UPS, ROUNDS)
                .mapToObj(this::round)
                .skip(WARM_UPS)
                .toList();
        double[] costs = rounds.stream().mapToDouble(Round::cost).sorted().toArray();
        double with = rate(rounds, Round::with);
        double without = rate(rounds, Round::without);
        System.out.printf(
                Locale.ROOT,
                "guards: completions/s with=%.1f without=%.1f (%d of each in %d rounds) cost=%.1f%% round by round=%.1f%%"
                        + " (quartiles %.1f to %.1f)%n",
                with,
                without,
                ROUNDS * TURNS * TURN,
                ROUNDS,
                100 * (1 - with / without),
                costs[ROUNDS / 2],
                costs[ROUNDS / 4],
                costs[ROUNDS * 3 / 4]);
    }

    /** Seconds that the same number of tasks took. */
    private record Round(double with, double without) {

        double cost() {
            return 100 * (1 - without / with);
        }
    }

    private static double rate(List<Round> rounds, ToDoubleFunction<Round> arm) {
        return ROUNDS * TURNS * TURN / rounds.stream().mapToDouble(arm).sum();
    }

    private Round round(int number) {
        Person innovator = office.inBrowser("inovator.dikbud");
        Person head = office.inBrowser("kepala.dikbud");
        List<String> tasks = each(IntStream.range(0, 2 * TURNS * TURN).boxed().toList(), each -> head.task(
                        innovator.start("innovation-journey", answers("innovation-proposal")), "Task_SignCommitment")
                .id());
        double[] seconds = new double[2];
        for (int turn = 0; turn < 2 * TURNS; turn++) {
            List<String> mine = tasks.subList(turn * TURN, (turn + 1) * TURN);
            // Each arm comes first as often as second: with, without, without, with …
            int arm = (turn + 1) / 2 % 2 == Math.floorMod(number, 2) ? 0 : 1;
            seconds[arm] += arm == 0 ? complete(head, mine) : unguarded(() -> complete(head, mine));
        }
        return new Round(seconds[0], seconds[1]);
    }

    private double unguarded(Callable<Double> work) {
        return layers.without(
                Set.of(
                        Layers.SPELLING,
                        Layers.ACCESS,
                        Layers.BODIES,
                        Layers.QUERIES,
                        Layers.IDENTITIES,
                        Layers.REMARKS),
                work);
    }

    private static double complete(Person head, List<String> tasks) {
        long begin = System.nanoTime();
        each(tasks, task -> accepted(head.submit(task, answers("commitment-sign"))));
        return (System.nanoTime() - begin) / 1e9;
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
}

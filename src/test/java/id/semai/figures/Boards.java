package id.semai.figures;

import id.semai.dashboard.Board;
import id.semai.dashboard.Happening;
import id.semai.dashboard.Journey;
import id.semai.dashboard.Step;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Boards for the tests of others. */
public final class Boards {

    private static final List<String> STAGES = Arrays.asList("lab", "lab.design", "lab", "lab.design", "", null);
    private static final List<Happening> OFTEN = List.of(Happening.ENTERED, Happening.OVERDUE);
    private static final List<Happening> SELDOM = List.of(Happening.values());
    private static final List<String> OUTCOMES = Arrays.asList("adopted", "declined", null);

    private Boards() {}

    /** Of innovations that wander, return, are late, and miss events, and as many in which nothing makes sense. */
    public static Board random(long seed, Instant now, int innovations) {
        PlainBoard board = new RandomBoard(seed, now.toEpochMilli()).of(innovations);
        Random random = new Random(seed);
        IntStream.range(0, innovations).forEach(i -> board.with(nonsense("n" + i, random, now.toEpochMilli())));
        return board;
    }

    /** Any steps in any order, at any time: also after the end, twice, out of nothing and in days to come. */
    private static Journey nonsense(String id, Random random, long now) {
        List<Step> steps = IntStream.rangeClosed(1, 1 + random.nextInt(16))
                .mapToObj(sequence -> step(2 * sequence, random, now))
                .toList();
        boolean provisional = random.nextInt(4) == 0;
        String unit = "u" + random.nextInt(RandomBoard.UNITS);
        String government = RandomBoard.GOVERNMENTS.get(Integer.parseInt(unit.substring(1)) % 3);
        return new Journey(id, "Judul " + id, provisional, government, unit, null, 2026, null, steps, Map.of(), false);
    }

    private static Step step(int sequence, Random random, long now) {
        List<Happening> likely = random.nextInt(5) > 0 ? OFTEN : SELDOM;
        Happening what = likely.get(random.nextInt(likely.size()));
        String stage = STAGES.get(random.nextInt(STAGES.size()));
        int visit = stage == null ? 0 : 1 + random.nextInt(2);
        String outcome = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
        return new Step(sequence, what, "t", time(random, now), stage, visit, due(random, now), outcome, null, null, 0);
    }

    private static long time(Random random, long now) {
        return now + (random.nextInt(420) - 400) * RandomBoard.DAY + random.nextInt(100_000);
    }

    private static long due(Random random, long now) {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> now;
            default -> time(random, now);
        };
    }
}

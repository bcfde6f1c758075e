package id.semai.figures;

import id.semai.dashboard.Board;
import id.semai.dashboard.Happening;
import id.semai.dashboard.Journey;
import id.semai.dashboard.Step;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
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
    private static final List<Object> VALUES = Arrays.asList(1, 2L, 1.5, "2", " 3.0e0 ", "NaN", "banyak", "", null);
    private static final List<String> SOURCES =
            Arrays.asList("lapor survey", "lapor,lapor", "LAPOR lapor", "", null, "moon");
    private static final List<String> SOURCE_NAMES =
            Arrays.asList("SP4N-LAPOR!; Survei", "Lapor ; Angket", "survey;lapor", "Survei", null);

    /** When a country is looked at. */
    public static final Instant NOW = Instant.parse("2026-11-28T07:30:00Z");

    private Boards() {}

    /** Of as many units as the country has. */
    public static Board country(int innovations) {
        return new Country(NOW).of(innovations);
    }

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
        Map<String, Object> results = results(random);
        return new Journey(id, "Judul " + id, provisional, government, unit, null, 2026, null, steps, results, false);
    }

    /** Numbers as texts and texts that are none, names that contradict each other, too few of them, and none. */
    private static Map<String, Object> results(Random random) {
        Map<String, Object> results = new HashMap<>();
        for (String name : List.of("quantityBaseline", "quantityTarget", "qualityTarget", "qualityAfter")) {
            results.put(name, VALUES.get(random.nextInt(VALUES.size())));
        }
        results.put("quantityAfter", random.nextInt(4));
        results.put("quantityIndicator", "Hari tunggu");
        results.put("quantityUnit", random.nextBoolean() ? "hari" : null);
        results.put("instrument", random.nextBoolean() ? "perkada" : null);
        results.put("demandSources", SOURCES.get(random.nextInt(SOURCES.size())));
        results.put("demandSourcesLabel", SOURCE_NAMES.get(random.nextInt(SOURCE_NAMES.size())));
        return results;
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
        long time = now + (random.nextInt(420) - 400) * RandomBoard.DAY + random.nextInt(100_000);
        return random.nextInt(3) == 0 ? turnOfWeek(time) - random.nextInt(2) : time;
    }

    /** Monday, 00.00 UTC. */
    private static long turnOfWeek(long time) {
        long week = 7 * RandomBoard.DAY;
        return Math.floorDiv(time - 4 * RandomBoard.DAY, week) * week + 4 * RandomBoard.DAY;
    }

    private static long due(Random random, long now) {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> now;
            default -> time(random, now);
        };
    }
}

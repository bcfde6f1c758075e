package id.semai.figures;

import id.semai.dashboard.Happening;
import id.semai.dashboard.Journey;
import id.semai.dashboard.Step;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What it takes to compute the board of a country: {@code -Dbench.innovations=}, on one thread, in CPU
 * time. "cold" is the first time, when
 * every journey is folded.
 */
class FiguresBench {

    private static final int INNOVATIONS = Integer.getInteger("bench.innovations", 36_742);
    private static final int GOVERNMENTS = 531;
    private static final int UNITS = 86;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final ZoneId ZONE = ZoneId.of("Asia/Makassar");
    private static final Instant NOW = Instant.parse("2026-11-28T07:30:00Z");
    private static final long DAY = 86_400_000;
    private static final String[] STAGES = {
        "commitment",
        "action-plan",
        "action-plan.draft",
        "action-plan.review",
        "lab",
        "lab.diagnose",
        "lab.design",
        "lab.deliver",
        "lab.display",
        "rollout",
        "rollout.trial",
        "rollout.adoption",
        "rollout.results"
    };

    private final Random random = new Random(2016);
    private final PlainBoard board = new PlainBoard();
    private long steps;

    @Test
    void aCountry() {
        List<Journey> journeys = new ArrayList<>();
        for (int i = 0; i < INNOVATIONS; i++) {
            journeys.add(journey(i));
        }
        board.fill(journeys);
        for (int i = 0; i < GOVERNMENTS * UNITS; i++) {
            board.unit("u" + i, "g" + i / UNITS, "d" + i % 20, true);
        }
        report();
    }

    private void report() {
        Reckoning reckoning = new Reckoning();
        double cold = millis(() -> reckoning.figures(board, Filter.ALL, NOW, ZONE));
        double[] warm = times(reckoning, Filter.ALL);
        double[] filtered = times(reckoning, new Filter("g7", null, null, 2026, null, null));
        double[] units = new double[9];
        for (int i = 0; i < units.length; i++) {
            units[i] = millis(() -> reckoning.units(board, new Filter("g7", null, null, null, null, null), NOW, ZONE));
        }
        System.out.printf(
                "figures: innovations=%d steps=%d units=%d cold=%.0f ms, warm median=%.0f ms worst=%.0f ms, one government"
                        + " median=%.0f ms, its units %.0f ms%n",
                INNOVATIONS,
                steps,
                GOVERNMENTS * UNITS,
                cold,
                median(warm),
                worst(warm),
                median(filtered),
                median(units));
    }

    private double[] times(Reckoning reckoning, Filter filter) {
        double[] times = new double[21];
        for (int i = 0; i < times.length; i++) {
            times[i] = millis(() -> reckoning.figures(board, filter, NOW, ZONE));
        }
        return times;
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double worst(double[] times) {
        return Arrays.stream(times).max().orElseThrow();
    }

    /** Of this thread's work, not of its waiting for a processor. */
    private static double millis(Runnable work) {
        long start = THREADS.getCurrentThreadCpuTime();
        work.run();
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
    }

    private Journey journey(int i) {
        List<Step> told = new ArrayList<>();
        long at = NOW.toEpochMilli() - random.nextInt(400) * DAY;
        add(told, Happening.STARTED, at, null, 0, null);
        int last = random.nextInt(3) == 0 ? random.nextInt(STAGES.length) : STAGES.length;
        for (int s = 0; s < last; s++) {
            for (int visit = 1; visit <= 1 + random.nextInt(5) / 4; visit++) {
                add(told, Happening.ENTERED, at, STAGES[s], visit, null);
                at += random.nextInt((int) (20 * DAY));
                add(told, Happening.COMPLETED, at, STAGES[s], visit, "accepted");
            }
        }
        if (last == STAGES.length) {
            add(told, Happening.FINISHED, at, null, 0, random.nextInt(4) == 0 ? "stopped" : "adopted");
        } else {
            add(told, Happening.ENTERED, at, STAGES[last], 3, null);
        }
        steps += told.size();
        Map<String, Object> results =
                Map.of("quantityBaseline", 1, "quantityTarget", 2, "quantityAfter", 3, "demandSources", "lapor survey");
        int unit = random.nextInt(GOVERNMENTS * UNITS);
        return new Journey(
                "i" + i,
                "Judul " + i,
                false,
                "g" + unit / UNITS,
                "u" + unit,
                null,
                2025 + i % 2,
                "new",
                told,
                results,
                true);
    }

    private static void add(List<Step> told, Happening what, long at, String stage, int visit, String outcome) {
        long due = what == Happening.ENTERED ? at + 10 * DAY : 0;
        told.add(new Step(told.size() + 1, what, what.name(), at, stage, visit, due, outcome, null, "p", 1));
    }
}

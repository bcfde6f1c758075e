package id.semai.figures;

import id.semai.dashboard.Board;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.ZoneId;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * What it takes to compute the board of a country: {@code -Dbench.innovations=}, on one thread, in CPU
 * time. "cold" is the first time, when
 * every journey is folded.
 */
class FiguresBench {

    private static final int INNOVATIONS = Integer.getInteger("bench.innovations", 36_742);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final ZoneId ZONE = ZoneId.of("Asia/Makassar");
    private final Board board = Boards.country(INNOVATIONS);

    @Test
    void aCountry() {
        report();
    }

    private void report() {
        Reckoning reckoning = new Reckoning();
        double cold = millis(() -> reckoning.figures(board, Filter.ALL, Boards.NOW, ZONE));
        double[] warm = times(reckoning, Filter.ALL);
        double[] filtered = times(reckoning, new Filter("g7", null, null, 2026, null, null));
        double[] units = new double[9];
        for (int i = 0; i < units.length; i++) {
            units[i] = millis(
                    () -> reckoning.units(board, new Filter("g7", null, null, null, null, null), Boards.NOW, ZONE));
        }
        System.out.printf(
                "figures: innovations=%d steps=%d units=%d cold=%.0f ms, warm median=%.0f ms worst=%.0f ms, one government"
                        + " median=%.0f ms, its units %.0f ms%n",
                INNOVATIONS,
                board.journeys().stream()
                        .mapToInt(journey -> journey.steps().size())
                        .sum(),
                board.units().size(),
                cold,
                median(warm),
                worst(warm),
                median(filtered),
                median(units));
    }

    private double[] times(Reckoning reckoning, Filter filter) {
        double[] times = new double[21];
        for (int i = 0; i < times.length; i++) {
            times[i] = millis(() -> reckoning.figures(board, filter, Boards.NOW, ZONE));
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
}

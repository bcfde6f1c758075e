package id.semai.journal;

import java.util.Arrays;

/** Measured values, in whatever unit the caller measures. */
record Figures(double[] sorted) {

    static Figures of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Figures(sorted);
    }

    double median() {
        return percentile(50);
    }

    /** By the nearest rank. */
    double percentile(int percent) {
        int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }
}

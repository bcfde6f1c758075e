package id.semai.figures;

import java.util.Arrays;

/** Spans in milliseconds, of which quantiles are asked. */
final class Spans {

    private static final double DAY = 86_400_000d;

    private long[] spans = new long[16];
    private int size;
    private boolean sorted;

    static double days(long span) {
        return span / DAY;
    }

    static int wholeDays(long span) {
        return (int) Math.floor(days(span));
    }

    void add(long span) {
        if (size == spans.length) {
            spans = Arrays.copyOf(spans, size * 2);
        }
        spans[size++] = span;
        sorted = false;
    }

    /** The nearest rank in days: the span at place {@code ⌈percent · n / 100⌉} of all in ascending order. */
    Double quantile(int percent) {
        if (size == 0) {
            return null;
        }
        sort();
        return days(spans[(int) (((long) size * percent + 99) / 100) - 1]);
    }

    private void sort() {
        if (!sorted) {
            Arrays.sort(spans, 0, size);
            sorted = true;
        }
    }
}

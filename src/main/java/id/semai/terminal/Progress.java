package id.semai.terminal;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** How far a command is: one line that changes on a terminal, a line every few seconds in a file. */
public class Progress {

    public static final Locale INDONESIAN = Locale.forLanguageTag("id-ID");

    private static final int WIDTH = 100;

    private final String what;
    private final long total;
    private final PrintStream out;
    private final boolean terminal;
    private final long began = System.nanoTime();
    private long shown = began;
    private long count;

    Progress(String what, long total, PrintStream out, boolean terminal) {
        this.what = what;
        this.total = total;
        this.out = out;
        this.terminal = terminal;
    }

    public void add(long more) {
        reach(count + more);
    }

    public void reach(long place) {
        count = place;
        Duration pause = terminal ? Duration.ofMillis(200) : Duration.ofSeconds(5);
        if (System.nanoTime() - shown >= pause.toNanos()) {
            shown = System.nanoTime();
            show();
        }
    }

    /** Leaves the last figures standing. */
    public void end() {
        show();
        if (terminal) {
            out.println();
        }
    }

    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    public static String number(long number) {
        return String.format(INDONESIAN, "%,d", number);
    }

    public static String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        return seconds < 120 ? seconds + " detik" : seconds / 60 + " menit " + seconds % 60 + " detik";
    }

    private void show() {
        if (terminal) {
            out.printf("\r%-" + WIDTH + "s", line());
            out.flush();
        } else {
            out.println(line());
        }
    }

    private String line() {
        double perSecond = count / Math.max(0.001, elapsed().toMillis() / 1000.0);
        String rest =
                count == 0 && total > 0 ? "?" : duration(Duration.ofSeconds((long) ((total - count) / perSecond)));
        return "%s: %s dari %s (%d%%), %s/detik, sisa %s"
                .formatted(
                        what,
                        number(count),
                        number(total),
                        total == 0 ? 100 : Math.min(100, 100 * count / total),
                        number((long) perSecond),
                        rest);
    }
}

package id.semai.figures;

import id.semai.figures.Figures.Band;
import id.semai.figures.Figures.Ending;
import id.semai.figures.Figures.Totals;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How many there are, how long they have stood, and how they ended. */
final class Headline {

    private static final int[] BANDS = {0, 31, 61, 91, 181};

    private final View view;

    Headline(View view) {
        this.view = view;
    }

    Totals totals() {
        Map<String, Integer> ended = new HashMap<>();
        Spans spans = new Spans();
        int open = 0;
        int overdue = 0;
        int returned = 0;
        for (Course course : view.chosen()) {
            open += course.isOpen() ? 1 : 0;
            overdue += course.isOverdue(view.now()) ? 1 : 0;
            returned += course.hasReturned() ? 1 : 0;
            count(course, ended, spans);
        }
        return new Totals(
                view.chosen().size(),
                open,
                ended.getOrDefault("adopted", 0),
                ended.getOrDefault("stopped", 0),
                ended.getOrDefault("declined", 0),
                ended.getOrDefault("withdrawn", 0),
                ended.getOrDefault("cancelled", 0),
                overdue,
                returned,
                spans.quantile(50),
                spans.quantile(85));
    }

    private void count(Course course, Map<String, Integer> ended, Spans spans) {
        if (!course.isOpen()) {
            ended.merge(String.valueOf(course.outcome()), 1, Integer::sum);
            if (course.hasEnded("adopted") && course.isBeginKnown()) {
                spans.add(course.span(view.now()));
            }
        }
    }

    List<Band> ageing() {
        int[] counts = new int[BANDS.length];
        for (Course course : view.chosen()) {
            if (course.isOpen()) {
                counts[band(Spans.wholeDays(Math.max(0, view.now() - course.inMainStageSince())))]++;
            }
        }
        return IntStream.range(0, BANDS.length)
                .mapToObj(i -> new Band(BANDS[i], i + 1 == BANDS.length ? null : BANDS[i + 1] - 1, counts[i]))
                .toList();
    }

    private static int band(int days) {
        int band = BANDS.length - 1;
        while (days < BANDS[band]) {
            band--;
        }
        return band;
    }

    List<Ending> endings() {
        Map<How, Integer> counts = new HashMap<>();
        for (Course course : view.chosen()) {
            if (!course.isOpen()) {
                counts.merge(new How(course.end().outcome(), course.end().reason()), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .map(entry -> ending(entry.getKey(), entry.getValue()))
                .sorted(MOST_FREQUENT)
                .toList();
    }

    private Ending ending(How how, int innovations) {
        return new Ending(
                how.outcome,
                view.name("outcome", how.outcome),
                how.reason,
                view.name("reason", how.reason),
                innovations);
    }

    private static final Comparator<Ending> MOST_FREQUENT = Comparator.comparingInt(Ending::innovations)
            .reversed()
            .thenComparing(Ending::outcome, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Ending::reason, Comparator.nullsFirst(Comparator.naturalOrder()));

    private record How(String outcome, String reason) {}
}

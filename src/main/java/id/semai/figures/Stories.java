package id.semai.figures;

import id.semai.dashboard.Happening;
import id.semai.dashboard.Journey;
import id.semai.figures.Timeline.Stay;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What is told of single innovations. */
final class Stories {

    private static final Comparator<InnovationRow> NEWEST_FIRST = Comparator.comparingInt(InnovationRow::year)
            .reversed()
            .thenComparing(InnovationRow::title)
            .thenComparing(InnovationRow::id);

    private final View view;

    Stories(View view) {
        this.view = view;
    }

    List<InnovationRow> rows() {
        return view.chosen().stream().map(this::row).sorted(NEWEST_FIRST).toList();
    }

    private InnovationRow row(Course course) {
        Journey journey = course.journey();
        Visit here = course.innermost();
        String stage = here == null ? null : here.stage();
        return new InnovationRow(
                journey.id(),
                journey.title(),
                journey.titleProvisional(),
                journey.unit(),
                journey.cycleYear(),
                view.name("kind", journey.kind()),
                stage,
                view.name("stage", stage),
                course.isOverdue(view.now()),
                Spans.wholeDays(span(course, here)),
                course.outcome(),
                view.name("outcome", course.outcome()));
    }

    private long span(Course course, Visit here) {
        if (!course.isOpen()) {
            return course.span(view.now());
        }
        return here != null ? here.span(view.now()) : Math.max(0, view.now() - course.idleSince());
    }

    Timeline timeline(Course course) {
        Journey journey = course.journey();
        String reason = course.isOpen() ? null : course.end().reason();
        return new Timeline(
                journey.id(),
                journey.title(),
                journey.titleProvisional(),
                journey.government(),
                view.governmentName(journey.government()),
                journey.unit(),
                view.unitName(journey.unit()),
                journey.cycleYear(),
                view.name("kind", journey.kind()),
                Instant.ofEpochMilli(course.began()),
                course.isOpen() ? null : course.end().time(),
                course.outcome(),
                view.name("outcome", course.outcome()),
                reason,
                view.name("reason", reason),
                Spans.days(course.span(view.now())),
                course.isOverdue(view.now()),
                journey.whole(),
                instrument(journey),
                List.copyOf(Demands.of(journey).values()),
                course.visits().stream().map(this::stay).toList(),
                measures(journey));
    }

    private String instrument(Journey journey) {
        Object code = journey.results().get("instrument");
        return code == null ? null : view.name("instrument", code.toString());
    }

    private static List<Measure> measures(Journey journey) {
        return Measure.DIMENSIONS.stream()
                .map(dimension -> Measure.of(journey, dimension))
                .filter(Measure::isKnown)
                .toList();
    }

    private Stay stay(Visit visit) {
        String outcome = visit.end() == null ? null : visit.end().outcome();
        String reason = visit.end() == null ? null : visit.end().reason();
        return new Stay(
                visit.stage(),
                view.name("stage", visit.stage()),
                visit.depth(),
                visit.number(),
                visit.isEntryKnown() ? Instant.ofEpochMilli(visit.since()) : null,
                visit.isOpen() ? null : Instant.ofEpochMilli(visit.leftAt()),
                visit.dueAt() == 0 ? null : Instant.ofEpochMilli(visit.dueAt()),
                outcome,
                view.name("stage-outcome", outcome),
                reason,
                view.name("reason", reason),
                visit.end() != null && visit.end().what() == Happening.CANCELLED,
                visit.wasOverdue(view.now()),
                Spans.days(visit.span(view.now())));
    }
}

package id.semai.figures;

import id.semai.dashboard.Board;
import id.semai.dashboard.Journey;
import id.semai.dashboard.ModelFacts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Computes what people see from what the topics have told. Keeps what it has found out about each journey and diagram
 * until another object takes its place; safe to use from any thread.
 */
@Component
public class Reckoning {

    private final Courses courses = new Courses();
    private final Diagrams diagrams = new Diagrams();

    /**
     * @param at the moment at which something is overdue or old
     * @param zone in which weeks begin and years change
     */
    public Figures figures(Board board, Filter filter, Instant at, ZoneId zone) {
        long version = board.version();
        View view = View.of(board, courses, filter, at, zone);
        StageOrder order = new StageOrder(view.all());
        Headline headline = new Headline(view);
        Stages stages = new Stages(view, order);
        List<Figures.StageFigures> byStage = stages.stages();
        return new Figures(
                version,
                filter,
                board.freshness(),
                headline.totals(),
                stages.funnel(),
                byStage,
                headline.ageing(),
                Weeks.of(view),
                headline.endings(),
                new Movement(view).oneAgency(),
                Demands.of(view.chosen()),
                Improvements.of(view.chosen()),
                heat(view, byStage),
                new Offers(view, order).choices());
    }

    /** By government and name; those without any innovation, too. */
    public List<UnitRow> units(Board board, Filter filter, Instant at, ZoneId zone) {
        return new Movement(View.of(board, courses, filter, at, zone)).units();
    }

    /** The newest cycle year first, then by title. */
    public List<InnovationRow> innovations(Board board, Filter filter, Instant at, ZoneId zone) {
        return new Stories(View.of(board, courses, filter, at, zone)).rows();
    }

    /** Empty if the board does not know this innovation. */
    public Optional<Timeline> timeline(Board board, String innovation, Instant at, ZoneId zone) {
        return board.journey(innovation).map(journey -> timeline(board, journey, at, zone));
    }

    private Timeline timeline(Board board, Journey journey, Instant at, ZoneId zone) {
        Course course = courses.of(journey);
        View view = new View(board, Filter.ALL, at, zone, board.units(), List.of(course), List.of(course));
        return new Stories(view).timeline(course);
    }

    private List<Figures.HeatMap> heat(View view, List<Figures.StageFigures> stages) {
        Map<String, ModelFacts> models = view.board().models();
        return new Heats(view, models, diagrams.of(models), stages).maps();
    }
}

package id.semai.dashboardpages;

import id.semai.dashboard.Board;
import id.semai.dashboard.ModelFacts;
import id.semai.dashboardpages.Showing.Subject;
import id.semai.figures.Figures;
import id.semai.figures.Filter;
import id.semai.figures.InnovationRow;
import id.semai.figures.Reckoning;
import id.semai.figures.Timeline;
import id.semai.figures.UnitRow;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the board tells somebody at this moment, as far as they may see it. */
@Component
@WithBoard
class Seen {

    private final Board board;
    private final Reckoning reckoning;
    private final Clock clock;
    private final ZoneId zone;

    /** @param zone in which weeks begin and years change */
    Seen(Board board, Reckoning reckoning, Clock clock, @Value("${semai.dashboard.zone:Asia/Jakarta}") ZoneId zone) {
        this.board = board;
        this.reckoning = reckoning;
        this.clock = clock;
        this.zone = zone;
    }

    long version() {
        return board.version();
    }

    Stamp stamp(Sight sight) {
        return Stamp.of(SeenBoard.of(board, sight).freshness());
    }

    Figures figures(Subject subject) {
        return reckoning.figures(SeenBoard.of(board, subject.sight()), subject.filter(), clock.instant(), zone);
    }

    List<UnitRow> units(Subject subject) {
        return reckoning.units(SeenBoard.of(board, subject.sight()), subject.filter(), clock.instant(), zone);
    }

    Optional<UnitRow> unit(String unit, Sight sight) {
        return units(new Subject(of(unit), sight)).stream()
                .filter(row -> row.unit().equals(unit) && sight.reaches(unit))
                .findFirst();
    }

    List<InnovationRow> innovations(String unit, Sight sight) {
        return reckoning.innovations(SeenBoard.of(board, sight), of(unit), clock.instant(), zone);
    }

    Optional<Timeline> innovation(String id, Sight sight) {
        return reckoning.timeline(SeenBoard.of(board, sight), id, clock.instant(), zone);
    }

    Optional<ModelFacts> model(String process) {
        return Optional.ofNullable(board.models().get(process));
    }

    private static Filter of(String unit) {
        return new Filter(null, unit, null, null, null, null);
    }
}

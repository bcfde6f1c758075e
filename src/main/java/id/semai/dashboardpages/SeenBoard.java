package id.semai.dashboardpages;

import id.semai.dashboard.Board;
import id.semai.dashboard.Freshness;
import id.semai.dashboard.Journey;
import id.semai.dashboard.ModelFacts;
import id.semai.dashboard.UnitFacts;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The board as far as somebody may see it: no figure can tell of what its board does not hold. */
class SeenBoard implements Board {

    private final Board board;
    private final Sight sight;

    private SeenBoard(Board board, Sight sight) {
        this.board = board;
        this.sight = sight;
    }

    static Board of(Board board, Sight sight) {
        return sight.units() == null ? board : new SeenBoard(board, sight);
    }

    @Override
    public long version() {
        return board.version();
    }

    @Override
    public Collection<Journey> journeys() {
        return board.journeys().stream()
                .filter(journey -> sight.reaches(journey.unit()))
                .toList();
    }

    @Override
    public Optional<Journey> journey(String id) {
        return board.journey(id).filter(journey -> sight.reaches(journey.unit()));
    }

    @Override
    public Map<String, UnitFacts> units() {
        return board.units().entrySet().stream()
                .filter(unit -> sight.reaches(unit.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Map<String, ModelFacts> models() {
        return board.models();
    }

    @Override
    public String label(String what, String code) {
        return board.label(what, code);
    }

    /** Without the counts, which are those of everybody's innovations. */
    @Override
    public Freshness freshness() {
        Freshness all = board.freshness();
        long incomplete =
                journeys().stream().filter(journey -> !journey.whole()).count();
        return new Freshness(
                all.lastEvent(),
                all.heardAt(),
                all.lag(),
                all.connected(),
                all.catchingUp(),
                0,
                0,
                all.setAside(),
                incomplete,
                all.others());
    }
}

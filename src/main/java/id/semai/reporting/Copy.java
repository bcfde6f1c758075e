package id.semai.reporting;

import id.semai.dashboard.Board;
import id.semai.dashboard.Freshness;
import id.semai.dashboard.Journey;
import id.semai.dashboard.UnitFacts;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the tables hold, and what of the board they do not hold yet. To be thrown away after a failure: what is remembered
 * here is what was committed.
 */
final class Copy {

    private static final int BATCH = 500;

    private final Board board;
    private final Tables tables;
    private final TransactionTemplate transaction;
    private final BooleanSupplier going;
    private final Map<String, Written> journeys;
    private final Map<String, UnitFacts> units;
    private final Map<Code, String> names;
    private final Set<Code> codes = new HashSet<>();
    private Long version;

    /** @param going false when there is no time left to begin another batch */
    Copy(Board board, Tables tables, TransactionTemplate transaction, BooleanSupplier going) {
        this.board = board;
        this.tables = tables;
        this.transaction = transaction;
        this.going = going;
        this.journeys = tables.journeys();
        this.units = tables.units();
        this.names = tables.names();
    }

    /**
     * A board may know less than it did, for as long as it reads everything anew: what it does not know goes only if it was
     * complete before, while and after it was copied.
     */
    void round() {
        OffsetDateTime asOf = tables.now();
        long present = board.version();
        Freshness freshness = board.freshness();
        if (version == null || version != present) {
            copy(freshness);
            version = present;
        }
        if (going.getAsBoolean()) {
            tables.writeFreshness(freshness, asOf);
        }
    }

    private void copy(Freshness before) {
        boolean complete = isComplete(before);
        Collection<Journey> told = board.journeys();
        Map<String, UnitFacts> known = board.units();
        complete &= isComplete(board.freshness());
        write(told, known.values());
        if (complete && isComplete(board.freshness()) && going.getAsBoolean()) {
            rename();
            forgetAllBut(told, known.keySet());
        }
    }

    private static boolean isComplete(Freshness freshness) {
        return freshness.connected() && !freshness.catchingUp();
    }

    private void write(Collection<Journey> told, Collection<UnitFacts> known) {
        List<UnitFacts> changed = known.stream()
                .filter(unit -> !unit.equals(units.get(unit.code())))
                .toList();
        inBatches(changed, this::writeUnits);
        List<Written> grown =
                told.stream().filter(this::isNew).map(this::written).toList();
        grown.forEach(one -> Code.addAll(one, codes));
        inBatches(grown, this::writeJourneys);
    }

    private void rename() {
        Map<Code, String> news = new HashMap<>();
        for (Code code : codes) {
            String name = board.label(code.what(), code.code());
            if (!name.equals(names.get(code))) {
                news.put(code, name);
            }
        }
        tables.writeNames(news);
        names.putAll(news);
    }

    private boolean isNew(Journey journey) {
        Written before = journeys.get(journey.id());
        return before == null || before.journey() != journey;
    }

    private Written written(Journey journey) {
        return Written.of(journey, journeys.get(journey.id()));
    }

    private void writeUnits(List<UnitFacts> some) {
        tables.writeUnits(some);
        some.forEach(unit -> units.put(unit.code(), unit));
    }

    private void writeJourneys(List<Written> some) {
        transaction.executeWithoutResult(status -> tables.writeJourneys(some));
        some.forEach(one -> journeys.put(one.journey().id(), one));
    }

    private void forgetAllBut(Collection<Journey> told, Set<String> known) {
        Set<String> gone = new HashSet<>(journeys.keySet());
        told.forEach(journey -> gone.remove(journey.id()));
        tables.deleteJourneys(gone);
        journeys.keySet().removeAll(gone);
        Set<String> dissolved = new HashSet<>(units.keySet());
        dissolved.removeAll(known);
        tables.deleteUnits(dissolved);
        units.keySet().removeAll(dissolved);
    }

    private <T> void inBatches(List<T> all, Consumer<List<T>> batch) {
        for (int from = 0; from < all.size() && going.getAsBoolean(); from += BATCH) {
            batch.accept(all.subList(from, Math.min(all.size(), from + BATCH)));
        }
    }
}

package id.semai.reporting;

import id.semai.dashboard.Board;
import id.semai.dashboard.Freshness;
import id.semai.dashboard.Happening;
import id.semai.dashboard.Journey;
import id.semai.dashboard.ModelFacts;
import id.semai.dashboard.Step;
import id.semai.dashboard.UnitFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A board that a test fills and empties by hand. */
class Shelf implements Board {

    static final long LAG = 7;
    static final long EVENTS = 42;

    final Map<String, Journey> journeys = new HashMap<>();
    final Map<String, UnitFacts> units = new HashMap<>();
    BooleanSupplier connected = () -> true;
    boolean catchingUp;
    boolean still;
    Runnable whenListed = () -> {};
    final Map<String, String> names = new HashMap<>();
    private long version;

    /** @param stages that are entered one after the other */
    Shelf journey(String id, String... stages) {
        List<Step> steps = new ArrayList<>();
        steps.add(step(1, Happening.STARTED, null));
        for (String stage : stages) {
            steps.add(step(steps.size() + 1, Happening.ENTERED, stage));
        }
        journeys.put(id, new Journey(id, "Judul", false, "52.04", "u1", null, 2026, null, steps, Map.of(), true));
        return this;
    }

    private static Step step(int sequence, Happening what, String stage) {
        int visit = stage == null ? 0 : 1;
        return new Step(sequence, what, what.name(), 1_000L * sequence, stage, visit, 0, null, null, "p", 1);
    }

    Shelf unit(String code, String name) {
        units.put(code, new UnitFacts(code, name, "agency", "Dinas", null, "52.04", "Kab. Sumbawa", true, 1));
        return this;
    }

    @Override
    public long version() {
        return still ? version : ++version;
    }

    @Override
    public Collection<Journey> journeys() {
        whenListed.run();
        return List.copyOf(journeys.values());
    }

    @Override
    public Optional<Journey> journey(String id) {
        return Optional.ofNullable(journeys.get(id));
    }

    @Override
    public Map<String, UnitFacts> units() {
        return Map.copyOf(units);
    }

    @Override
    public Map<String, ModelFacts> models() {
        return Map.of();
    }

    @Override
    public String label(String what, String code) {
        return names.getOrDefault(code, code);
    }

    @Override
    public Freshness freshness() {
        Instant heard = Instant.EPOCH;
        return new Freshness(heard, heard, LAG, connected.getAsBoolean(), catchingUp, EVENTS, 0, 0, 0, Map.of());
    }
}

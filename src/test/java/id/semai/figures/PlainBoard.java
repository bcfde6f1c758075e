package id.semai.figures;

import id.semai.dashboard.Board;
import id.semai.dashboard.Freshness;
import id.semai.dashboard.Journey;
import id.semai.dashboard.ModelFacts;
import id.semai.dashboard.UnitFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A board that a test fills by hand. It calls each code by its capital letters. */
class PlainBoard implements Board {

    private final List<Journey> journeys = new ArrayList<>();
    private final Map<String, UnitFacts> units = new HashMap<>();
    private final Map<String, ModelFacts> models = new HashMap<>();

    PlainBoard with(Tale... tales) {
        for (Tale tale : tales) {
            with(tale.journey());
        }
        return this;
    }

    PlainBoard with(Journey journey) {
        journeys.removeIf(known -> known.id().equals(journey.id()));
        journeys.add(journey);
        return this;
    }

    PlainBoard fill(List<Journey> many) {
        journeys.addAll(many);
        return this;
    }

    PlainBoard with(UnitFacts unit) {
        units.put(unit.code(), unit);
        return this;
    }

    PlainBoard unit(String code, String government, String district, boolean active) {
        return with(new UnitFacts(
                code, "Unit " + code, "agency", "Dinas", district, government, "Kab. " + government, active, 1));
    }

    PlainBoard model(String process, String diagram) {
        models.put(process, new ModelFacts(process, "Proses " + process, 3, 0, diagram, 3));
        return this;
    }

    @Override
    public long version() {
        return 7;
    }

    @Override
    public Collection<Journey> journeys() {
        return journeys;
    }

    @Override
    public Optional<Journey> journey(String id) {
        return journeys.stream().filter(journey -> journey.id().equals(id)).findFirst();
    }

    @Override
    public Map<String, UnitFacts> units() {
        return units;
    }

    @Override
    public Map<String, ModelFacts> models() {
        return models;
    }

    @Override
    public String label(String what, String code) {
        return what + ":" + code.toUpperCase();
    }

    @Override
    public Freshness freshness() {
        return new Freshness(Instant.EPOCH, Instant.EPOCH, 0, true, false, 0, 0, 0, 0, Map.of());
    }
}

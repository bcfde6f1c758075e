package id.semai.reporting;

import id.semai.dashboard.Journey;
import id.semai.dashboard.Step;
import id.semai.dashboard.UnitFacts;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;

/** What is written of a unit, a journey and a step, column by column. */
final class Rows {

    static final String WRITE_UNIT =
            """
            insert into reporting.unit as u (code, name, kind, kind_name, district, government, government_name, active)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (code) do update set
                (name, kind, kind_name, district, government, government_name, active)
                = (excluded.name, excluded.kind, excluded.kind_name, excluded.district, excluded.government,
                    excluded.government_name, excluded.active)
            where u is distinct from excluded
            """;
    static final String WRITE_JOURNEY =
            """
            insert into reporting.journey as j (id, title, title_provisional, government, unit, workshop, cycle_year, kind,
                instrument, quantity_indicator, quantity_unit, quantity_before, quantity_target, quantity_after,
                quality_indicator, quality_before, quality_target, quality_after, demand_sources, demand_names, whole,
                steps, fingerprint)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set
                (title, title_provisional, government, unit, workshop, cycle_year, kind, instrument, quantity_indicator,
                    quantity_unit, quantity_before, quantity_target, quantity_after, quality_indicator, quality_before,
                    quality_target, quality_after, demand_sources, demand_names, whole, steps, fingerprint)
                = (excluded.title, excluded.title_provisional, excluded.government, excluded.unit, excluded.workshop,
                    excluded.cycle_year, excluded.kind, excluded.instrument, excluded.quantity_indicator,
                    excluded.quantity_unit, excluded.quantity_before, excluded.quantity_target, excluded.quantity_after,
                    excluded.quality_indicator, excluded.quality_before, excluded.quality_target, excluded.quality_after,
                    excluded.demand_sources, excluded.demand_names, excluded.whole, excluded.steps, excluded.fingerprint)
            where j is distinct from excluded
            """;
    static final String WRITE_STEP =
            """
            insert into reporting.step (journey, sequence, what, type, at, stage, visit, due_at, outcome, reason, process,
                process_version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private Rows() {}

    static Object[] of(UnitFacts unit) {
        return new Object[] {
            unit.code(),
            unit.name(),
            unit.kind(),
            unit.kindLabel(),
            unit.district(),
            unit.government(),
            unit.governmentName(),
            unit.active()
        };
    }

    static Object[] of(Written written) {
        Journey journey = written.journey();
        Map<String, String> demands = Results.demands(journey);
        return new Object[] {
            journey.id(),
            journey.title(),
            journey.titleProvisional(),
            journey.government(),
            journey.unit(),
            journey.workshopId(),
            journey.cycleYear(),
            journey.kind(),
            Results.text(journey, "instrument"),
            Results.text(journey, "quantityIndicator"),
            Results.text(journey, "quantityUnit"),
            Results.number(journey, "quantityBaseline"),
            Results.number(journey, "quantityTarget"),
            Results.number(journey, "quantityAfter"),
            Results.text(journey, "qualityIndicator"),
            Results.number(journey, "qualityBaseline"),
            Results.number(journey, "qualityTarget"),
            Results.number(journey, "qualityAfter"),
            texts(demands.keySet()),
            texts(demands.values()),
            journey.whole(),
            written.steps(),
            written.fingerprint()
        };
    }

    private static String[] texts(Collection<String> texts) {
        return texts.stream().map(Rows::storable).toArray(String[]::new);
    }

    static Object[] of(String journey, Step step) {
        return new Object[] {
            journey,
            step.sequence(),
            step.what().name(),
            step.type(),
            step.at(),
            step.stage(),
            step.visit(),
            step.dueAt(),
            step.outcome(),
            step.reason(),
            step.processKey(),
            step.processVersion()
        };
    }

    static Object[] storable(Object[] row) {
        return Arrays.stream(row)
                .map(value -> value instanceof String text ? storable(text) : value)
                .toArray();
    }

    /** No text of PostgreSQL holds the character 0, which any event may bring. */
    static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }
}

package id.semai.reporting;

import id.semai.dashboard.Journey;
import id.semai.dashboard.Step;
import id.semai.dashboard.UnitFacts;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables behind the views of the schema {@code reporting}. */
final class Tables {

    private static final String WRITE_UNIT =
            """
            insert into reporting.unit as u (code, name, kind, kind_name, district, government, government_name, active)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (code) do update set
                (name, kind, kind_name, district, government, government_name, active)
                = (excluded.name, excluded.kind, excluded.kind_name, excluded.district, excluded.government,
                    excluded.government_name, excluded.active)
            where u is distinct from excluded
            """;
    private static final String WRITE_JOURNEY =
            """
            insert into reporting.journey as j (id, title, title_provisional, government, unit, workshop, cycle_year, kind,
                whole, steps, fingerprint)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set
                (title, title_provisional, government, unit, workshop, cycle_year, kind, whole, steps, fingerprint)
                = (excluded.title, excluded.title_provisional, excluded.government, excluded.unit, excluded.workshop,
                    excluded.cycle_year, excluded.kind, excluded.whole, excluded.steps, excluded.fingerprint)
            where j is distinct from excluded
            """;
    private static final String FORGET_STEPS = "delete from reporting.step where journey = ?";
    private static final String WRITE_STEP =
            """
            insert into reporting.step (journey, sequence, what, type, at, stage, visit, due_at, outcome, reason, process,
                process_version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcTemplate database;

    Tables(DataSource database) {
        this.database = new JdbcTemplate(database);
    }

    void zone(ZoneId zone) {
        String name = nameOf(zone);
        database.update("update reporting.settings set zone = ? where zone <> ?", name, name);
    }

    /** PostgreSQL reads an offset as POSIX does, where what lies east of Greenwich is negative. */
    static String nameOf(ZoneId zone) {
        if (!(zone.normalized() instanceof ZoneOffset offset)) {
            return zone.getId();
        }
        String opposite = ZoneOffset.ofTotalSeconds(-offset.getTotalSeconds()).getId();
        return offset.equals(ZoneOffset.UTC) ? "UTC" : "<local>" + opposite;
    }

    /** By id. */
    Map<String, Written> journeys() {
        Map<String, Written> journeys = new HashMap<>();
        database.query("select id, steps, fingerprint from reporting.journey", row -> {
            journeys.put(row.getString(1), Written.before(row.getInt(2), row.getLong(3)));
        });
        return journeys;
    }

    /** By code, with null for what is there already: it is written once more. */
    Map<String, UnitFacts> units() {
        Map<String, UnitFacts> units = new HashMap<>();
        database.queryForList("select code from reporting.unit", String.class).forEach(code -> units.put(code, null));
        return units;
    }

    void writeUnits(List<UnitFacts> units) {
        database.batchUpdate(WRITE_UNIT, units.stream().map(Tables::values).toList());
    }

    /** In a transaction. */
    void writeJourneys(List<Written> journeys) {
        database.batchUpdate(
                WRITE_JOURNEY, journeys.stream().map(Tables::values).toList());
        database.batchUpdate(
                FORGET_STEPS,
                journeys.stream()
                        .filter(written -> written.kept() == 0)
                        .map(written -> new Object[] {written.journey().id()})
                        .toList());
        List<Object[]> steps = new ArrayList<>();
        journeys.forEach(written -> written.news()
                .forEach(step -> steps.add(values(written.journey().id(), step))));
        database.batchUpdate(WRITE_STEP, steps);
    }

    void deleteJourneys(Collection<String> ids) {
        delete("delete from reporting.journey where id = ?", ids);
    }

    void deleteUnits(Collection<String> codes) {
        delete("delete from reporting.unit where code = ?", codes);
    }

    private void delete(String sql, Collection<String> keys) {
        database.batchUpdate(sql, keys.stream().map(key -> new Object[] {key}).toList());
    }

    private static Object[] values(UnitFacts unit) {
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

    private static Object[] values(Written written) {
        Journey journey = written.journey();
        return new Object[] {
            journey.id(),
            journey.title(),
            journey.titleProvisional(),
            journey.government(),
            journey.unit(),
            journey.workshopId(),
            journey.cycleYear(),
            journey.kind(),
            journey.whole(),
            written.steps(),
            written.fingerprint()
        };
    }

    private static Object[] values(String journey, Step step) {
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
}

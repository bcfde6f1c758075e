package id.semai.reporting;

import id.semai.dashboard.Freshness;
import id.semai.dashboard.UnitFacts;
import java.time.Instant;
import java.time.OffsetDateTime;
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

    private static final String WRITE_NAME =
            """
            insert into reporting.name (what, code, name) values (?, ?, ?)
            on conflict (what, code) do update set name = excluded.name
            """;
    private static final String WRITE_FRESHNESS =
            """
            update reporting.copied set
                (at, last_event, heard_at, lag, connected, catching_up, events, set_aside, incomplete)
                = (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** In this order: a stay asks for the course, a place for the stays. */
    private static final List<String> COMPUTED = List.of("course", "stay", "place");

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

    Map<Code, String> names() {
        Map<Code, String> names = new HashMap<>();
        database.query("select what, code, name from reporting.name", row -> {
            names.put(new Code(row.getString(1), row.getString(2)), row.getString(3));
        });
        return names;
    }

    void writeNames(Map<Code, String> names) {
        write(
                WRITE_NAME,
                names.entrySet().stream()
                        .map(name -> new Object[] {
                            name.getKey().what(), name.getKey().code(), name.getValue()
                        })
                        .toList());
    }

    /** By the clock of the database, which is the views'. */
    OffsetDateTime now() {
        return database.queryForObject("select clock_timestamp()", OffsetDateTime.class);
    }

    void writeFreshness(Freshness freshness, OffsetDateTime asOf) {
        database.update(
                WRITE_FRESHNESS,
                asOf,
                utc(freshness.lastEvent()),
                utc(freshness.heardAt()),
                freshness.lag() < 0 ? null : freshness.lag(),
                freshness.connected(),
                freshness.catchingUp(),
                freshness.events(),
                freshness.setAside(),
                freshness.incomplete());
    }

    private static OffsetDateTime utc(Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    void writeUnits(List<UnitFacts> units) {
        write(Rows.WRITE_UNIT, units.stream().map(Rows::of).toList());
    }

    /** In a transaction. */
    void writeJourneys(List<Written> journeys) {
        write(Rows.WRITE_JOURNEY, journeys.stream().map(Rows::of).toList());
        List<Written> grown =
                journeys.stream().filter(written -> !written.news().isEmpty()).toList();
        forgetSteps(grown.stream()
                .filter(written -> written.kept() == 0)
                .map(Tables::id)
                .toList());
        List<Object[]> steps = new ArrayList<>();
        grown.forEach(written -> written.news().forEach(step -> steps.add(Rows.of(id(written), step))));
        write(Rows.WRITE_STEP, steps);
        compute(grown.stream().map(Tables::id).toList());
    }

    private static String id(Written written) {
        return written.journey().id();
    }

    private void forgetSteps(List<String> ids) {
        delete("delete from reporting.step where journey = ?", ids);
    }

    /** What the steps of these journeys come to. */
    private void compute(List<String> ids) {
        Object[] journeys = {ids.stream().map(Rows::storable).toArray(String[]::new)};
        for (String table : COMPUTED) {
            database.update("delete from reporting.%s where journey = any(?)".formatted(table), journeys);
            database.update(
                    "insert into reporting.%1$s select * from reporting.told_%1$s where journey = any(?)"
                            .formatted(table),
                    journeys);
        }
    }

    void deleteJourneys(Collection<String> ids) {
        delete("delete from reporting.journey where id = ?", ids);
    }

    void deleteUnits(Collection<String> codes) {
        delete("delete from reporting.unit where code = ?", codes);
    }

    private void delete(String sql, Collection<String> keys) {
        write(sql, keys.stream().map(key -> new Object[] {key}).toList());
    }

    private void write(String sql, List<Object[]> rows) {
        database.batchUpdate(sql, rows.stream().map(Rows::storable).toList());
    }
}

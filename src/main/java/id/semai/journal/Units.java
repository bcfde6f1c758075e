package id.semai.journal;

import id.semai.stage.Government;
import id.semai.stage.Unit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The units that may innovate. Every change of one is told on the units' topic, also of those without an innovation. */
@Service
public class Units {

    static final String TYPE = "id.semai.unit.changed.v1";

    static final String COLUMNS =
            """
            u.code, u.name, u.kind, u.district, u.active,
            g.code as government_code, g.area_code, g.name as government_name, g.zone""";

    private static final String SELECT =
            "select " + COLUMNS + " from semai.unit u join semai.government g on g.code = u.government ";

    private final JdbcClient database;
    private final EventLog log;
    private final Clock clock;

    Units(JdbcClient database, EventLog log, Clock clock) {
        this.database = database;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Keeps the unit and its government as given. What has not changed is not told again, so this may be called at every
     * start; a government that has changed is told with all of its units.
     */
    @Transactional
    public void announce(Unit unit) {
        boolean governmentChanged = keep(unit.government());
        boolean unitChanged = keep(unit);
        if (governmentChanged) {
            ofGovernment(unit.government()).forEach(this::tell);
        } else if (unitChanged) {
            tell(unit);
        }
    }

    public Optional<Unit> find(String code) {
        return database.sql(SELECT + "where u.code = :code")
                .param("code", code)
                .query(Units::unit)
                .optional();
    }

    /** All that were ever announced, by name; also those that are not active any more. */
    public List<Unit> all() {
        return database.sql(SELECT + "order by u.name, u.code")
                .query(Units::unit)
                .list();
    }

    /** The active ones of the given kinds, by name. */
    public List<Unit> of(Collection<Unit.Kind> kinds) {
        String[] codes = kinds.stream().map(Unit.Kind::code).toArray(String[]::new);
        return database.sql(SELECT + "where u.active and u.kind = any(?) order by u.name, u.code")
                .param(codes)
                .query(Units::unit)
                .list();
    }

    /** @throws IllegalArgumentException naming the code, if no unit has it */
    Unit get(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("Unit \"" + code + "\" is unknown"));
    }

    static Unit unit(ResultSet row, int number) throws SQLException {
        Government government = new Government(
                row.getString("government_code"),
                row.getString("area_code"),
                row.getString("government_name"),
                ZoneId.of(row.getString("zone")));
        return new Unit(
                row.getString("code"),
                row.getString("name"),
                Unit.Kind.of(row.getString("kind")),
                row.getString("district"),
                government,
                row.getBoolean("active"));
    }

    private boolean keep(Government government) {
        return database.sql(
                                """
                                insert into semai.government as g (code, area_code, name, zone)
                                values (:code, :areaCode, :name, :zone)
                                on conflict (code) do update
                                set area_code = excluded.area_code, name = excluded.name, zone = excluded.zone
                                where (g.area_code, g.name, g.zone)
                                    is distinct from (excluded.area_code, excluded.name, excluded.zone)
                                """)
                        .param("code", government.code())
                        .param("areaCode", government.areaCode())
                        .param("name", government.name())
                        .param("zone", government.zone().getId())
                        .update()
                > 0;
    }

    private boolean keep(Unit unit) {
        return database.sql(
                                """
                                insert into semai.unit as u (code, name, kind, district, government, active)
                                values (:code, :name, :kind, :district, :government, :active)
                                on conflict (code) do update
                                set name = excluded.name, kind = excluded.kind, district = excluded.district,
                                    government = excluded.government, active = excluded.active
                                where (u.name, u.kind, u.district, u.government, u.active) is distinct from
                                    (excluded.name, excluded.kind, excluded.district, excluded.government, excluded.active)
                                """)
                        .param("code", unit.code())
                        .param("name", unit.name())
                        .param("kind", unit.kind().code())
                        .param("district", unit.district())
                        .param("government", unit.government().code())
                        .param("active", unit.active())
                        .update()
                > 0;
    }

    private List<Unit> ofGovernment(Government government) {
        return database.sql(SELECT + "where g.code = :code order by u.code")
                .param("code", government.code())
                .query(Units::unit)
                .list();
    }

    private void tell(Unit unit) {
        int sequence = nextSequence(unit);
        log.write(Envelope.seal(
                Stream.UNIT,
                unit.government().code(),
                unit.code(),
                sequence,
                TYPE,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                TraceContext.current(),
                EventData.of(unit)
                        .with("active", unit.active())
                        .with("sequence", sequence)
                        .toMap()));
    }

    /** Takes the unit's row lock: its events are written one transaction after the other. */
    private int nextSequence(Unit unit) {
        return database.sql(
                        """
                        update semai.unit set last_sequence = last_sequence + 1 where code = :code
                        returning last_sequence
                        """)
                .param("code", unit.code())
                .query(Integer.class)
                .single();
    }
}

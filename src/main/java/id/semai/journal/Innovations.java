package id.semai.journal;

import id.semai.stage.Innovation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives out turns: the next number of an innovation, under the row lock that is held until commit. */
@Component
class Innovations {

    private final JdbcClient database;
    private final Units units;
    private final Clock clock;

    Innovations(JdbcClient database, Units units, Clock clock) {
        this.database = database;
        this.units = units;
        this.clock = clock;
    }

    /** @throws IllegalStateException if it has started before */
    Turn start(Innovation innovation) {
        units.get(innovation.unit());
        int started = statement(
                        """
                        insert into semai.innovation
                            (id, unit, workshop_id, cycle_year, last_sequence, started_at, changed_at)
                        values (:id, :unit, :workshopId, :cycleYear, 0, :now, :now)
                        on conflict (id) do nothing
                        """,
                        innovation)
                .param("workshopId", innovation.workshopId())
                .param("cycleYear", innovation.cycleYear())
                .update();
        if (started == 0) {
            throw new IllegalStateException("Innovation " + innovation.id() + " has started already");
        }
        return next(innovation);
    }

    /** @throws IllegalStateException if it has not started, or has finished */
    Turn next(Innovation innovation) {
        return statement(
                        """
                        update semai.innovation i
                        set last_sequence = i.last_sequence + 1, changed_at = greatest(i.changed_at, :now), unit = :unit
                        from semai.unit u join semai.government g on g.code = u.government
                        where i.id = :id and i.finished_at is null and u.code = :unit
                        returning i.last_sequence, i.changed_at, %s
                        """
                                .formatted(Units.COLUMNS),
                        innovation)
                .query(Innovations::turn)
                .optional()
                .orElseThrow(() -> refusal(innovation));
    }

    void finish(Innovation innovation, String outcome) {
        database.sql("update semai.innovation set finished_at = changed_at, outcome = :outcome where id = :id")
                .param("outcome", outcome)
                .param("id", innovation.id())
                .update();
    }

    private JdbcClient.StatementSpec statement(String sql, Innovation innovation) {
        return database.sql(sql)
                .param("id", innovation.id())
                .param("unit", innovation.unit())
                .param("now", clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC));
    }

    private RuntimeException refusal(Innovation innovation) {
        units.get(innovation.unit());
        boolean known = database.sql("select exists (select from semai.innovation where id = :id)")
                .param("id", innovation.id())
                .query(Boolean.class)
                .single();
        return new IllegalStateException(
                "Innovation %s has %s".formatted(innovation.id(), known ? "finished" : "not started"));
    }

    private static Turn turn(ResultSet row, int number) throws SQLException {
        Instant at = row.getObject("changed_at", OffsetDateTime.class).toInstant();
        return new Turn(row.getInt("last_sequence"), at, Units.unit(row, number));
    }
}

package id.semai.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.semai.stage.Innovation;
import java.io.UncheckedIOException;
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

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final String NEXT =
            """
            select i.last_sequence + 1 as sequence, greatest(i.changed_at, :now) as at, i.journey, %s
            from semai.innovation i
            join semai.unit u on u.code = %s join semai.government g on g.code = u.government
            where i.id = :id and i.finished_at is null
            for no key update of i
            """;

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
        Turn first = new Turn(1, now(), units.get(innovation.unit()), Journey.begun(now()));
        int started = database.sql(
                        """
                        insert into semai.innovation
                            (id, unit, workshop_id, cycle_year, last_sequence, started_at, changed_at, journey)
                        values (:id, :unit, :workshopId, :cycleYear, 0, :now, :now, :journey::jsonb)
                        on conflict (id) do nothing
                        """)
                .param("id", innovation.id())
                .param("unit", innovation.unit())
                .param("workshopId", innovation.workshopId())
                .param("cycleYear", innovation.cycleYear())
                .param("now", offset(first.at()))
                .param("journey", write(first.journey()))
                .update();
        if (started == 0) {
            throw new IllegalStateException("Innovation " + innovation.id() + " has started already");
        }
        return first;
    }

    /** @throws IllegalStateException if it has not started, or has finished */
    Turn next(Innovation innovation) {
        return database.sql(NEXT.formatted(Units.COLUMNS, ":unit"))
                .param("id", innovation.id())
                .param("unit", innovation.unit())
                .param("now", offset(now()))
                .query(Innovations::turn)
                .optional()
                .orElseThrow(() -> refusal(innovation));
    }

    /**
     * For what nobody tells the innovation's facts of; it stays with its unit.
     *
     * @throws IllegalStateException if it has not started, or has finished
     */
    Turn next(String id) {
        return database.sql(NEXT.formatted(Units.COLUMNS, "i.unit"))
                .param("id", id)
                .param("now", offset(now()))
                .query(Innovations::turn)
                .optional()
                .orElseThrow(() -> refusal(id));
    }

    /** The innovation as the event before this turn has told it. */
    Innovation lastTold(String id, Turn turn) {
        return database.sql(
                        """
                        select payload from semai.event
                        where stream = 'stage-transition' and key = :id and sequence = :sequence
                        """)
                .param("id", id)
                .param("sequence", turn.sequence() - 1)
                .query((row, number) -> innovation(row.getString("payload")))
                .single();
    }

    /**
     * Keeps what the event of this turn has changed, and the state that the compacted topic will tell.
     *
     * @param outcome how the innovation has finished; null while it goes on
     */
    void keep(String id, Turn turn, Journey journey, String state, String outcome) {
        database.sql(
                        """
                        update semai.innovation
                        set last_sequence = :sequence, changed_at = :at, unit = :unit,
                            journey = :journey::jsonb, state = :state,
                            finished_at = case when :outcome::text is not null then :at::timestamptz end,
                            outcome = :outcome
                        where id = :id
                        """)
                .param("id", id)
                .param("sequence", turn.sequence())
                .param("at", offset(turn.at()))
                .param("unit", turn.unit().code())
                .param("journey", write(journey))
                .param("state", state)
                .param("outcome", outcome)
                .update();
    }

    private RuntimeException refusal(Innovation innovation) {
        units.get(innovation.unit());
        return refusal(innovation.id());
    }

    private RuntimeException refusal(String id) {
        boolean known = database.sql("select exists (select from semai.innovation where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
        return new IllegalStateException("Innovation %s has %s".formatted(id, known ? "finished" : "not started"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Turn turn(ResultSet row, int number) throws SQLException {
        return new Turn(
                row.getInt("sequence"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Units.unit(row, number),
                read(row.getString("journey")));
    }

    private static Innovation innovation(String payload) {
        try {
            JsonNode told = JSON.readTree(payload).path("data");
            return new Innovation(
                    told.path("innovationId").asText(),
                    told.path("title").asText(),
                    told.path("titleProvisional").asBoolean(),
                    told.path("unit").asText(),
                    told.path("workshopId").asText(null),
                    told.path("cycleYear").asInt(),
                    told.path("kind").asText(null));
        } catch (JsonProcessingException damage) {
            throw new UncheckedIOException(damage);
        }
    }

    private static Journey read(String journey) {
        try {
            return JSON.readValue(journey, Journey.class);
        } catch (JsonProcessingException damage) {
            throw new UncheckedIOException(damage);
        }
    }

    private static String write(Journey journey) {
        try {
            return JSON.writeValueAsString(journey);
        } catch (JsonProcessingException defect) {
            throw new UncheckedIOException(defect);
        }
    }

    private static OffsetDateTime offset(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}

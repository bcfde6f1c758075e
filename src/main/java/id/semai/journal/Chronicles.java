package id.semai.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.semai.journal.Chronicle.Stay;
import id.semai.stage.TransitionType;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reads journeys back from the events that told them. It knows no rights: ask only for who may see the innovation. */
@Service
public class Chronicles {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient database;

    Chronicles(JdbcClient database) {
        this.database = database;
    }

    /** Empty if no innovation has this id. */
    public Optional<Chronicle> find(String innovation) {
        List<Told> events = database.sql(
                        """
                        select type, occurred_at, payload from semai.event
                        where stream = 'stage-transition' and key = :id order by sequence
                        """)
                .param("id", innovation)
                .query(Chronicles::told)
                .list();
        return events.isEmpty() ? Optional.empty() : Optional.of(chronicle(events));
    }

    private static Chronicle chronicle(List<Told> events) {
        Told last = events.get(events.size() - 1);
        boolean finished = last.is(TransitionType.INNOVATION_FINISHED);
        return new Chronicle(
                events.get(0).at(),
                stays(events),
                finished ? last.at() : null,
                finished ? last.word("outcome") : null,
                finished ? last.word("reason") : null);
    }

    private static List<Stay> stays(List<Told> events) {
        Map<String, Stay> stays = new LinkedHashMap<>();
        for (Told event : events) {
            String place = event.text("stage") + " " + event.text("visit");
            if (event.is(TransitionType.STAGE_ENTERED)) {
                stays.put(place, event.entered());
            } else if (event.is(TransitionType.STAGE_OVERDUE)) {
                stays.computeIfPresent(place, (same, stay) -> stay.late());
            } else if (event.is(TransitionType.STAGE_COMPLETED) || event.is(TransitionType.STAGE_CANCELLED)) {
                stays.computeIfPresent(place, (same, stay) -> event.left(stay));
            }
        }
        return new ArrayList<>(stays.values());
    }

    private static Told told(ResultSet row, int number) throws SQLException {
        try {
            return new Told(
                    row.getString("type"),
                    row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                    JSON.readTree(row.getString("payload")).path("data"));
        } catch (JsonProcessingException damage) {
            throw new UncheckedIOException(damage);
        }
    }

    private record Told(String type, Instant at, JsonNode data) {

        boolean is(TransitionType asked) {
            return type.equals(asked.code());
        }

        Stay entered() {
            return new Stay(
                    text("stage"),
                    text("stageName"),
                    data.path("visit").asInt(),
                    at,
                    time(text("dueAt")),
                    null,
                    false,
                    false,
                    null,
                    null);
        }

        Stay left(Stay stay) {
            return stay.left(at, is(TransitionType.STAGE_CANCELLED), word("outcome"), word("reason"));
        }

        /** The label of a code, else the code. */
        String word(String name) {
            String label = text(name + "Label");
            return label != null ? label : text(name.equals("reason") ? "reasonCode" : name);
        }

        String text(String name) {
            return data.path(name).asText(null);
        }

        private static Instant time(String text) {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        }
    }
}

package id.semai.journal;

import id.semai.terminal.Progress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Every release of every model, told beside the transitions in the transaction that deploys it. */
@Service
public class ModelJournal {

    static final String TYPE = "id.semai.model.released.v1";

    private static final String KEY = "model:";

    private final JdbcClient database;
    private final EventLog log;
    private final Clock clock;

    ModelJournal(JdbcClient database, EventLog log, Clock clock) {
        this.database = database;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Writes the release as the model's next event and returns its sequence. It is published if, and only if, the
     * caller's transaction commits; until then other releases of the same model wait. Who releases several models in one
     * transaction goes by the order of their process ids, or two may wait for each other.
     *
     * @throws IllegalArgumentException in a sentence for administrators, if the model is too large for a record
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int append(ModelRelease release) {
        Place place = next(release.processKey());
        Event event = Envelope.seal(
                Stream.MODEL,
                null,
                KEY + release.processKey(),
                place.sequence(),
                TYPE,
                place.at(),
                TraceContext.current(),
                EventData.of(release, place.sequence()).toMap());
        requireSendable(release, event.bytes());
        log.write(event);
        return place.sequence();
    }

    /** Whether the key is that of a model, not of an innovation. */
    static boolean isModel(String key) {
        return key.startsWith(KEY);
    }

    /** Takes the model's row lock, also of one that is new: its events are written one transaction after the other. */
    private Place next(String processKey) {
        return database.sql(
                        """
                        insert into semai.model as m (process_key, last_sequence, changed_at) values (:key, 1, :now)
                        on conflict (process_key) do update
                        set last_sequence = m.last_sequence + 1, changed_at = greatest(m.changed_at, excluded.changed_at)
                        returning last_sequence, changed_at
                        """)
                .param("key", processKey)
                .param("now", clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC))
                .query(ModelJournal::place)
                .single();
    }

    private static void requireSendable(ModelRelease release, int bytes) {
        if (bytes > EventLog.LARGEST_PAYLOAD) {
            throw new IllegalArgumentException(
                    "Model %s terlalu besar untuk diterbitkan: peristiwanya berisi %s byte, paling banyak %s. Perkecil"
                                    .formatted(
                                            release.processKey(),
                                            Progress.number(bytes),
                                            Progress.number(EventLog.LARGEST_PAYLOAD))
                            + " berkasnya, misalnya dengan memindahkan sebagian langkah ke proses lain yang dipanggil.");
        }
    }

    private static Place place(ResultSet row, int number) throws SQLException {
        return new Place(
                row.getInt("last_sequence"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private record Place(int sequence, Instant at) {}
}

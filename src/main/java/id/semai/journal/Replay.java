package id.semai.journal;

import id.semai.terminal.CommandFailure;
import id.semai.terminal.Progress;
import id.semai.terminal.Terminal;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Publishes the journal again, on another topic: the same ids, sequences and bytes, in the order of business time. */
class Replay {

    /** Events of one key never run backwards in time, so this is also the order of their sequence. */
    private static final String EVENTS = "select id, octet_length(payload) from semai.event where stream in "
            + Stream.OF_STAGE_TRANSITIONS + "%s order by occurred_at, key, sequence";

    private static final String EVENT_ROWS =
            """
            select e.key, e.payload, e.traceparent
            from unnest(cast(:ids as uuid[])) with ordinality as wanted (id, place) join semai.event e using (id)
            order by place
            """;

    private static final String STATES = "select id, octet_length(state) from semai.innovation"
            + " where state is not null%s order by changed_at, id";

    private static final String STATE_ROWS =
            """
            select i.id as key, i.state as payload, e.traceparent
            from unnest(cast(:ids as text[])) with ordinality as wanted (id, place)
            join semai.innovation i using (id)
            left join semai.event e on e.stream = 'stage-transition' and e.key = i.id and e.sequence = i.last_sequence
            order by place
            """;

    private final DataSource database;
    private final KafkaConnection connection;
    private final JournalSettings settings;

    Replay(DataSource database, KafkaConnection connection, JournalSettings settings) {
        this.database = database;
        this.connection = connection;
        this.settings = settings;
    }

    /** Returns the exit code. */
    int run(ReplayOrder order, Terminal terminal) {
        requireKnown(order.innovations());
        tell(order);
        if (order.to() != null) {
            copy(order, order.to(), false, terminal);
        }
        if (order.statesTo() != null) {
            copy(order, order.statesTo(), true, terminal);
        }
        return JournalCommands.DONE;
    }

    private void requireKnown(List<String> innovations) {
        List<String> unknown = JdbcClient.create(database)
                .sql("select wanted from unnest(cast(:ids as text[])) wanted"
                        + " where not exists (select from semai.innovation where id = wanted)")
                .param("ids", innovations.toArray(String[]::new))
                .query(String.class)
                .list();
        if (!unknown.isEmpty()) {
            throw new CommandFailure("Inovasi " + String.join(", ", unknown) + " tidak ada dalam jurnal.");
        }
    }

    /** In the audit trail, whose feature the journal need not know. */
    private void tell(ReplayOrder order) {
        JdbcClient.create(database)
                .sql(
                        "insert into semai.audit (kind, what, subject, details) values ('export', 'Replay', :to, :details)")
                .param("to", order.to() == null ? order.statesTo() : order.to())
                .param(
                        "details",
                        "states-to=%s, since=%s, innovations=%s"
                                .formatted(
                                        order.statesTo(),
                                        order.since(),
                                        order.innovations().size()))
                .update();
    }

    private void copy(ReplayOrder order, String topic, boolean states, Terminal terminal) {
        JournalSettings.Topics live = settings.topics();
        String like = states ? live.innovations() : live.stageTransitions();
        try (ReplayTarget target = ReplayTarget.open(connection, settings, topic, like, states, order.append());
                Extract extract = extract(order, states)) {
            copy(extract, target, topic, terminal);
        } catch (SQLException failure) {
            throw new CannotGetJdbcConnectionException("No connection to the database", failure);
        }
    }

    private static void copy(Extract extract, ReplayTarget target, String topic, Terminal terminal) {
        Progress progress = terminal.progress(topic, extract.size());
        try {
            extract.forEach(row -> {
                target.send(row);
                progress.add(1);
            });
            target.commit();
        } catch (DataAccessException | KafkaException failure) {
            throw new CommandFailure(
                    "Terputus setelah %s dari %s catatan sampai di %s; ulangi dengan --append: %s"
                            .formatted(
                                    Progress.number(target.committed()),
                                    Progress.number(extract.size()),
                                    topic,
                                    failure.getMessage()),
                    failure);
        }
        progress.end();
        terminal.say("%s catatan diterbitkan ulang ke topik %s dalam %s."
                .formatted(Progress.number(target.committed()), topic, Progress.duration(progress.elapsed())));
    }

    private Extract extract(ReplayOrder order, boolean states) throws SQLException {
        Map<String, Object> parameters = new HashMap<>();
        String where = "";
        if (order.since() != null) {
            where += " and " + (states ? "changed_at" : "occurred_at") + " >= :since";
            parameters.put("since", order.since());
        }
        if (!order.innovations().isEmpty()) {
            where += " and " + (states ? "id" : "key") + " = any (:innovations)";
            parameters.put("innovations", order.innovations().toArray(String[]::new));
        }
        return states
                ? new Extract(database, STATES.formatted(where), parameters, STATE_ROWS)
                : new Extract(database, EVENTS.formatted(where), parameters, EVENT_ROWS);
    }
}

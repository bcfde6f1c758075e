package id.semai.journal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows in bulk, copied in the database from one real event, for benchmarks that need a past or a queue. */
final class Backlogs {

    private static final int EVENTS_OF_AN_INNOVATION = 25;

    private final JdbcClient database;

    Backlogs(JdbcClient database) {
        this.database = database;
    }

    /** So many events of innovations that have long been told. */
    void history(int events) {
        copy("history", events);
        database.sql("analyze semai.event").update();
        database.sql("analyze semai.innovation").update();
    }

    /** So many events that wait. */
    void backlog(String name, int events) {
        copy(name, events);
        database.sql(
                        """
                        insert into semai.unshipped (event, bytes)
                        select id, octet_length(payload) from semai.event where key like :keys order by sequence, key
                        """)
                .param("keys", name + "-%")
                .update();
    }

    /** The values of that backlog's records, in the order in which they wait. */
    List<String[]> records(String name) {
        return database.sql("select key, payload from semai.event where key like :keys order by sequence, key")
                .param("keys", name + "-%")
                .query((row, number) -> new String[] {row.getString(1), row.getString(2)})
                .list();
    }

    private void copy(String name, int events) {
        database.sql(
                        """
                        insert into semai.innovation
                            (id, unit, cycle_year, last_sequence, started_at, changed_at, journey, state)
                        select :name || '-' || n, i.unit, i.cycle_year, :each, i.started_at, i.changed_at, i.journey, i.state
                        from generate_series(1, :innovations) n,
                             (select * from semai.innovation where state is not null limit 1) i
                        """)
                .param("name", name)
                .param("each", EVENTS_OF_AN_INNOVATION)
                .param("innovations", events / EVENTS_OF_AN_INNOVATION)
                .update();
        int copies = database.sql(
                        """
                        insert into semai.event (id, stream, key, sequence, type, occurred_at, payload)
                        select gen_random_uuid(), e.stream, :name || '-' || n, number, e.type, e.occurred_at, e.payload
                        from generate_series(1, :each) number, generate_series(1, :innovations) n,
                             (select * from semai.event where type = 'id.semai.stage.completed.v1' limit 1) e
                        """)
                .param("name", name)
                .param("each", EVENTS_OF_AN_INNOVATION)
                .param("innovations", events / EVENTS_OF_AN_INNOVATION)
                .update();
        if (copies != events) {
            throw new IllegalStateException("%d events were to be copied and %d were".formatted(events, copies));
        }
    }
}

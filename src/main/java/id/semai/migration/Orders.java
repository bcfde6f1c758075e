package id.semai.migration;

import id.semai.migration.MigrationReport.Row;
import id.semai.migration.Outcome.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is ordered, and what has become of it. */
@Repository
class Orders {

    private final JdbcClient database;

    Orders(JdbcClient database) {
        this.database = database;
    }

    /** @throws org.springframework.dao.DuplicateKeyException if another migration from this version is under way */
    UUID open(MigrationPlan plan, String who) {
        UUID id = UUID.randomUUID();
        database.sql(
                        """
                        insert into semai.migration
                            (id, process, from_definition, from_version, to_definition, to_version, digest, ordered_by)
                        values (:id, :process, :from, :fromVersion, :to, :toVersion, :digest, :who)
                        """)
                .param("id", id)
                .param("process", plan.process())
                .param("from", plan.fromDefinition())
                .param("fromVersion", plan.fromVersion())
                .param("to", plan.toDefinition())
                .param("toVersion", plan.toVersion())
                .param("digest", plan.digest())
                .param("who", who)
                .update();
        enrol(id);
        return id;
    }

    /** Adds whatever runs in the old version and is not in the order yet; returns how many. */
    int enrol(UUID migration) {
        return database.sql(
                        """
                        insert into semai.migration_instance (migration, instance, innovation)
                        select m.id, e.id_, i.id from semai.migration m
                        join act_ru_execution e on e.proc_def_id_ = m.from_definition and e.parent_id_ is null
                        join act_ru_execution root on root.id_ = e.root_proc_inst_id_
                        left join semai.innovation i on i.id = root.business_key_
                        where m.id = :migration
                        on conflict do nothing
                        """)
                .param("migration", migration)
                .update();
    }

    /** Takes the next instance whose time has come, if nobody else has it, in the caller's transaction. */
    Optional<Ticket> take() {
        return database.sql(
                        """
                        select m.id, m.from_definition, m.to_definition, m.ordered_by is null as unseen,
                            i.instance, i.innovation, i.tries
                        from semai.migration_instance i join semai.migration m on m.id = i.migration
                        where i.state = 'waiting' and i.next_try_at <= now() and m.state = 'running'
                        order by i.next_try_at limit 1
                        for update of i skip locked for share of m skip locked
                        """)
                .query((row, number) -> new Ticket(
                        row.getObject("id", UUID.class),
                        row.getString("from_definition"),
                        row.getString("to_definition"),
                        row.getString("instance"),
                        row.getString("innovation"),
                        row.getInt("tries"),
                        row.getBoolean("unseen")))
                .optional();
    }

    void settle(Ticket ticket, Outcome outcome) {
        database.sql(
                        """
                        update semai.migration_instance set state = :state, reason = :reason, settled_at = now()
                        where migration = :migration and instance = :instance and state = 'waiting'
                        """)
                .param("state", outcome.state().code())
                .param("reason", outcome.reason())
                .param("migration", ticket.migration())
                .param("instance", ticket.instance())
                .update();
    }

    void tryAgain(Ticket ticket, String reason, Duration pause) {
        database.sql(
                        """
                        update semai.migration_instance
                        set tries = tries + 1, reason = :reason, next_try_at = now() + make_interval(secs => :pause)
                        where migration = :migration and instance = :instance and state = 'waiting'
                        """)
                .param("reason", reason)
                .param("pause", pause.toMillis() / 1000.0)
                .param("migration", ticket.migration())
                .param("instance", ticket.instance())
                .update();
    }

    /** Those that run and have nothing left to do. */
    List<UUID> workedOff() {
        return database.sql(
                        """
                        select m.id from semai.migration m where m.state = 'running' and not exists (
                            select from semai.migration_instance i where i.migration = m.id and i.state = 'waiting')
                        """)
                .query(UUID.class)
                .list();
    }

    void finish(UUID migration) {
        database.sql(
                        """
                        update semai.migration m set state = 'done', finished_at = now()
                        where m.id = :id and m.state = 'running' and not exists (
                            select from semai.migration_instance i where i.migration = m.id and i.state = 'waiting')
                        """)
                .param("id", migration)
                .update();
    }

    boolean pass(UUID migration, String from, String to) {
        return database.sql("update semai.migration set state = :to where id = :id and state = :from")
                        .param("id", migration)
                        .param("from", from)
                        .param("to", to)
                        .update()
                > 0;
    }

    boolean isKnown(UUID id) {
        return database.sql("select exists (select from semai.migration where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Whether users' work may have met with a migration just now. */
    boolean underWay() {
        return database.sql(
                        """
                        select exists (
                            select from semai.migration
                            where state <> 'done' or finished_at > now() - interval '1 minute')
                        """)
                .query(Boolean.class)
                .single();
    }

    List<UUID> newest(int most) {
        return database.sql("select id from semai.migration order by ordered_at desc limit :most")
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    /**
     * @param only instances in this state; null for all
     * @param after id of the last instance that was seen; empty for the first page
     * @param most 0 for the numbers alone
     */
    Optional<MigrationReport> report(UUID id, State only, String after, int most) {
        Map<State, Integer> counts = counts(id);
        List<Row> rows = most == 0 ? List.of() : rows(id, only, after, most + 1);
        boolean more = rows.size() > most;
        List<Row> page = more ? rows.subList(0, most) : rows;
        return database.sql("select * from semai.migration where id = :id")
                .param("id", id)
                .query((row, number) -> new MigrationReport(
                        id,
                        row.getString("process"),
                        row.getInt("from_version"),
                        row.getInt("to_version"),
                        row.getString("state"),
                        row.getString("ordered_by"),
                        instant(row, "ordered_at"),
                        instant(row, "finished_at"),
                        counts.getOrDefault(State.WAITING, 0),
                        counts.getOrDefault(State.MOVED, 0),
                        counts.getOrDefault(State.STAYS, 0),
                        counts.getOrDefault(State.ENDED, 0),
                        counts.getOrDefault(State.FAILED, 0),
                        page,
                        more ? page.get(page.size() - 1).instance() : null))
                .optional();
    }

    private Map<State, Integer> counts(UUID id) {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        database.sql("select state, count(*) as n from semai.migration_instance where migration = :id group by state")
                .param("id", id)
                .query((row, number) -> counts.put(State.of(row.getString("state")), row.getInt("n")))
                .list();
        return counts;
    }

    private List<Row> rows(UUID id, State only, String after, int most) {
        return database.sql(
                        """
                        select * from semai.migration_instance
                        where migration = :id and (:only::text is null or state = :only) and instance > :after
                        order by instance limit :most
                        """)
                .param("id", id)
                .param("only", only == null ? null : only.code())
                .param("after", after)
                .param("most", most)
                .query((row, number) -> new Row(
                        row.getString("instance"),
                        row.getString("innovation"),
                        row.getString("state"),
                        row.getString("reason"),
                        row.getInt("tries"),
                        instant(row, "settled_at")))
                .list();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

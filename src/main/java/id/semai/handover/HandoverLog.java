package id.semai.handover;

import id.semai.drafts.Drafts.Passed;
import id.semai.engine.HeldTask;
import id.semai.engine.Overseer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The record of all handovers; it only ever grows. */
@Repository
public class HandoverLog {

    private final JdbcClient database;
    private final Clock clock;

    HandoverLog(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void append(UUID batch, Overseer actor, Order order, HeldTask task, Passed draft) {
        database.sql(
                        """
                        insert into semai.handover
                            (batch, at, actor, actor_role, giver, receiver, reason, note, task, task_key, task_name,
                             process_instance, case_id, unit, stage, draft)
                        values
                            (:batch, :at, :actor, :role, :giver, :receiver, :reason, :note, :task, :key, :name,
                             :instance, :caseId, :unit, :stage, :draft)
                        """)
                .param("batch", batch)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("actor", actor.account())
                .param("role", actor.role())
                .param("giver", order.giver())
                .param("receiver", order.receiver())
                .param("reason", order.reason().code())
                .param("note", order.note())
                .param("task", task.id())
                .param("key", task.key())
                .param("name", task.name())
                .param("instance", task.processInstance())
                .param("caseId", task.caseId())
                .param("unit", task.unit())
                .param("stage", task.stage())
                .param("draft", draft.name().toLowerCase(Locale.ROOT))
                .update();
    }

    /** The newest first, of the units that this person oversees. */
    List<Handover> newest(Overseer viewer, int most) {
        return database.sql(
                        """
                        select * from semai.handover where :all or unit = any(:units) order by id desc limit :most
                        """)
                .param("all", viewer.overseesAll())
                .param("units", viewer.units().toArray(String[]::new))
                .param("most", most)
                .query(HandoverLog::handover)
                .list();
    }

    /** What one order moved, as far as this person oversees it. */
    List<Handover> of(UUID batch, Overseer viewer) {
        return database.sql(
                        """
                        select * from semai.handover
                        where batch = :batch and (:all or unit = any(:units)) order by id
                        """)
                .param("batch", batch)
                .param("all", viewer.overseesAll())
                .param("units", viewer.units().toArray(String[]::new))
                .query(HandoverLog::handover)
                .list();
    }

    /** In the order of time. It knows no rights: ask only for who may see the case, and show only tasks they may see. */
    public List<Handover> inCase(String caseId) {
        return database.sql("select * from semai.handover where case_id = ? order by id")
                .param(caseId)
                .query(HandoverLog::handover)
                .list();
    }

    private static Handover handover(ResultSet row, int number) throws SQLException {
        return new Handover(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("actor_role"),
                row.getString("giver"),
                row.getString("receiver"),
                Reason.of(row.getString("reason")),
                row.getString("note"),
                row.getString("task"),
                row.getString("task_name"),
                row.getString("case_id"),
                row.getString("unit"),
                row.getString("stage"),
                Passed.valueOf(row.getString("draft").toUpperCase(Locale.ROOT)));
    }
}

package id.semai.drafts;

import id.semai.engine.StartWitness;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Each draft belongs to one person and one open task, or one process to start. The database takes it away together with
 * the task; the start takes away its own.
 */
@Repository
public class Drafts implements StartWitness {

    private final JdbcClient database;
    private final Clock clock;

    Drafts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Optional<Draft> find(Sheet sheet, String person) {
        return database.sql("select * from semai.draft where %s = :id and person = :person".formatted(sheet.column()))
                .param("id", sheet.id())
                .param("person", person)
                .query(Drafts::toDraft)
                .optional();
    }

    /**
     * Keeps what was typed on top of {@code version}; empty if another window has kept something since.
     *
     * @param version of the draft that was changed; 0 for the first
     */
    Optional<Draft> keep(Sheet sheet, String person, String answers, int version) {
        return database.sql(
                        """
                        insert into semai.draft as d (%1$s, person, answers, version, saved_at)
                        select :id, :person, :answers::jsonb, 1, :now
                        where :version = 0
                            or exists (select from semai.draft where %1$s = :id and person = :person)
                        on conflict (%1$s, person) do update
                        set answers = excluded.answers, version = d.version + 1, saved_at = excluded.saved_at,
                            typed_by = null
                        where d.version = :version
                        returning *
                        """
                                .formatted(sheet.column()))
                .param("id", sheet.id())
                .param("person", person)
                .param("answers", answers)
                .param("version", version)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(Drafts::toDraft)
                .optional();
    }

    void discard(Sheet sheet, String person) {
        database.sql("delete from semai.draft where %s = :id and person = :person".formatted(sheet.column()))
                .param("id", sheet.id())
                .param("person", person)
                .update();
    }

    @Override
    public void started(String process, String person) {
        discard(Sheet.ofStart(process), person);
    }

    /** Those of the given tasks of which this person keeps a draft; what it says is nobody's business. */
    public Set<String> keptBy(String person, Collection<String> tasks) {
        return database.sql("select task from semai.draft where person = ? and task = any(?)")
                .param(person)
                .param(tasks.toArray(String[]::new))
                .query(String.class)
                .set();
    }

    /** Gives a draft, with its version, to whoever takes the task over, unless they keep one of their own. */
    public Passed pass(String task, String giver, String receiver) {
        int moved = database.sql(
                        """
                        update semai.draft set person = :receiver, typed_by = nullif(coalesce(typed_by, person), :receiver)
                        where task = :task and person = :giver
                            and not exists (select from semai.draft where task = :task and person = :receiver)
                        """)
                .param("task", task)
                .param("giver", giver)
                .param("receiver", receiver)
                .update();
        if (moved > 0) {
            return Passed.MOVED;
        }
        return find(Sheet.ofTask(task), giver).isPresent() ? Passed.KEPT : Passed.NONE;
    }

    /** What became of the draft of a task that was handed over. */
    public enum Passed {
        /** There was none. */
        NONE,
        MOVED,
        /** Both had typed: each still has their own. */
        KEPT
    }

    private static Draft toDraft(ResultSet row, int number) throws SQLException {
        return new Draft(
                row.getString("person"),
                row.getString("answers"),
                row.getInt("version"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                row.getString("typed_by"));
    }
}

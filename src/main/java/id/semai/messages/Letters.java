package id.semai.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Letters on their way. */
@Repository
class Letters {

    private final JdbcClient database;

    Letters(JdbcClient database) {
        this.database = database;
    }

    /** One that is to be tried now, the freshest attempt first; nobody else gets it until this transaction ends. */
    Optional<Letter> take(String channel, Instant now) {
        return database.sql(
                        """
                        select l.id, l.person, l.written_at, l.tries,
                            (select u.email_ from act_id_user u where u.id_ = l.person) as address
                        from semai.letter l
                        where l.channel = :channel and l.ended_at is null and l.next_try_at <= :now
                        order by l.tries, l.next_try_at
                        limit 1
                        for update skip locked
                        """)
                .param("channel", channel)
                .param("now", utc(now))
                .query(Letters::letter)
                .optional();
    }

    /** What of a letter still holds: the most pressing of each task that is open and not in somebody else's hands. */
    List<Notice> notices(Letter letter) {
        Map<String, Notice> byTask = new LinkedHashMap<>();
        database
                .sql(
                        """
                        select m.kind, t.id_, t.name_, t.due_date_, u.name as unit, g.zone, i.id as innovation,
                            (select v.text_ from act_ru_variable v where v.task_id_ = t.id_ and v.name_ = 'stageName') as stage
                        from semai.message m
                        join act_ru_task t on t.id_ = m.task
                        join act_ru_execution e on e.id_ = t.proc_inst_id_
                        join semai.unit u on u.code = t.tenant_id_
                        join semai.government g on g.code = u.government
                        left join semai.innovation i on i.id = e.root_proc_inst_id_
                        where m.letter = :letter
                            and case
                                when m.kind in ('coming', 'passed')
                                    then t.due_date_ = m.due and coalesce(t.assignee_, :person) = :person
                                when m.kind = 'handed' then t.assignee_ = :person
                                else t.assignee_ is null end
                        """)
                .param("letter", letter.id())
                .param("person", letter.person())
                .query(Letters::notice)
                .list()
                .stream()
                .sorted(Comparator.comparing(Notice::kind)
                        .thenComparing(Notice::dueAt, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Notice::name))
                .forEach(notice -> byTask.putIfAbsent(notice.task(), notice));
        return List.copyOf(byTask.values());
    }

    void end(Letter letter, String outcome, Instant now) {
        database.sql("update semai.letter set ended_at = :now, outcome = :outcome where id = :id")
                .param("id", letter.id())
                .param("outcome", outcome)
                .param("now", utc(now))
                .update();
    }

    void tryAgain(Letter letter, Instant at) {
        database.sql("update semai.letter set tries = tries + 1, next_try_at = :at where id = :id")
                .param("id", letter.id())
                .param("at", utc(at))
                .update();
    }

    long waiting(String channel) {
        return database.sql("select count(*) from semai.letter where ended_at is null and channel = :channel")
                .param("channel", channel)
                .query(Long.class)
                .single();
    }

    private static Letter letter(ResultSet row, int number) throws SQLException {
        return new Letter(
                row.getObject("id", UUID.class),
                row.getString("person"),
                row.getString("address"),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                row.getInt("tries"));
    }

    private static Notice notice(ResultSet row, int number) throws SQLException {
        Timestamp due = row.getTimestamp("due_date_");
        return new Notice(
                Kind.of(row.getString("kind")),
                row.getString("id_"),
                row.getString("name_"),
                row.getString("unit"),
                row.getString("stage"),
                due == null ? null : due.toInstant(),
                ZoneId.of(row.getString("zone")),
                row.getString("innovation"));
    }

    private static OffsetDateTime utc(Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}

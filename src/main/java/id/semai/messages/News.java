package id.semai.messages;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds what there is to tell among the engine's committed tasks, and whom: whoever has taken the task, else all who
 * find it in their role's list. What was found once is never found again, whatever becomes of the letter. Its methods
 * belong into one transaction.
 */
@Repository
class News {

    /** Any number that nothing else in the database locks: "pesan" on a telephone's keys. */
    private static final long LOCK = 73726;

    /** Longer than from the first to the last morning of one day across the country, shorter than to the next day's. */
    private static final Duration BETWEEN_DIGESTS = Duration.ofHours(12);

    /** In which days until a deadline are counted; midnight comes to the others of the country before. */
    private static final ZoneId NATIONAL = ZoneId.of("Asia/Jakarta");

    /** The work that was done last in the case first came after this one had been done: the case has gone back. */
    private static final String IS_RETURN =
            """
            exists (
                select from act_hi_taskinst before
                where before.root_proc_inst_id_ = e.root_proc_inst_id_ and before.task_def_key_ = t.task_def_key_
                    and before.delete_reason_ = 'completed'
                    and before.end_time_ <= (
                        select min(other.start_time_) from act_hi_taskinst other
                        where other.root_proc_inst_id_ = e.root_proc_inst_id_
                            and other.task_def_key_ = (
                                select last.task_def_key_ from act_hi_taskinst last
                                where last.root_proc_inst_id_ = e.root_proc_inst_id_
                                    and last.delete_reason_ = 'completed' and last.end_time_ <= t.create_time_
                                order by last.end_time_ desc limit 1)))""";

    /** Whoever has taken a task knows that it came, unless it was handed over to them; of its deadline only they are told. */
    private static final String READERS =
            """
            select u.id_, u.email_ from act_id_user u
            where told.taker is not null and u.id_ = told.taker and told.kind in ('handed', 'coming', 'passed')
            union
            select u.id_, u.email_
            from (
                select m.user_id_ from act_id_tenant_member m where m.tenant_id_ = told.unit and m.user_id_ is not null
                union
                select g.user_id_ from act_id_tenant_member m
                join act_id_membership g on g.group_id_ = m.group_id_
                where m.tenant_id_ = told.unit) colleague
            join act_id_user u on u.id_ = colleague.user_id_
            where told.taker is null and exists (
                select from act_ru_identitylink link
                where link.task_id_ = told.task and link.type_ = 'candidate'
                    and (link.user_id_ = u.id_ or link.group_id_ in (
                        select r.group_id_ from act_id_membership r where r.user_id_ = u.id_)))""";

    private final JdbcClient database;

    News(JdbcClient database) {
        this.database = database;
    }

    /** Whether this transaction is the one that looks; another node's does otherwise. */
    boolean isOurs() {
        return database.sql("select pg_try_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single();
    }

    /** Notes what is new, for the readers that it has now. How many messages that makes. */
    int note(Instant now, int daysBefore, Collection<String> channels) {
        return database.sql(
                        """
                        with news as (
                            insert into semai.noted (task, kind, due)
                            select t.id_, found.kind, found.due
                            from act_ru_task t
                            cross join lateral (values
                                ('new', '-infinity'::timestamp, true),
                                ('coming', t.due_date_, t.due_date_ >= :now::timestamp and t.due_date_ < :soon::timestamp),
                                ('passed', t.due_date_, t.due_date_ < :now::timestamp)) found (kind, due, holds)
                            where found.holds and t.suspension_state_ = 1
                                and not exists (
                                    select from semai.noted n
                                    where n.task = t.id_ and n.kind = found.kind and n.due = found.due)
                            union all
                            select h.task, 'handed', h.at at time zone 'UTC'
                            from semai.handover h
                            join act_ru_task t on t.id_ = h.task and t.assignee_ = h.receiver
                            where t.suspension_state_ = 1
                                and not exists (
                                    select from semai.noted n
                                    where n.task = h.task and n.kind = 'handed' and n.due = h.at at time zone 'UTC')
                            returning task, kind, due
                        ), told as (
                            select n.task, n.due, t.tenant_id_ as unit, t.assignee_ as taker,
                                case when n.kind = 'new' and %s then 'returned' else n.kind end as kind
                            from news n
                            join act_ru_task t on t.id_ = n.task
                            join act_ru_execution e on e.id_ = t.proc_inst_id_
                        )
                        insert into semai.message (channel, person, task, kind, due)
                        select channel.name, reader.id_, told.task, told.kind, told.due
                        from told
                        cross join lateral (%s) reader
                        cross join unnest(:channels::text[]) channel (name)
                        where channel.name <> 'mail' or reader.email_ like '%%_@_%%'
                        """
                                .formatted(IS_RETURN, READERS))
                .param("now", Timestamp.from(now))
                .param("soon", Timestamp.from(endOfDayIn(daysBefore, now)))
                .param("channels", channels.toArray(String[]::new))
                .update();
    }

    /** Puts all that waits into letters, one a person and channel. */
    void write(Instant now) {
        write("true", now, List.of());
    }

    /** The same for whom it is a working morning in one of these zones, and who has had no letter today. */
    void writeDigests(Instant now, Collection<String> mornings) {
        write(
                """
                g.zone = any(:mornings::text[]) and not exists (
                    select from semai.letter earlier
                    where earlier.channel = m.channel and earlier.person = m.person and earlier.written_at > :lately)""",
                now,
                mornings);
    }

    private void write(String condition, Instant now, Collection<String> mornings) {
        database.sql(
                        """
                        with due as (
                            select distinct m.channel, m.person
                            from semai.message m
                            join act_ru_task t on t.id_ = m.task
                            join semai.unit u on u.code = t.tenant_id_
                            join semai.government g on g.code = u.government
                            where m.letter is null and (%s)
                        ), letters as (
                            insert into semai.letter (id, channel, person, written_at, next_try_at)
                            select gen_random_uuid(), channel, person, :now, :now from due
                            returning id, channel, person
                        )
                        update semai.message m set letter = l.id
                        from letters l
                        where m.letter is null and m.channel = l.channel and m.person = l.person
                        """
                                .formatted(condition))
                .param("now", utc(now))
                .param("lately", utc(now.minus(BETWEEN_DIGESTS)))
                .param("mornings", mornings.toArray(String[]::new))
                .update();
    }

    List<ZoneId> zones() {
        return database.sql("select distinct zone from semai.government").query(String.class).list().stream()
                .map(ZoneId::of)
                .toList();
    }

    /** Of tasks that are no more nothing can be told. Letters stay for a day, which says who has had one. */
    void forget(Instant now) {
        database.sql("delete from semai.message m where not exists (select from act_ru_task t where t.id_ = m.task)")
                .update();
        database.sql("delete from semai.noted n where not exists (select from act_ru_task t where t.id_ = n.task)")
                .update();
        database.sql(
                        """
                        delete from semai.letter l
                        where l.ended_at < :yesterday and not exists (select from semai.message m where m.letter = l.id)
                        """)
                .param("yesterday", utc(now.minus(Duration.ofDays(1))))
                .update();
    }

    private static Instant endOfDayIn(int days, Instant now) {
        return LocalDate.ofInstant(now, NATIONAL)
                .plusDays(days + 1L)
                .atStartOfDay(NATIONAL)
                .toInstant();
    }

    private static OffsetDateTime utc(Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}

package id.semai.handover;

import id.semai.engine.HeldTask;
import id.semai.engine.Overseer;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who holds tasks, and who else could, read from the engine's tables at once: one by one would take as many questions as
 * there are tasks. Lists to choose from only; whether a task may pass is decided by the engine's edge.
 */
@Repository
class Duties {

    /** That person {@code p} has a role of task {@code t} and works in its unit. */
    private static final String ON_DUTY =
            """
            exists (
                select from act_ru_identitylink l
                where l.task_id_ = t.id_ and l.type_ = 'candidate' and (l.user_id_ = p.id or exists (
                    select from act_id_membership m where m.user_id_ = p.id and m.group_id_ = l.group_id_)))
            and exists (
                select from act_id_tenant_member w
                where w.tenant_id_ = t.tenant_id_ and (w.user_id_ = p.id or exists (
                    select from act_id_membership m where m.user_id_ = p.id and m.group_id_ = w.group_id_)))
            """;

    private final JdbcClient database;

    Duties(JdbcClient database) {
        this.database = database;
    }

    /** Those first who are not on duty any more. */
    List<Holder> holders(Overseer viewer, int most) {
        return database.sql(
                        """
                        select p.id, concat_ws(', ', u.first_, u.last_) as title, count(*) as tasks,
                            bool_and(u.id_ is not null and %s) as on_duty
                        from act_ru_task t
                        cross join lateral (select t.assignee_ as id) p
                        left join act_id_user u on u.id_ = p.id
                        where t.assignee_ is not null and t.tenant_id_ is not null
                            and (:all or t.tenant_id_ = any(:units))
                        group by p.id, title
                        order by on_duty, p.id
                        limit :most
                        """
                                .formatted(ON_DUTY))
                .param("all", viewer.overseesAll())
                .param("units", viewer.units().toArray(String[]::new))
                .param("most", most)
                .query((row, number) -> new Holder(
                        row.getString("id"), row.getString("title"), row.getInt("tasks"), row.getBoolean("on_duty")))
                .list();
    }

    /**
     * Everybody but the giver who could have claimed one of these tasks. It begins at the tasks and asks for their units'
     * people only: the other way round each account of the country would be held against each task.
     */
    List<Receiver> receivers(List<HeldTask> tasks, String giver) {
        return database.sql(
                        """
                        with wanted as (
                            select distinct t.tenant_id_ as unit, l.user_id_ as person, l.group_id_ as role
                            from act_ru_task t
                            join act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate'
                            where t.id_ = any(:tasks)
                        ), colleague as (
                            select w.unit, m.user_id_ as id
                            from (select distinct unit from wanted) w
                            join act_id_tenant_member m on m.tenant_id_ = w.unit and m.user_id_ is not null
                            union
                            select w.unit, g.user_id_
                            from (select distinct unit from wanted) w
                            join act_id_tenant_member m on m.tenant_id_ = w.unit
                            join act_id_membership g on g.group_id_ = m.group_id_
                        )
                        select distinct u.id_ as account, concat_ws(', ', u.first_, u.last_) as title
                        from wanted w
                        join colleague c on c.unit = w.unit
                        join act_id_user u on u.id_ = c.id
                        where u.id_ <> :giver and (w.person = u.id_ or exists (
                            select from act_id_membership r where r.user_id_ = u.id_ and r.group_id_ = w.role))
                        order by account
                        """)
                .param("giver", giver)
                .param("tasks", tasks.stream().map(HeldTask::id).toArray(String[]::new))
                .query(Receiver.class)
                .list();
    }
}

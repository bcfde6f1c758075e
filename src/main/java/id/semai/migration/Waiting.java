package id.semai.migration;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where running instances wait, and what for, as the engine's tables tell. */
@Repository
class Waiting {

    /** Tokens, armed timers and steps that wait for their turn, events that are listened for. */
    private static final String TOUCHED =
            """
            select e.proc_inst_id_ as instance, e.act_id_ as element from act_ru_execution e
            where %1$s and e.act_id_ is not null
                and not exists (select from act_ru_execution child where child.parent_id_ = e.id_)
            union
            select e.proc_inst_id_, d.act_id_ from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_
            join act_ru_execution e on e.id_ = j.execution_id_
            where %1$s and d.act_id_ is not null
            union
            select e.proc_inst_id_, s.activity_id_ from act_ru_event_subscr s
            join act_ru_execution e on e.id_ = s.execution_id_
            where %1$s and s.activity_id_ is not null
            """;

    private static final String OF_DEFINITION = "e.proc_def_id_ = :id";
    private static final String OF_INSTANCE = "e.proc_inst_id_ = :id";

    private final JdbcClient database;

    Waiting(JdbcClient database) {
        this.database = database;
    }

    /** Ids of elements by instance, of all that run in a version. */
    Map<String, Set<String>> inVersion(String definition) {
        return touched(OF_DEFINITION, definition);
    }

    Set<String> inInstance(String instance) {
        return touched(OF_INSTANCE, instance).getOrDefault(instance, Set.of());
    }

    private Map<String, Set<String>> touched(String which, String id) {
        Map<String, Set<String>> touched = new HashMap<>();
        database.sql(TOUCHED.formatted(which))
                .param("id", id)
                .query((row, number) -> touched.computeIfAbsent(row.getString("instance"), any -> new LinkedHashSet<>())
                        .add(element(row.getString("element"))))
                .list();
        return touched;
    }

    /** What is repeated has a body of its own, which the model does not know. */
    private static String element(String id) {
        int suffix = id.indexOf('#');
        return suffix < 0 ? id : id.substring(0, suffix);
    }

    /** Which of these tasks have been done in the instances of a version. */
    Map<String, Set<String>> doneInVersion(String definition, Set<String> tasks) {
        return done("e.proc_def_id_ = :id and e.parent_id_ is null", definition, tasks);
    }

    Set<String> doneInInstance(String instance, Set<String> tasks) {
        return done("e.id_ = :id", instance, tasks).getOrDefault(instance, Set.of());
    }

    private Map<String, Set<String>> done(String which, String id, Set<String> tasks) {
        Map<String, Set<String>> done = new HashMap<>();
        if (tasks.isEmpty()) {
            return done;
        }
        database.sql(
                        """
                        select distinct e.id_ as instance, t.task_def_key_ as task from act_ru_execution e
                        join act_hi_taskinst t on t.proc_inst_id_ = e.id_
                        where %s and t.end_time_ is not null and t.task_def_key_ in (:tasks)
                        """
                                .formatted(which))
                .param("id", id)
                .param("tasks", tasks)
                .query((row, number) -> done.computeIfAbsent(row.getString("instance"), any -> new LinkedHashSet<>())
                        .add(row.getString("task")))
                .list();
        return done;
    }

    /** The innovations that instances of a version belong to; null for those that belong to none. */
    Map<String, String> instances(String definition) {
        Map<String, String> instances = new HashMap<>();
        database.sql(
                        """
                        select e.id_ as instance, i.id as innovation from act_ru_execution e
                        join act_ru_execution root on root.id_ = e.root_proc_inst_id_
                        left join semai.innovation i on i.id = root.business_key_
                        where e.proc_def_id_ = :definition and e.parent_id_ is null
                        """)
                .param("definition", definition)
                .query((row, number) -> instances.put(row.getString("instance"), row.getString("innovation")))
                .list();
        return instances;
    }

    /** Drafts by the id of the task's element. */
    Map<String, Integer> drafts(String definition) {
        Map<String, Integer> drafts = new HashMap<>();
        database.sql(
                        """
                        select t.task_def_key_ as element, count(*) as drafts from semai.draft d
                        join act_ru_task t on t.id_ = d.task
                        where t.proc_def_id_ = :definition group by t.task_def_key_
                        """)
                .param("definition", definition)
                .query((row, number) -> drafts.put(row.getString("element"), row.getInt("drafts")))
                .list();
        return drafts;
    }

    /** Ids of the jobs and subscriptions of an instance, with the elements that they belong to. */
    Map<String, String> triggers(String instance) {
        Map<String, String> triggers = new HashMap<>();
        database.sql(
                        """
                        select j.id_ as id, d.act_id_ as element from act_ru_job j
                        join act_ru_jobdef d on d.id_ = j.job_def_id_
                        where j.process_instance_id_ = :instance and d.act_id_ is not null
                        union all
                        select id_, activity_id_ from act_ru_event_subscr
                        where proc_inst_id_ = :instance and activity_id_ is not null
                        """)
                .param("instance", instance)
                .query((row, number) -> triggers.put(row.getString("id"), row.getString("element")))
                .list();
        return triggers;
    }

    /** Empty if it has ended. */
    Optional<String> definitionOf(String instance) {
        return database.sql("select proc_def_id_ from act_ru_execution where id_ = :instance")
                .param("instance", instance)
                .query(String.class)
                .optional();
    }
}

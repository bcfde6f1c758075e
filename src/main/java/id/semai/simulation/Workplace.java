package id.semai.simulation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The engine, as people with an account reach it: who acts is authenticated with the groups and units of their account, so
 * grants, units, four eyes and the forms' rules hold as they do behind the web applications.
 */
final class Workplace {

    private static final String DUE_INDEX = "semai_simulation_due";

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final FormService forms;
    private final ManagementService management;
    private final IdentityService identities;
    private final JdbcClient database;
    private final Map<String, String> definitions = new ConcurrentHashMap<>();

    Workplace(ProcessEngine engine, JdbcClient database) {
        this.repository = engine.getRepositoryService();
        this.runtime = engine.getRuntimeService();
        this.forms = engine.getFormService();
        this.management = engine.getManagementService();
        this.identities = engine.getIdentityService();
        this.database = database;
    }

    /** Accounts that act, but into which nobody can log in: they have no password. */
    void hire(List<Person> people) {
        for (Person person : people) {
            User user = identities.newUser(person.id());
            user.setFirstName("Simulasi");
            user.setLastName(person.units().get(0));
            ((IdentityServiceImpl) identities).saveUser(user, true);
            person.groups().forEach(group -> identities.createMembership(person.id(), group));
            person.units().forEach(unit -> identities.createTenantUserMembership(unit, person.id()));
        }
    }

    String start(Person person, String process, Map<String, Object> answers) {
        String definition = definitions.computeIfAbsent(process, this::latest);
        return as(person, () -> forms.submitStartForm(definition, answers).getId());
    }

    void submit(Person person, String task, Map<String, Object> answers) {
        as(person, () -> {
            forms.submitTaskForm(task, answers);
            return null;
        });
    }

    void orderStop(Person person, String innovation) {
        as(person, () -> {
            runtime.createMessageCorrelation("stop-innovation")
                    .processInstanceBusinessKey(innovation)
                    .correlate();
            return null;
        });
    }

    /** Whether it is still there. */
    boolean hasTask(String task) {
        return has("act_ru_task", task);
    }

    boolean hasJob(String job) {
        return has("act_ru_job", job);
    }

    boolean isRunning(String process) {
        return has("act_ru_execution", process);
    }

    void run(String job) {
        management.executeJob(job);
    }

    /**
     * What the engine's own executor would do by now, in an order that does not depend on ids. The lower bound makes
     * PostgreSQL expect few rows and take the index.
     */
    List<DueJob> dueJobs(Instant now) {
        return database.sql(
                        """
                        select j.id_, j.tenant_id_
                        from (select * from act_ru_job where duedate_ is null
                              union all select * from act_ru_job where duedate_ between '-infinity' and ?) j
                            left join act_ru_jobdef d on d.id_ = j.job_def_id_
                        where j.retries_ > 0 and j.suspension_state_ = 1
                        order by j.duedate_ nulls first, j.tenant_id_, d.proc_def_key_, d.act_id_
                        """)
                .param(Timestamp.from(now))
                .query((row, number) -> new DueJob(row.getString("id_"), row.getString("tenant_id_")))
                .list();
    }

    /** Far in the future if no timer stands. */
    Instant nextTimer() {
        return database.sql("select min(duedate_) from act_ru_job where duedate_ is not null and retries_ > 0 and"
                        + " suspension_state_ = 1")
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant)
                .orElse(Instant.MAX);
    }

    /** The tasks that were made at this moment and are still open. */
    List<OpenTask> tasksOf(Instant moment) {
        return database.sql(
                        """
                        select id_, task_def_key_, tenant_id_, root_proc_inst_id_, due_date_ from act_hi_taskinst
                        where start_time_ = ? and end_time_ is null
                        order by tenant_id_, task_def_key_
                        """)
                .param(Timestamp.from(moment))
                .query((row, number) -> new OpenTask(
                        row.getString("id_"),
                        row.getString("task_def_key_"),
                        row.getString("tenant_id_"),
                        row.getString("root_proc_inst_id_"),
                        instant(row.getTimestamp("due_date_"))))
                .list();
    }

    long events() {
        return count("semai.event");
    }

    /** Events that wait for Kafka. */
    long waitingEvents() {
        return count("semai.unshipped");
    }

    /** The engine's table has no index for who asks all day long what is due; nobody else needs one. */
    void prepare() {
        database.sql("create index if not exists " + DUE_INDEX + " on act_ru_job (duedate_)")
                .update();
    }

    void tidyUp() {
        database.sql("drop index if exists " + DUE_INDEX).update();
    }

    private boolean has(String table, String id) {
        return database.sql("select exists (select from " + table + " where id_ = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private long count(String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }

    private String latest(String process) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
    }

    private <T> T as(Person person, Supplier<T> work) {
        identities.setAuthentication(person.id(), person.groups(), person.units());
        try {
            return work.get();
        } finally {
            identities.clearAuthentication();
        }
    }

    private static Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    record DueJob(String id, String unit) {}
}

package id.semai.journeys;

import static id.semai.journeys.Office.accepted;

import com.fasterxml.jackson.databind.JsonNode;
import id.semai.journeys.Office.Answer;
import id.semai.journeys.Office.Person;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/**
 * The first page of every filter, with the count that Tasklist shows, as three people open it: with 600 open tasks in
 * the whole country and with 60,000, in 550 governments of 86 units each. The 600 are the first of the 60,000, so that
 * the unit head and the coordinator see the same tasks both times, and what others do is all that differs; the
 * facilitator sees those of six governments at first, and of all twenty then. {@code mvn verify -Pbench
 * -Dit.test=FiltersBench}; {@code -Dbench.rounds} (200) requests of each page. The page of handovers comes along, as the
 * coordinator opens it; what stands for its tasks is its lines.
 *
 * <p>It measures and asserts nothing, for no machine is like another.
 */
@EndToEnd
@DirtiesContext
class FiltersBench {

    private static final int GOVERNMENTS = 550;
    private static final int UNITS = 86;
    private static final int FEW = 600;
    private static final int MANY = 60_000;
    private static final int PER_GOVERNMENT = (MANY + GOVERNMENTS - 1) / GOVERNMENTS;
    private static final int WARM_UP = 100;
    /** Beside those that a card shows. */
    private static final int OTHER_VARIABLES_OF_A_CASE = 12;

    private static final String HANDOVER = "/serah-terima";
    private static final List<String> HANDOVERS = List.of(HANDOVER, HANDOVER + "?dari=innovator.g1-u2");

    private static final Map<String, Object> AS_TASKLIST_ASKS =
            Map.of("active", true, "sorting", List.of(Map.of("sortBy", "created", "sortOrder", "desc")));

    private final int rounds = Integer.getInteger("bench.rounds", 200);

    @Autowired
    Office office;

    @Autowired
    JdbcClient database;

    @Autowired
    IdentityService identities;

    @Autowired
    RepositoryService repository;

    @Test
    void everyFilterWithFewAndWithManyTasks() {
        organisation();
        accounts();
        Map<String, Person> people = people();
        kindsOfTasks();
        tasks(0, FEW);
        people.values().forEach(person -> pages(person, WARM_UP));
        Map<String, Map<String, Page>> few = measure(people);
        tasks(FEW, MANY);
        people.values().forEach(person -> pages(person, WARM_UP));
        Map<String, Map<String, Page>> many = measure(people);
        print(few, many);
    }

    private Map<String, Map<String, Page>> measure(Map<String, Person> people) {
        Map<String, Map<String, Page>> measured = new LinkedHashMap<>();
        people.forEach((who, person) -> measured.put(who, pages(person, rounds)));
        return measured;
    }

    /** Every filter that the person has, by its name; the filters take turns. */
    private Map<String, Page> pages(Person person, int times) {
        List<JsonNode> filters = new ArrayList<>();
        accepted(person.get("/filter?resourceType=Task")).json().forEach(filters::add);
        Map<String, Page> pages = new LinkedHashMap<>();
        filters.forEach(filter -> pages.put(filter.path("name").asText(), new Page(new double[times])));
        for (int i = 0; i < times; i++) {
            for (JsonNode filter : filters) {
                long started = System.nanoTime();
                Answer answer = person.asHal()
                        .post(
                                "/filter/" + filter.path("id").asText() + "/list?firstResult=0&maxResults=15",
                                AS_TASKLIST_ASKS);
                double millis = (System.nanoTime() - started) / 1e6;
                pages.get(filter.path("name").asText())
                        .note(i, millis, accepted(answer).json().path("count").asInt());
            }
        }
        if (person.page(HANDOVER).status() == 200) {
            HANDOVERS.forEach(page -> pages.put(page, page(person, page, times)));
        }
        return pages;
    }

    private static Page page(Person person, String path, int times) {
        Page page = new Page(new double[times]);
        for (int i = 0; i < times; i++) {
            long started = System.nanoTime();
            Answer answer = accepted(person.page(path));
            page.note(i, (System.nanoTime() - started) / 1e6, answer.body().split("<li", -1).length - 1);
        }
        return page;
    }

    private void print(Map<String, Map<String, Page>> few, Map<String, Map<String, Page>> many) {
        many.forEach((who, pages) -> pages.forEach((filter, now) -> {
            Page before = few.get(who).get(filter);
            System.out.printf(
                    Locale.ROOT,
                    "filters: %-17s %-62s tasks %5d → %5d  p50 %6.1f → %6.1f ms (%.2fx)  p95 %6.1f → %6.1f ms (%.2fx)%n",
                    who,
                    filter,
                    before.count,
                    now.count,
                    before.percentile(50),
                    now.percentile(50),
                    now.percentile(50) / before.percentile(50),
                    before.percentile(95),
                    now.percentile(95),
                    now.percentile(95) / before.percentile(95));
        }));
    }

    private void organisation() {
        run("insert into act_id_group (id_, rev_, name_, type_) select 'government-g' || g, 1, 'g' || g, 'GOVERNMENT'"
                + " from generate_series(1, " + GOVERNMENTS + ") g");
        run("insert into act_id_tenant (id_, rev_, name_) select 'g' || g || '-u' || u, 1, 'Unit ' || u"
                + " from generate_series(1, " + GOVERNMENTS + ") g, generate_series(1, " + UNITS + ") u");
        run("insert into act_id_tenant_member (id_, tenant_id_, group_id_)"
                + " select 'bench-' || g || '-' || u, 'g' || g || '-u' || u, 'government-g' || g"
                + " from generate_series(1, " + GOVERNMENTS + ") g, generate_series(1, " + UNITS + ") u");
    }

    /** A head and a team in every unit, as many as the country has. */
    private void accounts() {
        for (String role : List.of("unit-head", "innovator")) {
            run("insert into act_id_user (id_, rev_, first_) select '" + role + ".' || id_, 1, id_ from act_id_tenant"
                    + " where id_ like 'g%-u%'");
            run("insert into act_id_membership (user_id_, group_id_) select '" + role + ".' || id_, '" + role
                    + "' from act_id_tenant where id_ like 'g%-u%'");
            run("insert into act_id_tenant_member (id_, tenant_id_, user_id_) select '" + role + "-' || id_, id_, '"
                    + role + ".' || id_ from act_id_tenant where id_ like 'g%-u%'");
        }
    }

    private Map<String, Person> people() {
        account("bench.head", "unit-head");
        identities.createTenantUserMembership("g1-u1", "bench.head");
        account("bench.coordinator", "coordinator");
        identities.createMembership("bench.coordinator", "government-g1");
        account("bench.facilitator", "facilitator");
        IntStream.rangeClosed(1, 20)
                .forEach(government -> identities.createMembership("bench.facilitator", "government-g" + government));
        Map<String, Person> people = new LinkedHashMap<>();
        for (String user : List.of("bench.head", "bench.coordinator", "bench.facilitator")) {
            people.put(user, office.inBrowser(user));
        }
        return people;
    }

    private void account(String id, String role) {
        User user = identities.newUser(id);
        user.setPassword(office.password());
        Office.save(identities, user);
        identities.createMembership(id, role);
    }

    /** The user tasks of the real models, those of a unit's head first. */
    private void kindsOfTasks() {
        run("create table bench_kind (n int, definition text, process text, task text, name text, role text)");
        List<Kind> kinds = repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .flatMap(definition -> kinds(definition).stream())
                .sorted((one, other) -> Boolean.compare(!one.role.equals("unit-head"), !other.role.equals("unit-head")))
                .toList();
        for (Kind kind : kinds) {
            database.sql("insert into bench_kind values (?, ?, ?, ?, ?, ?)")
                    .params(kinds.indexOf(kind), kind.definition, kind.process, kind.task, kind.name, kind.role)
                    .update();
        }
    }

    private List<Kind> kinds(ProcessDefinition definition) {
        return repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(UserTask.class).stream()
                .map(task -> new Kind(
                        definition.getId(),
                        definition.getKey(),
                        task.getId(),
                        task.getName(),
                        task.getCamundaCandidateGroups().contains("{")
                                ? "facilitator"
                                : task.getCamundaCandidateGroups()))
                .collect(Collectors.toList());
    }

    /** Each with a case of its own: a third claimed in its unit, a quarter overdue, a twentieth due within three days. */
    private void tasks(int from, int to) {
        run("create table bench_task as select i as n, i / " + PER_GOVERNMENT + " + 1 as government, k.definition,"
                + " k.process, k.task, k.name, k.role, 'Inovasi nomor ' || i as title,"
                + " now() + make_interval(mins => (i * 7919) % 172800 - 43200) as due"
                + " from generate_series(" + from + ", " + (to - 1) + ") i join bench_kind k"
                + " on k.n = (i % " + UNITS + " + i / " + UNITS + ") % (select count(*) from bench_kind)");
        run("alter table bench_task add column tenant text");
        run("update bench_task set tenant = 'g' || government || '-u' || n % " + UNITS + " + 1");
        run("insert into act_ru_execution (id_, rev_, root_proc_inst_id_, proc_inst_id_, business_key_, proc_def_id_,"
                + " proc_def_key_, act_id_, is_active_, is_concurrent_, is_scope_, is_event_scope_, suspension_state_,"
                + " cached_ent_state_, sequence_counter_, tenant_id_)"
                + " select 'case-' || n, 1, 'case-' || n, 'case-' || n, 'case-' || n, definition, process, task, true,"
                + " false, true, false, 1, 2, 1, tenant from bench_task");
        run("insert into act_ru_task (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, name_, task_def_key_,"
                + " description_, priority_, assignee_, create_time_, due_date_, suspension_state_, tenant_id_,"
                + " task_state_) select 'task-' || n, 1, 'case-' || n, 'case-' || n, definition, name || ': ' || title,"
                + " task, repeat('Petunjuk. ', 40), 50,"
                + " case when n % 3 = 0 then case when n % 9 = 0 and role = 'unit-head' and tenant = 'g1-u1'"
                + " then 'bench.head' when n % 9 = 0 and role = 'coordinator' and government = 1 then 'bench.coordinator'"
                + " when n % 9 = 0 and role = 'facilitator' and government <= 20 then 'bench.facilitator'"
                + " else 'innovator.' || tenant end end,"
                + " now() - make_interval(mins => n % 40000), due, 1, tenant, 'Created' from bench_task");
        run("insert into act_ru_identitylink (id_, rev_, group_id_, type_, task_id_, tenant_id_)"
                + " select 'link-' || n, 1, role, 'candidate', 'task-' || n, tenant from bench_task");
        variable("title", "'case-' || n", "null::text", "title");
        variable("unitName", "'case-' || n", "null::text", "'Dinas nomor ' || n % " + UNITS);
        variable("stageName", "'case-' || n", "'task-' || n", "'Rencana aksi inovasi – Penyusunan'");
        IntStream.range(0, OTHER_VARIABLES_OF_A_CASE)
                .forEach(i -> variable("other" + i, "'case-' || n", "null::text", "repeat('isi ', 20)"));
        run("drop table bench_task");
        run("vacuum analyze");
    }

    private void variable(String name, String execution, String task, String text) {
        run(
                "insert into act_ru_variable (id_, rev_, type_, name_, execution_id_, proc_inst_id_, proc_def_id_, task_id_,"
                        + " text_, var_scope_, sequence_counter_, is_concurrent_local_, tenant_id_)"
                        + " select '" + name + "-' || n, 1, 'string', '" + name + "', " + execution
                        + ", 'case-' || n, definition, "
                        + task + ", " + text + ", coalesce(" + task + ", " + execution
                        + "), 1, false, tenant from bench_task");
    }

    private void run(String sql) {
        database.sql(sql).update();
    }

    private record Kind(String definition, String process, String task, String name, String role) {}

    private static class Page {

        private final double[] millis;
        private int count;

        Page(double[] millis) {
            this.millis = millis;
        }

        void note(int round, double duration, int tasks) {
            millis[round] = duration;
            count = tasks;
        }

        /** By the nearest rank. */
        double percentile(int percent) {
            double[] sorted = millis.clone();
            Arrays.sort(sorted);
            return sorted[(int) Math.ceil(percent / 100.0 * sorted.length) - 1];
        }
    }
}

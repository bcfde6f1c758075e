package id.semai.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.semai.guard.RestOperations.RestOperation;
import id.semai.journal.Units;
import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.journeys.Office.Answer;
import id.semai.journeys.Office.Person;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every operation of the engine's REST under each of its names, every plugin of the web applications and every endpoint of
 * ours, tried with the ids of one unit's work by people whom it does not concern: nothing of it is in any answer, nothing
 * is changed by any request, and nothing fails. Whom it does concern is the control.
 */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatrixTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> ROOTS =
            List.of("/engine-rest", "/engine-rest/engine/default", "/camunda/api/engine/engine/default");
    private static final List<String> APPLICATIONS = List.of("cockpit", "admin", "tasklist", "welcome");
    private static final List<String> PLUGINS = List.of(
            "base/default/process-definition",
            "base/default/process-definition/statistics",
            "base/default/process-definition/statistics-count",
            "base/default/process-definition/{id}/called-process-definitions",
            "base/default/process-instance",
            "base/default/process-instance/count",
            "base/default/process-instance/{id}/called-process-instances",
            "base/default/incident",
            "base/default/incident/count",
            "adminPlugins/default/metrics/aggregated",
            "cockpitPlugins/static/app/plugin.js",
            "tasklistPlugins/static/app/plugin.js");
    private static final List<String> PAGES = List.of(
            "/",
            "/contract/",
            "/contract/asyncapi.yaml",
            "/semai.css",
            "/serah-terima",
            "/actuator",
            "/actuator/health",
            "/actuator/health/events",
            "/actuator/info",
            "/actuator/prometheus",
            "/actuator/env",
            "/error",
            "/swagger-ui/index.html",
            "/v3/api-docs",
            "/camunda/app/cockpit/default/",
            "/camunda/app/admin/default/",
            "/camunda/app/tasklist/default/");

    /** Which parameter or member narrows a query down to the planted case: the first that a query knows. */
    private static final List<String> NARROWING = List.of(
            "processInstanceId",
            "processInstanceIds",
            "processInstanceIdIn",
            "rootProcessInstanceId",
            "processInstanceBusinessKey",
            "taskId",
            "taskIdIn",
            "executionId",
            "tenantIdIn");

    /** Spring's own, which nobody calls by its name. */
    private static final Set<String> LEFT_OUT = Set.of("/error");

    @Autowired
    Office office;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Units units;

    @Autowired
    JdbcClient database;

    @Autowired
    AccessList list;

    @Autowired
    Layers layers;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private Planted planted;
    private List<Attempt> attempts;

    @BeforeAll
    void plant() {
        new Elsewhere(engine.getIdentityService(), office.password()).exist(units);
        planted = new Planted(office, engine);
        attempts = Stream.of(onTheEngine(), plugins(), ours(), pages())
                .flatMap(s -> s)
                .toList();
    }

    @Test
    void nobodyGetsOrChangesWhatBelongsElsewhere() {
        List<Actor> outsiders = Stream.concat(
                        Stream.of(
                                        "inovator.dinkes",
                                        "kepala.dinkes",
                                        "inovator.uji",
                                        "kepala.uji",
                                        "koordinator.uji",
                                        "fasilitator.uji",
                                        "pimpinan.uji")
                                .map(this::actor),
                        Stream.of(new Actor("nobody", office.nobody(), office.nobodyInBrowser())))
                .toList();
        List<String> before = fingerprint();

        Findings found = tryAll(outsiders, attempts);

        System.out.println("matrix: operations="
                + attempts.stream().map(Attempt::template).distinct().count() + " actors=" + outsiders.size()
                + " requests=" + found.requests() + " leaks=" + found.told.size() + " 5xx=" + found.failures.size()
                + " answers=" + found.statuses);
        assertThat(found.told).as("answers that tell what is not theirs").isEmpty();
        assertThat(found.failures).as("failures of the server").isEmpty();
        assertThat(fingerprint()).as("what the unit's work consists of").isEqualTo(before);
    }

    @Test
    void whoMayLookSeesIt() {
        List<Attempt> looks =
                attempts.stream().filter(attempt -> !attempt.writes()).toList();
        Map<String, Integer> seen = new LinkedHashMap<>();
        for (String account : List.of("inovator." + Planted.UNIT, "koordinator", "pimpinan", "admin")) {
            Findings found = tryAll(List.of(actor(account)), looks);
            System.out.println("matrix: control=" + account + " requests=" + found.requests() + " seen="
                    + found.told.size() + " 5xx=" + found.failures.size());
            assertThat(found.failures).as("failures of the server").isEmpty();
            seen.put(account, found.told.size());
        }
        assertThat(seen.get("inovator." + Planted.UNIT)).isGreaterThan(40);
        assertThat(seen.get("koordinator")).isGreaterThan(40);
        assertThat(seen.get("pimpinan")).isGreaterThan(30);
        assertThat(seen.get("admin")).isGreaterThan(150);
    }

    /**
     * With nothing in the way the same requests tell it to the same outsider; the engine alone keeps everything from them,
     * the list alone what their role never needs: which unit's work somebody reaches it does not know.
     */
    @Test
    void withoutTheListAndTheUnitsItIsTold() {
        List<Attempt> looks = attempts.stream()
                .filter(attempt -> !attempt.writes() && !attempt.template().contains("/engine-rest/engine/"))
                .toList();
        List<Actor> outsider = List.of(actor("inovator.dinkes"));
        Set<String> engine = Set.of(Settings.TENANTS, Layers.REMARKS);
        Set<String> all = Set.of(Settings.TENANTS, Layers.REMARKS, Layers.ACCESS);

        int open = told(all, outsider, looks).size();
        List<String> byTheListAlone = told(engine, outsider, looks);
        List<String> byTheEngineAlone = told(Set.of(Layers.ACCESS), outsider, looks);
        System.out.println("matrix: outsider told, nothing in the way=" + open + ", the list alone="
                + byTheListAlone.size() + ", the engine alone=" + byTheEngineAlone.size());
        assertThat(open).isGreaterThan(100);
        assertThat(byTheEngineAlone).isEmpty();
        assertThat(byTheListAlone)
                .hasSizeLessThan(open)
                .noneMatch(told -> told.contains("/history/process-instance") || told.contains("/plugin/"));
    }

    private List<String> told(Set<String> off, List<Actor> actors, List<Attempt> looks) {
        return layers.without(off, () -> tryAll(actors, looks)).told;
    }

    @Test
    void everyEndpointOfOursStandsInTheList() {
        Caller administrator = new Caller() {
            @Override
            public boolean isKnown() {
                return true;
            }

            @Override
            public Set<String> roles() {
                return Set.of("administrator");
            }
        };
        assertThat(ours().map(Attempt::template).distinct()).isNotEmpty().allSatisfy(endpoint -> assertThat(list.ask(
                        endpoint.substring(0, endpoint.indexOf(' ')),
                        planted.fill(endpoint.substring(endpoint.indexOf(' ') + 1)),
                        administrator))
                .as(endpoint)
                .isEqualTo(Verdict.GRANTED));
    }

    private Actor actor(String account) {
        return new Actor(account, office.as(account), office.inBrowser(account));
    }

    private Stream<Attempt> onTheEngine() {
        return RestOperations.all().stream()
                .flatMap(operation -> ROOTS.stream().flatMap(root -> variants(root, operation)));
    }

    /** Narrowed down to the planted case, and as wide as can be. */
    private Stream<Attempt> variants(String root, RestOperation operation) {
        String path = root + planted.fill(operation.path());
        String template = operation.method() + " " + root + operation.path();
        if (operation.writes()) {
            return Stream.of(new Attempt(template, operation.method(), path, me -> body(operation, me), true, true));
        }
        boolean isBody = !operation.members().isEmpty() || operation.method().equals("POST");
        Set<String> names = isBody ? operation.members() : operation.parameters();
        Stream<Attempt> wide =
                Stream.of(new Attempt(template, operation.method(), path, me -> isBody ? "{}" : null, false, false));
        Stream<Attempt> narrow = NARROWING.stream()
                .filter(names::contains)
                .limit(1)
                .map(name -> {
                    Object value = planted.narrowed(name, null);
                    return isBody
                            ? new Attempt(template, operation.method(), path, me -> Map.of(name, value), false, true)
                            : new Attempt(
                                    template,
                                    operation.method(),
                                    path + "?" + name + "=" + text(value),
                                    me -> null,
                                    false,
                                    true);
                });
        return Stream.concat(wide, narrow);
    }

    private Object body(RestOperation operation, String me) {
        if (operation.path().equals("/message")) {
            return Map.of("messageName", "stop-innovation", "businessKey", planted.innovation);
        }
        Map<String, Object> body = new LinkedHashMap<>();
        for (String member : operation.members()) {
            Object value = planted.narrowed(member, me);
            if (value != null) {
                body.put(member, value);
            }
        }
        return body;
    }

    private static String text(Object value) {
        return URLEncoder.encode(
                value instanceof List<?> all ? all.get(0).toString() : value.toString(), StandardCharsets.UTF_8);
    }

    private Stream<Attempt> plugins() {
        return APPLICATIONS.stream().flatMap(application -> PLUGINS.stream().flatMap(plugin -> {
            String path = "/camunda/api/" + application + "/plugin/" + plugin;
            String filled = planted.fill(path);
            return Stream.of(
                    new Attempt("GET " + path, "GET", filled, me -> null, false, false),
                    new Attempt("POST " + path, "POST", filled, me -> "{}", false, false));
        }));
    }

    private Stream<Attempt> pages() {
        return PAGES.stream().map(page -> new Attempt("GET " + page, "GET", page, me -> null, false, false));
    }

    /** What Spring knows of our controllers. */
    private Stream<Attempt> ours() {
        return mappings.getHandlerMethods().keySet().stream().flatMap(mapping -> mapping.getPatternValues().stream()
                .filter(pattern -> !LEFT_OUT.contains(pattern))
                .flatMap(pattern -> methods(mapping.getMethodsCondition().getMethods())
                        .map(method -> new Attempt(
                                method + " " + pattern,
                                method.name(),
                                planted.fill(pattern),
                                me -> method == RequestMethod.GET ? null : ownBody(pattern, me),
                                method != RequestMethod.GET,
                                true))));
    }

    private static Stream<RequestMethod> methods(Set<RequestMethod> methods) {
        return methods.isEmpty() ? Stream.of(RequestMethod.GET, RequestMethod.POST) : methods.stream();
    }

    private Object ownBody(String pattern, String me) {
        if (pattern.contains("drafts")) {
            return Map.of("person", me, "version", 0, "answers", Map.of("title", "serangan"));
        }
        if (pattern.contains("serah-terima")) {
            return Map.of(
                    "giver",
                    "inovator." + Planted.UNIT,
                    "receiver",
                    me,
                    "tasks",
                    List.of(planted.task.id()),
                    "reason",
                    "left");
        }
        return "{}";
    }

    private Findings tryAll(List<Actor> actors, List<Attempt> attempts) {
        Findings found = new Findings();
        List<Callable<Void>> requests = new ArrayList<>();
        for (Attempt attempt : attempts) {
            for (Actor actor : actors) {
                requests.add(() -> {
                    found.note(actor, attempt, attempt.by(actor));
                    return null;
                });
            }
        }
        ExecutorService hands = Executors.newFixedThreadPool(12);
        try {
            for (Future<Void> done : hands.invokeAll(requests)) {
                done.get();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            hands.shutdown();
        }
        return found;
    }

    /** All that outsiders could change: the unit's own rows, and what everybody shares. */
    private List<String> fingerprint() {
        List<String> rows = new ArrayList<>();
        Stream.of(
                        "select id_, rev_, assignee_, owner_, delegation_, due_date_ from act_ru_task where tenant_id_ = ?",
                        "select id_, rev_, suspension_state_ from act_ru_execution where tenant_id_ = ?",
                        "select id_, rev_, text_, double_ from act_ru_variable where tenant_id_ = ?",
                        "select id_, rev_, suspension_state_ from act_ru_job where tenant_id_ = ?",
                        "select count(*) from act_hi_procinst where tenant_id_ = ?",
                        "select count(*) from act_hi_varinst where tenant_id_ = ?",
                        "select count(*) from act_hi_attachment where tenant_id_ = ?",
                        "select user_id_ from act_id_tenant_member where tenant_id_ = ? order by 1",
                        "select count(*) from act_hi_comment c join act_hi_procinst p on p.id_ = c.proc_inst_id_ where p.tenant_id_ = ?",
                        "select count(*) from act_ru_identitylink l join act_ru_task t on t.id_ = l.task_id_ where t.tenant_id_ = ?",
                        "select count(*), max(d.version) from semai.draft d join act_ru_task t on t.id_ = d.task where t.tenant_id_ = ?")
                .forEach(select -> rows.addAll(rows(database.sql(select).param(Planted.UNIT))));
        Stream.of(
                        "select id_, rev_, pwd_ from act_id_user order by id_",
                        "select count(*) from act_id_membership",
                        "select count(*) from act_id_group",
                        "select count(*) from act_id_tenant",
                        "select count(*), sum(rev_) from act_ru_authorization",
                        "select count(*), sum(rev_) from act_ru_filter",
                        "select count(*), sum(suspension_state_) from act_re_procdef",
                        "select count(*) from act_re_deployment",
                        "select count(*) from act_ru_batch",
                        "select count(*) from act_ru_task where tenant_id_ is null",
                        "select count(*) from semai.evidence")
                .forEach(select -> rows.addAll(rows(database.sql(select))));
        return rows;
    }

    private static List<String> rows(JdbcClient.StatementSpec select) {
        return select.query().listOfRows().stream().map(Map::toString).sorted().toList();
    }

    private record Actor(String account, Person byBasic, Person inBrowser) {}

    /** @param narrowed asks for the planted case only, so that a count above zero tells of it */
    private record Attempt(
            String template, String method, String path, Function body, boolean writes, boolean narrowed) {

        interface Function {
            Object of(String me);
        }

        Answer by(Actor actor) {
            Person person = path.startsWith("/engine-rest") ? actor.byBasic() : actor.inBrowser();
            return person.api(method, path, body.of(actor.account()));
        }
    }

    /** What became of many attempts. */
    private class Findings {

        /** The answers that tell something of the planted case. */
        final List<String> told = new ArrayList<>();

        final List<String> failures = new ArrayList<>();
        final Map<Integer, Integer> statuses = new TreeMap<>();
        private final List<String> marks = planted.marks();

        synchronized void note(Actor actor, Attempt attempt, Answer answer) {
            statuses.merge(answer.status(), 1, Integer::sum);
            String asked = attempt.path() + attempt.body().of(actor.account());
            String what =
                    actor.account() + " " + attempt.method() + " " + attempt.path() + " -> " + answer.status() + " ";
            if (answer.status() >= 500) {
                failures.add(what + shortened(answer.body()));
            }
            if (marks.stream().anyMatch(mark -> answer.body().contains(mark) && !asked.contains(mark))
                    || attempt.narrowed() && counted(answer) > 0) {
                told.add(what + shortened(answer.body()));
            }
        }

        private static String shortened(String body) {
            return body.substring(0, Math.min(body.length(), 300));
        }

        private static long counted(Answer answer) {
            if (answer.status() != 200 || !answer.body().startsWith("{\"count\"")) {
                return 0;
            }
            try {
                JsonNode count = JSON.readTree(answer.body()).path("count");
                return count.asLong();
            } catch (IOException e) {
                return 0;
            }
        }

        int requests() {
            return statuses.values().stream().mapToInt(Integer::intValue).sum();
        }
    }
}

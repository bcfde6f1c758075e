package id.semai.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import id.semai.fuzz.Wire.Answer;
import id.semai.fuzz.Wire.Input;
import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.journeys.Story;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Thousands of malformed requests at everything that can be called: no failure of the server, nothing of its inside in an
 * answer, nothing lost. Options: {@code -Dfuzz.seed}, {@code -Dfuzz.inputs}.
 */
@EndToEnd
class FuzzTest {

    private static final long SEED = Long.getLong("fuzz.seed", 2016);
    private static final int INPUTS = Integer.getInteger("fuzz.inputs", 4_000);
    private static final int WARM_UP = 400;
    private static final int AT_ONCE = 4;
    private static final String UNIT = "pkm-unter-iwes";
    private static final List<String> ROOTS = List.of("/engine-rest", "/camunda/api/engine/engine/default");

    /** The kind of a refusal is part of the engine's REST contract, in this member and by names of its own. */
    private static final Pattern KIND = Pattern.compile(
            "\"type\" ?: ?\"(?!NullPointer|Illegal|Class|Number|Index|Header|Json)[A-Za-z]+Exception\"");

    private static final Pattern STACK_TRACE = Pattern.compile("[A-Za-z]Exception\\b|\\tat |Caused by");
    private static final Pattern INSIDE = Pattern.compile(STACK_TRACE.pattern()
            + "|java\\.|javax\\.|jakarta\\.|camundajar|org\\.(?:camunda|apache|spring|postgres|glassfish|joda)"
            + "|com\\.fasterxml|id\\.semai|PSQL|ACT_[A-Z]{2}_|act_[a-z]{2}_");

    @LocalServerPort
    int port;

    @Autowired
    Office office;

    @Autowired
    List<RequestMappingInfoHandlerMapping> mappings;

    @Autowired
    DataSource database;

    @Autowired
    RepositoryService repository;

    @Autowired
    FilterService filters;

    @Autowired
    HistoryService history;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient rows;

    private final Date begun = new Date();
    private final List<String> filtersBefore = new ArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();

    private Wire wire;
    private List<Target> ours;
    private List<Map<String, String>> people;
    private List<Map<String, String>> sessions;
    private Map<String, List<String>> ids;
    private AdminWrites administration;
    private Map<String, String> administratorsSession;
    private Logins logins;

    @BeforeEach
    void prepare() {
        wire = new Wire(port);
        ours = Ours.of(mappings).stream()
                .filter(target -> !Logins.PATHS.contains(target.path()))
                .toList();
        List<String> users = List.of("inovator." + UNIT, "kepala." + UNIT, "koordinator", "fasilitator", "pimpinan");
        people = users.stream().map(office::headers).toList();
        sessions = users.stream().map(office::session).toList();
        filters.createFilterQuery().list().forEach(filter -> filtersBefore.add(filter.getId()));
        ids = new LinkedHashMap<>();
        for (int i = 0; i < 3; i++) {
            Story story = Story.proposed(office, UNIT);
            add(
                    "task",
                    story.head().task(story.innovation, "Task_SignCommitment").id());
            add("id", story.innovation);
            add("innovation", story.innovation);
            add("instance", story.innovation);
        }
        add("process", "innovation-journey");
        add("process", "workshop");
        filtersBefore.forEach(filter -> add("filter", filter));
        administration = new AdminWrites(engine);
        administration.make(office, this::add);
        Story victim = Story.proposed(office, UNIT);
        add("victim", victim.innovation);
        add(
                "victimTask",
                victim.head().task(victim.innovation, "Task_SignCommitment").id());
        administratorsSession = office.session("admin");
        logins = new Logins(office);
    }

    private void add(String name, String id) {
        ids.computeIfAbsent(name, first -> new ArrayList<>()).add(id);
    }

    @AfterEach
    void tidy() {
        administration.tidy();
        rows.sql("delete from semai.login_door where last_at >= ?")
                .param(Timestamp.from(begun.toInstant()))
                .update();
        repository
                .createDeploymentQuery()
                .deploymentAfter(begun)
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
        filters.createFilterQuery().list().stream()
                .map(Filter::getId)
                .filter(id -> !filtersBefore.contains(id))
                .forEach(filters::deleteFilter);
        tasks.createTaskQuery().taskCreatedAfter(begun).list().stream()
                .filter(task -> task.getProcessInstanceId() == null)
                .forEach(task -> tasks.deleteTask(task.getId(), true));
        history
                .createHistoricProcessInstanceQuery()
                .startedAfter(begun)
                .rootProcessInstances()
                .unfinished()
                .list()
                .stream()
                .filter(instance -> UNIT.equals(instance.getTenantId()) || instance.getTenantId() == null)
                .forEach(instance -> Office.eventually(() -> {
                    runtime.deleteProcessInstanceIfExists(
                            instance.getId(), "the test is over", false, false, false, false);
                    return true;
                }));
    }

    @Test
    void nothingMalformedBreaksOrLeaksAnything() throws Exception {
        throwAll(0, WARM_UP);
        Vitals vitals = new Vitals(database.unwrap(HikariDataSource.class), Duration.ofSeconds(10));
        throwAll(WARM_UP, WARM_UP + INPUTS);

        int lost = vitals.lost();
        System.out.printf(
                "fuzz: seed=%d inputs=%d 5xx=%d leaks=%d (%d endpoints of ours, %d of the engine on %d roots; %s; answers %s)%n",
                SEED,
                INPUTS + WARM_UP,
                failures.get(),
                lost,
                ours.size(),
                Rest.calls().size() + AdminWrites.calls().size() + 1,
                ROOTS.size(),
                vitals,
                statuses);
        assertThat(complaints.stream().limit(50)).isEmpty();
        assertThat(lost).as(vitals.toString()).isZero();
        assertThat(administration.missing()).isEmpty();
        Story.proposed(office, UNIT).committed();
    }

    private void throwAll(int from, int to) throws Exception {
        ExecutorService throwers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (Future<?> thrown : IntStream.range(from, to)
                    .<Future<?>>mapToObj(number -> throwers.submit(() -> toss(number)))
                    .toList()) {
                thrown.get();
            }
        } finally {
            throwers.shutdown();
        }
    }

    private void toss(int number) {
        Input input = input(new Garbage(new Random(SEED * 1_000_003 + number)));
        try {
            judge(number, input, wire.send(input));
        } catch (Exception e) {
            complaints.add("input " + number + ": " + e + "\n" + input);
        }
    }

    private void judge(int number, Input input, Answer answer) {
        synchronized (statuses) {
            statuses.merge(answer.status(), 1, Integer::sum);
        }
        boolean failed = isFailure(input, answer);
        if (failed) {
            failures.incrementAndGet();
        }
        if (failed || tellsOfTheInside(input, answer)) {
            complaints.add("input " + number + ": " + input + "\n\nanswer: " + answer.head() + "\n"
                    + answer.body().substring(0, Math.min(1_000, answer.body().length())) + "\n");
        }
    }

    /** Models and variables name what they were made with; what operators are shown names the kinds of failures. */
    private static boolean tellsOfTheInside(Input input, Answer answer) {
        if (input.path().startsWith("/actuator/prometheus") && answer.status() == 200) {
            return false;
        }
        return (answer.status() < 300 ? STACK_TRACE : INSIDE)
                .matcher(answer.head() + KIND.matcher(answer.body()).replaceAll(""))
                .find();
    }

    /** HTTP asks for 501 where a body is sent in an encoding that nobody knows (RFC 9112, section 6.1). */
    private static boolean isFailure(Input input, Answer answer) {
        return answer.status() >= 500
                && !(answer.status() == 501 && input.headers().containsKey("Transfer-Encoding"));
    }

    private Input input(Garbage garbage) {
        return switch (garbage.oneOf(List.of(
                "ours", "ours", "rest", "rest", "rest", "deployment", "administrator", "administrator", "login"))) {
            case "ours" -> input(garbage, garbage.oneOf(ours), "", anybody(garbage));
            case "rest" -> {
                String root = garbage.oneOf(ROOTS);
                yield input(
                        garbage,
                        garbage.oneOf(Rest.calls()),
                        root,
                        garbage.chance(5) ? Map.of() : garbage.oneOf(root.equals("/engine-rest") ? people : sessions));
            }
            case "administrator" -> administrators(garbage);
            case "login" -> logins.input(garbage);
            default -> deployment(garbage);
        };
    }

    private Input administrators(Garbage garbage) {
        Target target = garbage.oneOf(AdminWrites.calls());
        if (target.path().startsWith("/camunda/")) {
            return input(garbage, target, "", administratorsSession);
        }
        String root = garbage.oneOf(ROOTS);
        return input(
                garbage, target, root, root.equals("/engine-rest") ? office.headers("admin") : administratorsSession);
    }

    private Map<String, String> anybody(Garbage garbage) {
        return garbage.chance(10)
                ? Map.of()
                : garbage.oneOf(
                        Stream.concat(people.stream(), sessions.stream()).toList());
    }

    private Input input(Garbage garbage, Target target, String root, Map<String, String> who) {
        Map<String, String> headers = new LinkedHashMap<>(who);
        if (target.type() != null) {
            headers.put("Content-Type", garbage.contentType(target.type()));
        }
        headers.putAll(garbage.headers());
        byte[] body = target.type() == null
                ? null
                : target.body() == null
                        ? garbage.text().getBytes(StandardCharsets.UTF_8)
                        : garbage.broken(target.body());
        String path = root + filled(garbage, target.path()) + (garbage.chance(40) ? garbage.query() : "");
        return new Input(garbage.method(target.method()), path, headers, body);
    }

    private String filled(Garbage garbage, String path) {
        return Pattern.compile("\\{[^/]*}|\\*+").matcher(path).replaceAll(name -> {
            List<String> real = ids.getOrDefault(name.group().replaceAll("[{}*]", ""), List.of());
            String id = !real.isEmpty() && garbage.chance(60) ? garbage.oneOf(real) : garbage.id();
            return Matcher.quoteReplacement(id);
        });
    }

    private Input deployment(Garbage garbage) {
        BrokenModels models = new BrokenModels(garbage);
        Map<String, String> headers = new LinkedHashMap<>(office.headers("admin"));
        headers.put("Content-Type", garbage.contentType(models.type()));
        headers.putAll(garbage.headers());
        return new Input("POST", "/engine-rest" + BrokenModels.PATH, headers, models.deployment());
    }
}

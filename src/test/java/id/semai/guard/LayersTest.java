package id.semai.guard;

import static id.semai.guard.Absences.*;
import static id.semai.guard.Layers.*;
import static id.semai.guard.Settings.*;
import static id.semai.guard.Trials.harm;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import id.semai.evidence.Samples;
import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.journeys.Office.Answer;
import id.semai.journeys.Office.Person;
import id.semai.journeys.Office.Task;
import id.semai.journeys.Story;
import id.semai.modelpages.OwnProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Each attack of SECURITY.md with all its layers off, when it does its harm, and with any one of them alone, when it does
 * not: so each of them stops it, and nothing else does.
 */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayersTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final String WEB = "/camunda/api/engine/engine/default";
    private static final String DEADLY = "${''.getClass().forName('id.semai.guard.Bomb').newInstance().toString()}";
    private static final String STRONG = "empat kuda hijau terbang";
    private static final String WEAK = "Indonesia-2026!";

    /** Stand in the database. */
    private static final String TRIGGER = "trigger";

    private static final String OWNERSHIP = "ownership";

    @Autowired
    Layers layers;

    @Autowired
    Office office;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ProcessEngine engine;

    @Value("${semai.models.folder}")
    Path models;

    @TempDir
    static Path folder;

    private final List<String> accounts = new ArrayList<>();
    private Trials trials;
    private Person admin;
    private Person innovator;
    private Person stranger;
    private String colleague;
    /** Open, with the head's signature asked for. */
    private Story story;

    private Task signature;
    /** Open, with the innovator at work on its plan. */
    private Story planned;

    private Task header;
    /** The head's, of a plan that the innovator has drafted. */
    private Task approval;

    @BeforeAll
    void peopleAtWork() {
        trials = new Trials(layers);
        Bomb.leavesItsTraceIn(folder.resolve("jejak"));
        admin = office.as("admin");
        innovator = office.as("inovator.dikbud");
        stranger = office.as("inovator.dinkes");
        colleague = account("dikbud", "innovator");
        story = Story.proposed(office, "dikbud");
        signature = story.head().task(story.innovation, "Task_SignCommitment");
        planned = Story.proposed(office, "dikbud").committed();
        header = innovator.task(planned.innovation, "Task_DraftHeader");
        Office.accepted(innovator.claim(header.id()));
        Story drafted = Story.proposed(office, "dikbud").committed().drafted();
        approval = drafted.head().task(drafted.innovation, "Task_ApprovePlan");
    }

    @AfterAll
    void theyLeave() {
        accounts.forEach(identity::deleteUser);
        System.out.println(trials.figures());
    }

    static Stream<String> roots() {
        return Stream.of("/engine-rest", WEB);
    }

    @ParameterizedTest
    @MethodSource("roots")
    void anExpressionInAQueryRunsCode(String root) {
        Person attacker = root.equals(WEB) ? office.inBrowser("inovator.dikbud") : innovator;
        Map<String, Object> query = Map.of("orQueries", List.of(Map.of("assigneeExpression", DEADLY)));
        trials.pair(
                Set.of(BODIES, QUERIES, EXPRESSIONS), () -> harm(() -> attacker.post("/task", query), Bomb::wentOff));
    }

    @ParameterizedTest
    @CsvSource({"UTF-16BE,", "UTF-32,", "UTF-8,'\"assigneeExpression\":null,'", "UTF-8,"})
    void anExpressionInAQueryIsHidden(String encoding, String before) {
        String query = "{\"orQueries\":[{%s\"assigneeExpression\":\"${currentUser()}\"}]}"
                .formatted(before == null ? "" : before);
        byte[] hidden = query.getBytes(Charset.forName(encoding));
        trials.pair(
                Set.of(BODIES, QUERIES),
                () -> () -> send("POST", "/engine-rest/task", hidden, json(office.headers("inovator.dikbud")))
                        .body()
                        .contains(header.id()));
    }

    @Test
    void anExpressionIsKeptInAListForLater() {
        Map<String, Object> list = Map.of(
                "name",
                "Serangan",
                "resourceType",
                "Task",
                "properties",
                Map.of(),
                "query",
                Map.of("orQueries", List.of(Map.of("assigneeExpression", "inovator.${'dikbud'}"))));
        trials.pair(Set.of(BODIES, QUERIES), () -> () -> {
            Answer kept = admin.post("/filter/create", list);
            String id = kept.status() == 200 ? kept.json().path("id").asText() : "";
            boolean evaluated = admin.get("/filter/" + id + "/list").body().contains(header.id());
            admin.delete("/filter/" + id);
            return evaluated;
        });
    }

    @Test
    void theSetUpMakesAnAdministrator() {
        Map<String, Object> intruder = Map.of(
                "profile", Map.of("id", "penyusup", "firstName", "x", "lastName", "y", "email", ""),
                "credentials", Map.of("password", STRONG));
        trials.pair(
                Set.of(ACCESS, IDENTITIES),
                () -> () -> withoutAdministrators(() -> {
                    office.nobodyInBrowser().api("POST", "/camunda/api/admin/setup/default/user/create", intruder);
                    boolean made = identity.createUserQuery()
                                    .userId("penyusup")
                                    .memberOfGroup("camunda-admin")
                                    .count()
                            == 1;
                    identity.deleteUser("penyusup");
                    return made;
                }));
    }

    /** A line of the list that closes a path does not know it in another spelling, and a wider line lets it pass. */
    @ParameterizedTest
    @MethodSource("roots")
    void anotherSpellingOfAPathIsLetPass(String root) {
        Map<String, String> administrator = json(root.equals(WEB) ? office.session("admin") : office.headers("admin"));
        trials.pair(
                Set.of(SPELLING, GATE),
                () -> harm(
                        () -> send("POST", root + "/task/create;x=1", bytes(Map.of("name", "Serangan")), administrator),
                        this::strayTask));
    }

    @Test
    void anotherNameOfTheEngineIsLetPass() {
        trials.pair(
                Set.of(ACCESS),
                () -> () -> told(
                        innovator.page("/engine-rest/engine/default/history/process-instance/" + story.innovation),
                        story.innovation));
    }

    @Test
    void aBodyWithoutEndIsRead() {
        byte[] body = ("{" + " ".repeat(33_000_000) + "}").getBytes(StandardCharsets.UTF_8);
        trials.pair(
                Set.of(BODIES, LENGTH),
                () -> () -> send("POST", "/engine-rest/task/count", body, json(office.headers("inovator.dikbud")))
                                .status()
                        == 200);
    }

    @Test
    void aModelRunsACommand() {
        String command =
                """
                <serviceTask id="x" camunda:type="shell"><extensionElements>
                  <camunda:field name="command" stringValue="touch"/>
                  <camunda:field name="arg1" stringValue="%s"/>
                  <camunda:field name="wait" stringValue="true"/>
                </extensionElements></serviceTask>"""
                        .formatted(folder.resolve("jejak"));
        trials.pair(
                Set.of(MODELS, CHECK, FOLDER),
                Set.of(GATE),
                () -> harm(() -> deployAndStart(model(command)), Bomb::wentOff));
    }

    @Test
    void aModelRunsAClass() {
        String code = "<serviceTask id=\"x\" camunda:class=\"id.semai.guard.Bomb\"/>";
        trials.pair(
                Set.of(MODELS, CHECK, FOLDER),
                Set.of(GATE),
                () -> harm(() -> deployAndStart(model(code)), Bomb::wentOff));
    }

    @Test
    void aModelIsDeployedByWhoMayNot() {
        String harmless = model("<manualTask id=\"x\"/>");
        trials.pair(
                Set.of(ACCESS, GRANTS),
                Set.of(CHECK, FOLDER),
                () -> harm(() -> innovator.deploy("serangan.bpmn", harmless), this::undeployed));
    }

    @Test
    void anExpressionInAModelReachesForJava() {
        String timer = model("<manualTask id=\"x\"/>")
                .replace(
                        "<startEvent id=\"a\"/>",
                        "<startEvent id=\"a\"><timerEventDefinition><timeDate>" + DEADLY
                                + "</timeDate></timerEventDefinition></startEvent>");
        trials.pair(
                Set.of(EXPRESSIONS, CHECK, FOLDER),
                () -> harm(
                        () -> {
                            admin.deploy("serangan.bpmn", timer);
                            undeployed();
                        },
                        Bomb::wentOff));
    }

    @Test
    void aCaseModelIsDeployed() {
        String model =
                """
                <definitions xmlns="http://www.omg.org/spec/CMMN/20151109/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/cmmn" targetNamespace="x">
                  <case id="serangan" camunda:historyTimeToLive="1"><casePlanModel id="p"><planItem id="i" definitionRef="h"/><humanTask id="h"/></casePlanModel></case>
                </definitions>""";
        trials.pair(
                Set.of(CASES, CHECK, FOLDER),
                () -> harm(() -> admin.deploy("serangan.cmmn", model), () -> {
                    boolean deployed = repository
                                    .createCaseDefinitionQuery()
                                    .caseDefinitionKey("serangan")
                                    .count()
                            == 1;
                    undeployed();
                    return deployed;
                }));
    }

    @Test
    void aModelMakesTheServerFetchASchema() throws IOException {
        AtomicInteger fetched = new AtomicInteger();
        HttpServer elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", call -> {
            fetched.incrementAndGet();
            call.sendResponseHeaders(404, -1);
            call.close();
        });
        elsewhere.start();
        String model = fetching("http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/x.xsd");
        try {
            trials.pair(
                    Set.of(CHECK, FOLDER),
                    () -> harm(
                            () -> {
                                admin.deploy("serangan.bpmn", model);
                                undeployed();
                            },
                            () -> fetched.getAndSet(0) > 0));
        } finally {
            elsewhere.stop(0);
        }
    }

    /** Kept, and given out as a page of Semai's own. */
    @Test
    void aPageWithAScriptIsKeptAmongTheModels() {
        String page = "<!DOCTYPE html><html><body><script>serangan()</script></body></html>";
        trials.pair(Set.of(CHECK, FOLDER), () -> () -> {
            Answer kept = admin.deploy("serangan.html", page);
            String resources = "/deployment/" + kept.json().path("id").asText() + "/resources/";
            String given = kept.status() != 200
                    ? ""
                    : admin.get(resources
                                    + admin.get(resources)
                                            .json()
                                            .path(0)
                                            .path("id")
                                            .asText() + "/data")
                            .body();
            undeployed();
            return given.contains("<script>serangan()");
        });
    }

    @Test
    void aModelIsReleasedOrBroughtBackByWhoMayNot() {
        Set<String> itsLayers = Set.of(ACCESS, ADMINISTRATORS, GRANTS);
        trials.pair(itsLayers, () -> {
            OwnProcess own = new OwnProcess(office, engine, models);
            return harm(() -> innovator.upload("/api/models?name=" + own.file, utf8(own.model())), () -> {
                own.close();
                return releases(own, "upload") == 1;
            });
        });
        try (OwnProcess own = new OwnProcess(office, engine, models).released()) {
            own.released("Menandatangani pernyataan", "Menyatakan");
            trials.pair(itsLayers, () -> {
                long before = releases(own, "rollback");
                return harm(() -> bringsBackTheOther(own), () -> releases(own, "rollback") > before);
            });
        }
    }

    /** Of the two, whichever is not in force. */
    private void bringsBackTheOther(OwnProcess own) {
        for (int version = 1; version <= 2; version++) {
            innovator.api("POST", "/api/models/" + own.id + "/releases/" + version + "/rollback", null);
        }
    }

    private long releases(OwnProcess own, String origin) {
        return database.sql(
                        "select count(*) from semai.model_release where model = ? and origin = ? and released_by = ?")
                .params(own.id, origin, "inovator.dikbud")
                .query(Long.class)
                .single();
    }

    @Test
    void restAnswersWithoutALogin() {
        String task = "/engine-rest/task/" + signature.id();
        trials.pair(Set.of(LOGIN, ACCESS), () -> () -> told(send("GET", task, null, Map.of()), signature.id()));
        trials.pair(Set.of(LOGIN, ACCESS), () -> {
            String account = account("dikbud", "innovator");
            return () -> told(get(account, "salah", address(), task), signature.id());
        });
    }

    @Test
    void anotherUnitsWorkIsSeen() {
        String task = "/task/" + header.id();
        trials.pair(Set.of(TENANTS), () -> () -> told(stranger.get(task), header.id()));
        trials.pair(Set.of(TENANTS), () -> () -> told(stranger.get(task + "/form-variables"), "Antrean Daring"));
        trials.pair(
                Set.of(TENANTS),
                () -> () -> told(
                        stranger.page("/inovasi/" + planned.innovation + "/perjalanan"), "Menandatangani pernyataan"));
    }

    @Test
    void aProcessIsStartedInAnotherUnitsName() {
        trials.pair(Set.of(START_FORMS, UNITS), () -> () -> {
            Answer started =
                    innovator.tryToStart("innovation-journey", Office.answers("innovation-proposal", "unit", "dinkes"));
            return started.status() == 200
                    && endsAs("dinkes", started.json().path("id").asText());
        });
    }

    @Test
    void somethingBelongsToNoUnit() {
        trials.pair(Set.of(UNITS), Set.of(GATE, CHECK, FOLDER), () -> () -> {
            try {
                return endsAs(null, started(model(""), List.of()));
            } catch (RuntimeException refused) {
                return false;
            } finally {
                undeployed();
            }
        });
    }

    @Test
    void aTaskIsInvented() {
        trials.pair(
                Set.of(ACCESS, GATE, GRANTS),
                () -> harm(() -> innovator.post("/task/create", Map.of("name", "Serangan")), this::strayTask));
        trials.pair(
                Set.of(ACCESS, GATE),
                () -> harm(() -> admin.post("/task/create", Map.of("name", "Serangan")), this::strayTask));
    }

    @Test
    void aTaskIsGivenToOthers() {
        trials.pair(
                Set.of(GRANTS),
                () -> harm(
                        () -> innovator.post("/task/" + header.id() + "/assignee", Map.of("userId", colleague)),
                        () -> reassigned(header, "inovator.dikbud")));
        trials.pair(
                Set.of(GRANTS),
                () -> harm(
                        () -> story.head().post("/task/" + header.id() + "/assignee", Map.of("userId", colleague)),
                        () -> reassigned(header, "inovator.dikbud")));
        trials.pair(
                Set.of(ASSIGNMENT, GRANTS),
                () -> harm(
                        () -> office.as(colleague)
                                .post("/task/" + header.id() + "/assignee", Map.of("userId", colleague)),
                        () -> reassigned(header, "inovator.dikbud")));
    }

    @Test
    void whoDraftedApproves() {
        String both = account("dikbud", "innovator", "unit-head");
        Person drafter = office.as(both);
        Story own = Story.proposed(office, "dikbud").committed();
        drafter.does(own.innovation, "Task_DraftHeader", "action-plan-header");
        drafter.does(own.innovation, "Task_DraftRows", "action-plan-rows");
        Task mine = drafter.task(own.innovation, "Task_ApprovePlan");
        Office.accepted(story.head().claim(mine.id()));

        trials.pair(
                Set.of(PASSING),
                () -> harm(
                        () -> office.as("koordinator").api("POST", "/api/serah-terima", order(both, mine)),
                        () -> reassigned(mine, "kepala.dikbud")));
        tasks.setAssignee(mine.id(), null);
        trials.pair(
                Set.of(COMPLETION),
                () -> completed(mine, both, List.of("innovator", "unit-head"), Office.answers("plan-approval")));
    }

    @Test
    void aTaskThatAnotherHasTakenIsCompleted() {
        trials.pair(
                Set.of(COMPLETION),
                () -> completed(header, colleague, List.of("innovator"), Office.answers("action-plan-header")));
    }

    @Test
    void aFormIsSentWithoutWhatItAsksFor() {
        for (Map<String, Object> answers : List.of(
                Office.answers("commitment-sign", "focus", null),
                Office.answers("commitment-sign", "focus", "a".repeat(3_900)))) {
            trials.pair(Set.of(TASK_FORMS), () -> completed(signature, "kepala.dikbud", List.of("unit-head"), answers));
        }
    }

    @Test
    void whoHoldsTheGrantAndNotTheTaskWorksOnIt() {
        String own = "/task/" + approval.id();
        trials.pair(
                Set.of(COMPLETION),
                () -> completed(approval, "inovator.dikbud", List.of("innovator"), Office.answers("plan-approval")));
        trials.pair(
                Set.of(ASSIGNMENT), () -> harm(() -> innovator.claim(approval.id()), () -> reassigned(approval, null)));
        trials.pair(Set.of(ACCESS, ASSIGNMENT, GRANTS), () -> {
            Story fresh = Story.proposed(office, "dikbud");
            Task task = fresh.head().task(fresh.innovation, "Task_SignCommitment");
            return harm(
                    () -> innovator.post("/task/" + task.id() + "/delegate", Map.of("userId", "inovator.dikbud")),
                    () -> reassigned(task, null));
        });
        trials.pair(
                Set.of(ACCESS, GRANTS),
                () -> harm(
                        () -> innovator.put(own + "/variables/serangan", Map.of("value", "x", "type", "String")),
                        () -> {
                            boolean written = tasks.getVariable(approval.id(), "serangan") != null;
                            tasks.removeVariable(approval.id(), "serangan");
                            return written;
                        }));
    }

    @Test
    void aCommentIsReadWrittenAndTakenAwayByOthers() {
        String own = "/task/" + approval.id() + "/comment";
        String comment = tasks.createComment(approval.id(), processOf(approval), "Hanya untuk kepala")
                .getId();
        trials.pair(Set.of(ACCESS, REMARKS), () -> () -> told(stranger.get(own + "/" + comment), "Hanya untuk"));
        trials.pair(
                Set.of(REMARKS),
                () -> harm(() -> innovator.post(own + "/create", Map.of("message", "Serangan")), () -> {
                    List<String> written = tasks.getTaskComments(approval.id()).stream()
                            .filter(each -> each.getFullMessage().equals("Serangan"))
                            .map(each -> each.getId())
                            .toList();
                    written.forEach(each -> tasks.deleteTaskComment(approval.id(), each));
                    return !written.isEmpty();
                }));
        trials.pair(Set.of(ACCESS, REMARKS), () -> {
            String another = tasks.createComment(approval.id(), processOf(approval), "Catatan")
                    .getId();
            return harm(
                    () -> innovator.delete(own + "/" + another),
                    () -> tasks.getTaskComment(approval.id(), another) == null);
        });
    }

    @Test
    void aFileThatRunsSomethingIsKept() {
        Story mine = Story.proposed(office, "dikbud");
        Task task = mine.head().task(mine.innovation, "Task_SignCommitment");
        Office.accepted(mine.head().claim(task.id()));
        byte[] program = "MZ a program for whoever opens it".getBytes(StandardCharsets.US_ASCII);
        trials.pair(Set.of(FILES), () -> () -> {
            Answer kept = mine.head().upload("/api/evidence/tasks/" + task.id() + "?name=surat.pdf", program);
            String file = "/api/evidence/files/" + kept.json().path("id").asText();
            boolean opened = office.as("koordinator").page(file).body().startsWith("MZ");
            mine.head().api("DELETE", file, null);
            return opened;
        });
    }

    @Test
    void somebodyElsesDraftOrFileIsOpened() {
        Office.accepted(innovator.api(
                "PUT",
                "/api/drafts/" + header.id(),
                Map.of("person", "inovator.dikbud", "version", 0, "answers", Map.of("title", "Belum dikirim"))));
        String file = "/api/evidence/files/"
                + innovator
                        .upload("/api/evidence/tasks/" + header.id() + "?name=a.pdf", Samples.pdf())
                        .json()
                        .path("id")
                        .asText();
        String draft = "/api/drafts/" + header.id();
        trials.pair(Set.of(OWN_DRAFTS), () -> () -> told(office.as(colleague).page(draft), "Belum dikirim"));
        trials.pair(Set.of(TENANTS, OWN_DRAFTS), () -> () -> told(stranger.page(draft), "Belum dikirim"));
        trials.pair(Set.of(TENANTS), () -> () -> told(stranger.page(file), "%PDF-"));
    }

    @Test
    void aFormOfAnotherSiteHandsATaskOver() {
        String acting = account("dikbud", "unit-head");
        Map<String, String> session = new HashMap<>(office.session("koordinator"));
        session.put("Sec-Fetch-Site", "cross-site");
        session.put("Content-Type", "text/plain");
        tasks.setAssignee(signature.id(), "kepala.dikbud");
        trials.pair(
                Set.of(SITES, JSON_ONLY),
                () -> harm(
                        () -> send("POST", "/api/serah-terima", bytes(order(acting, signature)), session),
                        () -> reassigned(signature, "kepala.dikbud")));
        tasks.setAssignee(signature.id(), null);
    }

    @Test
    void anotherSitesPageActsInAPersonsName() {
        Map<String, String> session = new HashMap<>(office.session("inovator.dikbud"));
        session.remove("X-XSRF-TOKEN");
        session.put("Sec-Fetch-Site", "cross-site");
        session.put("Content-Type", "application/x-www-form-urlencoded");
        trials.pair(
                Set.of(SITES, TOKENS),
                () -> harm(
                        () -> send("POST", WEB + "/task/" + header.id() + "/unclaim", null, session),
                        () -> reassigned(header, "inovator.dikbud")));
    }

    /** What a browser would show in the frame of another site, or run of what was smuggled in. */
    @Test
    void aPageIsFramedOrRunsWhatWasSmuggledIn() {
        String tasklist = "/camunda/app/tasklist/default/";
        trials.pair(
                Set.of(HEADERS),
                () -> () -> !headers("/serah-terima").contains("frame-ancestors 'none'")
                        && !headers("/serah-terima").contains("DENY"));
        trials.pair(Set.of(SCRIPT_POLICY), () -> () -> !headers(tasklist).contains("'strict-dynamic'"));
    }

    @Test
    void whatOnlyGrowsIsChanged() {
        tasks.setAssignee(signature.id(), "kepala.dikbud");
        Office.accepted(office.as("koordinator")
                .api("POST", "/api/serah-terima", order(account("dikbud", "unit-head"), signature)));
        tasks.setAssignee(signature.id(), null);
        trials.pair(
                Set.of(TRIGGER),
                () -> () -> changed("semai.handover", "update semai.handover set giver = 'lain'", false));
        trials.pair(
                Set.of(TRIGGER, OWNERSHIP),
                () -> () -> changed("semai.audit", "update semai.audit set account = 'lain'", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "semai.demo.password=Semai-2016! semai.proxies=10.0.0.5",
                "spring.datasource.url=jdbc:postgresql://x/y spring.datasource.password=postgres semai.proxies=10.0.0.5 semai.embedded.enabled=false",
                "semai.admin.user=admin semai.admin.password=admin semai.proxies=10.0.0.5 semai.embedded.enabled=false",
                "semai.embedded.enabled=false",
                "semai.single-sign-on.issuer=http://akun.example semai.single-sign-on.client-secret=x semai.proxies=10.0.0.5 semai.embedded.enabled=false",
                "semai.single-sign-on.issuer=https://akun.example semai.proxies=10.0.0.5 semai.embedded.enabled=false"
            })
    void whatIsForADemoStartsInEarnest(String settings) {
        boolean embedded = !settings.contains("semai.embedded.enabled=false");
        trials.pair(embedded ? Set.of("Preflight", "SafeStart") : Set.of("SafeStart"), () -> () -> starts(settings));
    }

    @Test
    void aPathThatNoRoleNeedsIsOpen() {
        trials.pair(
                Set.of(ACCESS),
                () -> () -> told(
                        innovator.get("/history/process-instance?processInstanceId=" + story.innovation),
                        story.innovation));
        trials.pair(Set.of(ACCESS), () -> () -> innovator.get("/version").status() == 200);
    }

    @Test
    void passwordsAreGuessed() {
        trials.pair(Set.of(ACCOUNT_DOOR, ADDRESS_DOOR), () -> {
            String account = account("dikbud", "innovator");
            String address = address();
            return () -> {
                for (int guess = 0; guess < 20; guess++) {
                    get(account, "salah " + guess, address);
                }
                return get(account, office.password(), address).status() == 200;
            };
        });
    }

    @Test
    void anAddressIsClaimedInAHeader() {
        trials.pair(Set.of(PROXIES), () -> {
            String account = account("dikbud", "innovator");
            String real = address();
            return () -> {
                for (int guess = 0; guess < 20; guess++) {
                    get("tidak.ada." + guess, "salah", address() + ", " + real);
                }
                return get(account, office.password(), address() + ", " + real).status() == 200;
            };
        });
    }

    @Test
    void anOfficeIsShutOutByStrangers() {
        trials.pair(Set.of(HOMES), () -> {
            String account = account("dikbud", "innovator");
            String home = address();
            if (logIn(account, home).status() != 200) {
                throw new IllegalStateException("cannot log in at home");
            }
            return () -> {
                for (int guess = 0; guess < 5; guess++) {
                    get(account, "salah", address());
                }
                return logIn(account, home).status() == 401;
            };
        });
    }

    @Test
    void accountsAreFoundOut() {
        trials.pair(Set.of(GRANTS), () -> () -> {
            Answer known = innovator.get("/user/admin/profile");
            Answer unknown = innovator.get("/user/tidak.ada/profile");
            return !known.body().replace("admin", "").equals(unknown.body().replace("tidak.ada", ""));
        });
    }

    @Test
    void aWeakPasswordIsTaken() {
        trials.pair(
                Set.of(PASSWORD_GATE, PASSWORD_POLICY),
                () -> harm(
                        () -> admin.post(
                                "/user/create",
                                Map.of(
                                        "profile", Map.of("id", "lemah", "firstName", "A", "lastName", "B"),
                                        "credentials", Map.of("password", WEAK))),
                        () -> {
                            boolean taken = identity.checkPassword("lemah", WEAK);
                            identity.deleteUser("lemah");
                            return taken;
                        }));
    }

    @Test
    void aFirstPasswordIsWorkedWith() {
        trials.pair(Set.of(FIRST_PASSWORDS), () -> {
            String account = account("dikbud", "innovator");
            Office.accepted(admin.put(
                    "/user/" + account + "/credentials",
                    Map.of("password", STRONG, "authenticatedUserPassword", office.password())));
            return () -> send("GET", "/engine-rest/task/count", null, basic(account, STRONG))
                            .status()
                    == 200;
        });
    }

    @Test
    void aSessionThatIsVoidGoesOn() {
        trials.pair(Set.of(SESSIONS), () -> {
            String account = account("dikbud", "innovator");
            Person left = office.inBrowser(account);
            Office.accepted(left.get("/task/count"));
            Office.accepted(office.inBrowser(account).api("POST", "/camunda/api/admin/auth/user/default/logout", ""));
            return () -> left.get("/task/count").status() == 200;
        });
    }

    @Test
    void aJavaObjectIsMadeFromWhatSomebodySends() {
        String variable = "/process-instance/" + story.innovation + "/variables/serangan";
        Map<String, Object> bomb = Map.of(
                "value",
                "{          }",
                "type",
                "Object",
                "valueInfo",
                Map.of("objectTypeName", Bomb.class.getName(), "serializationDataFormat", "application/json"));
        trials.pair(
                Set.of(TYPES),
                () -> harm(
                        () -> {
                            admin.put(variable, bomb);
                            admin.get(variable + "?deserializeValue=true");
                            admin.delete(variable);
                        },
                        Bomb::wentOff));
    }

    @Test
    void everythingThereEverWasIsListed() {
        database.sql(
                        "insert into act_id_group (id_, rev_, name_) select 'ramai.' || n, 1, 'x' from generate_series(1, 2500) n")
                .update();
        try {
            trials.pair(Set.of(ROWS), () -> () -> {
                Answer listed = admin.get("/group?maxResults=5000");
                return listed.status() == 200 && listed.json().size() > 2_500;
            });
        } finally {
            database.sql("delete from act_id_group where id_ like 'ramai.%'").update();
        }
    }

    private String account(String unit, String... roles) {
        String id = "lapis." + COUNT.incrementAndGet();
        User user = identity.newUser(id);
        user.setPassword(office.password());
        Office.save(identity, user);
        identity.createTenantUserMembership(unit, id);
        Stream.of(roles).forEach(role -> identity.createMembership(id, role));
        accounts.add(id);
        return id;
    }

    private static String address() {
        int number = COUNT.incrementAndGet();
        return "198.18." + number / 250 + "." + (number % 250 + 1);
    }

    private Answer get(String account, String password, String address) {
        return get(account, password, address, "/engine-rest/task/count");
    }

    private Answer get(String account, String password, String address, String path) {
        Map<String, String> headers = new HashMap<>(basic(account, password));
        headers.put("X-Forwarded-For", address);
        return send("GET", path, null, headers);
    }

    private Answer logIn(String account, String address) {
        Map<String, String> headers = new HashMap<>(office.session(null));
        headers.put("X-Forwarded-For", address);
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        String form =
                "username=" + account + "&password=" + URLEncoder.encode(office.password(), StandardCharsets.UTF_8);
        return send(
                "POST",
                "/camunda/api/admin/auth/user/default/login/tasklist",
                form.getBytes(StandardCharsets.UTF_8),
                headers);
    }

    private static Map<String, String> basic(String account, String password) {
        return Map.of(
                "Authorization",
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, String> json(Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Type", "application/json");
        return all;
    }

    private Answer send(String method, String path, byte[] body, Map<String, String> headers) {
        HttpResponse<String> answer = exchange(method, path, body, headers);
        return new Answer(answer.statusCode(), answer.body());
    }

    private String headers(String path) {
        return exchange("GET", path, null, Map.of()).headers().map().toString();
    }

    private HttpResponse<String> exchange(String method, String path, byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(office.url(path)))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean told(Answer answer, String secret) {
        return answer.status() == 200 && answer.body().contains(secret);
    }

    private static byte[] bytes(Object json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> order(String receiver, Task task) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("giver", "kepala.dikbud");
        order.put("receiver", receiver);
        order.put("reason", "plt");
        order.put("note", null);
        order.put("tasks", List.of(task.id()));
        return order;
    }

    private static String model(String element) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="x">
                  <process id="serangan" isExecutable="true" camunda:historyTimeToLive="1">
                    <startEvent id="a"/>%s
                    <userTask id="b"/>
                    <sequenceFlow id="f" sourceRef="a" targetRef="%s"/>
                    %s
                  </process>
                </definitions>
                """
                .formatted(
                        element,
                        element.isEmpty() ? "b" : "x",
                        element.isEmpty() ? "" : "<sequenceFlow id=\"g\" sourceRef=\"x\" targetRef=\"b\"/>");
    }

    private void deployAndStart(String model) {
        try {
            started(model, List.of("dikbud"));
        } finally {
            undeployed();
        }
    }

    private static String fetching(String address) {
        return model("<manualTask id=\"x\"><extensionElements><lain:x/></extensionElements></manualTask>")
                .replace(
                        " targetNamespace=",
                        (" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:lain=\"urn:x\""
                                        + " xsi:schemaLocation=\"urn:x %s\" targetNamespace=")
                                .formatted(address));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String started(String model, List<String> units) {
        Office.Answer deployed = admin.deploy("serangan.bpmn", model);
        if (deployed.status() != 200) {
            throw new IllegalStateException(deployed.body());
        }
        identity.setAuthentication("admin", List.of("camunda-admin"), units);
        try {
            return runtime.startProcessInstanceByKey("serangan").getId();
        } finally {
            identity.clearAuthentication();
        }
    }

    private boolean undeployed() {
        var all = Stream.of("serangan.bpmn", "serangan.cmmn", "serangan.html")
                .flatMap(name -> repository.createDeploymentQuery().deploymentName(name).list().stream())
                .toList();
        all.forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
        return !all.isEmpty();
    }

    /** Whether this process, which ends here, belonged to the unit. */
    private boolean endsAs(String unit, String process) {
        String tenant = runtime.createProcessInstanceQuery()
                .processInstanceId(process)
                .singleResult()
                .getTenantId();
        runtime.deleteProcessInstance(process, "Percobaan");
        return Objects.equals(tenant, unit);
    }

    private boolean strayTask() {
        var stray =
                tasks.createTaskQuery().withoutTenantId().taskName("Serangan").list();
        stray.forEach(task -> tasks.deleteTask(task.getId(), true));
        return !stray.isEmpty();
    }

    /** Whether somebody else holds it now; if so, it goes back. */
    private boolean reassigned(Task task, String before) {
        String now = tasks.createTaskQuery().taskId(task.id()).singleResult().getAssignee();
        tasks.setAssignee(task.id(), before);
        return !Objects.equals(now, before);
    }

    private Callable<Boolean> completed(Task task, String person, List<String> roles, Map<String, Object> answers) {
        return () -> transaction.execute(status -> {
            status.setRollbackOnly();
            try {
                identity.setAuthentication(person, roles, List.of("dikbud"));
                tasks.complete(task.id(), new HashMap<>(answers));
                identity.clearAuthentication();
                return tasks.createTaskQuery().taskId(task.id()).count() == 0;
            } catch (RuntimeException refused) {
                return false;
            } finally {
                identity.clearAuthentication();
            }
        });
    }

    private String processOf(Task task) {
        return tasks.createTaskQuery().taskId(task.id()).singleResult().getProcessInstanceId();
    }

    private boolean changed(String table, String change, boolean ownedByAnother) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            status.setRollbackOnly();
            if (!layers.stands(TRIGGER)) {
                database.sql("alter table " + table + " disable trigger user").update();
            }
            if (ownedByAnother && layers.stands(OWNERSHIP)) {
                database.sql("create role semai_uji").update();
                database.sql("grant usage, create on schema semai to semai_uji").update();
                database.sql("grant select, insert on semai.audit to semai_uji").update();
                database.sql("set local role semai_uji").update();
            }
            try {
                return database.sql(change).update() > 0;
            } catch (DataAccessException refused) {
                return false;
            }
        }));
    }

    @SuppressWarnings("unchecked")
    private boolean starts(String settings) {
        GenericApplicationContext application = new GenericApplicationContext();
        application.getEnvironment().setActiveProfiles("prod");
        Map<String, Object> said = Stream.of(settings.split(" "))
                .map(setting -> setting.split("=", 2))
                .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));
        application.getEnvironment().getPropertySources().addFirst(new MapPropertySource("said", said));
        try {
            SpringFactoriesLoader.forDefaultResourceLocation().load(ApplicationContextInitializer.class).stream()
                    .filter(each -> each.getClass().getName().startsWith("id.semai.")
                            && layers.stands(each.getClass().getSimpleName()))
                    .forEach(each -> each.initialize(application));
            return true;
        } catch (RuntimeException refused) {
            return false;
        }
    }

    private boolean withoutAdministrators(Callable<Boolean> attack) throws Exception {
        List<User> members =
                identity.createUserQuery().memberOfGroup("camunda-admin").list();
        members.forEach(member -> identity.deleteMembership(member.getId(), "camunda-admin"));
        try {
            return attack.call();
        } finally {
            members.forEach(member -> identity.createMembership(member.getId(), "camunda-admin"));
        }
    }
}

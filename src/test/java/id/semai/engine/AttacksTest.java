package id.semai.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.semai.guard.Layers;
import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.journeys.Office.Answer;
import id.semai.journeys.Office.Person;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.bpmn.behavior.ScriptTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.BpmnParseFactory;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityBehavior;
import org.camunda.bpm.engine.impl.scripting.ScriptFactory;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The known attacks on the engine, over HTTP where everything stands in their way, and past the edge. */
@EndToEnd
class AttacksTest {

    private static final String HARMLESS = "${currentUser()}";
    private static final String DEADLY = "${''.getClass().forName('java.lang.System').getMethod('exit')}";

    @Autowired
    Office office;

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    @Autowired
    HistoryService history;

    @Autowired
    RepositoryService repository;

    @Autowired
    IdentityService identity;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Layers layers;

    static Stream<String> roots() {
        return Stream.of("/engine-rest", "/camunda/api/engine/engine/default");
    }

    private Person innovator(String root) {
        return at(root, "inovator.dikbud");
    }

    private Person at(String root, String account) {
        return root.equals("/engine-rest") ? office.as(account) : office.inBrowser(account);
    }

    @ParameterizedTest
    @MethodSource("roots")
    void anExpressionInsideAQueryIsEvaluatedOnNeitherRoot(String root) {
        Person attacker = innovator(root);
        Person admin = at(root, "admin");
        String mine = Office.accepted(attacker.get("/filter?resourceType=Task"))
                .json()
                .path(0)
                .path("id")
                .asText();
        for (String expression : List.of(HARMLESS, DEADLY)) {
            Map<String, Object> alone = Map.of("assigneeExpression", expression);
            Map<String, Object> hidden = Map.of("orQueries", List.of(alone));
            for (Map<String, Object> query : List.of(alone, hidden)) {
                assertRefused(attacker.post("/task", query));
                assertRefused(attacker.post("/task/count", query));
                assertRefused(admin.post("/history/task", query));
                assertRefused(admin.post("/process-instance", query));
                assertRefused(attacker.post("/filter/" + mine + "/list", query));
                assertRefused(attacker.post("/filter/" + mine + "/count", query));
                assertRefused(attacker.post("/filter/" + mine + "/singleResult", query));
            }
            assertRefused(admin.post(
                    "/filter/create", list(Map.of("orQueries", List.of(Map.of("assigneeExpression", DEADLY))))));
            assertRefused(admin.put("/filter/" + mine, list(Map.of("assigneeExpression", DEADLY))));
        }
        assertThat(attacker.post("/task", Map.of("orQueries", List.of(Map.of("assignee", "x"))))
                        .status())
                .as("other alternatives work")
                .isEqualTo(200);
    }

    @Test
    void eitherLayerAloneKeepsAScriptOutOfTheEngine() {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        ScriptFactory noScripts = configuration.getScriptFactory();
        String script = model("<scriptTask id=\"x\" scriptFormat=\"juel\"><script>${1}</script></scriptTask>");
        assertThatThrownBy(() -> parse(BpmnParse::new, script)).hasMessageContaining("tidak dijalankan di Semai");
        configuration.setScriptFactory(new ScriptFactory());
        try {
            assertThat(parse(BpmnParse::new, script)).isInstanceOf(ScriptTaskActivityBehavior.class);
            assertThatThrownBy(() -> parse(GuardedParse::new, script)).isInstanceOf(ParseException.class);
        } finally {
            configuration.setScriptFactory(noScripts);
        }
    }

    /** What the engine would do at the element {@code x}. */
    private ActivityBehavior parse(BpmnParseFactory parse, String model) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(context -> {
            BpmnParse parsed = new BpmnParser(configuration.getExpressionManager(), parse)
                    .createParse()
                    .sourceString(model)
                    .deployment(new DeploymentEntity())
                    .name("serangan.bpmn");
            parsed.execute();
            return parsed.getProcessDefinitions().get(0).findActivity("x").getActivityBehavior();
        });
    }

    @Test
    void theEngineAloneRefusesTheSame() {
        TaskQuery alone = tasks.createTaskQuery().taskAssigneeExpression(HARMLESS);
        TaskQuery hidden =
                tasks.createTaskQuery().or().taskAssigneeExpression(HARMLESS).endOr();
        TaskQuery deep = tasks.createTaskQuery()
                .or()
                .taskName("x")
                .endOr()
                .or()
                .taskName("y")
                .taskOwnerExpression(HARMLESS)
                .endOr();
        String list = filters.createFilterQuery().listPage(0, 1).get(0).getId();
        for (TaskQuery query : List.of(alone, hidden, deep)) {
            assertThatThrownBy(query::list).isInstanceOf(BadUserRequestException.class);
            assertThatThrownBy(query::count).isInstanceOf(BadUserRequestException.class);
            assertThatThrownBy(() -> filters.list(list, query)).isInstanceOf(BadUserRequestException.class);
            assertThatThrownBy(() -> filters.count(list, query)).isInstanceOf(BadUserRequestException.class);
        }
        Filter kept = filters.newTaskFilter("Serangan")
                .setQuery(tasks.createTaskQuery()
                        .or()
                        .taskAssigneeExpression(DEADLY)
                        .endOr());
        assertThatThrownBy(() -> filters.saveFilter(kept)).isInstanceOf(BadUserRequestException.class);
        assertThat(filters.createFilterQuery().filterName("Serangan").count()).isZero();
    }

    @Test
    void aListMayCountDaysFromToday() {
        Filter list = filters.newTaskFilter("Segera")
                .setQuery(tasks.createTaskQuery()
                        .dueAfterExpression("${now()}")
                        .or()
                        .dueBeforeExpression("${inDays(-1)}")
                        .endOr());
        filters.saveFilter(list);
        try {
            assertThat(filters.count(list.getId())).isZero();
        } finally {
            filters.deleteFilter(list.getId());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create/",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/api//admin/setup/default/user/create",
                "/camunda/api/admin/setup;x/default/user/create",
            })
    void nobodyMakesAnAdministratorWhenThereIsNone(String path) {
        withoutAdministrators(() -> {
            Answer refused = office.nobodyInBrowser().api("POST", path, newAdministrator());
            assertThat(refused.status()).isBetween(400, 404);
            assertThat(identity.createUserQuery().userId("penyusup").count()).isZero();
            return null;
        });
    }

    @Test
    void theEngineAloneMakesNoAccountForWhoHasNotLoggedIn() {
        User intruder = identity.newUser("penyusup");
        intruder.setPassword("empat kuda hijau terbang");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
        try {
            assertThatThrownBy(() -> identity.saveUser(intruder)).isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> identity.createMembership("inovator.dikbud", "camunda-admin"))
                    .isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> identity.saveGroup(identity.newGroup("penyusup")))
                    .isInstanceOf(AuthorizationException.class);
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
        assertThat(identity.createUserQuery().userId("penyusup").count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<scriptTask id='x' scriptFormat='juel'><script>${1}</script></scriptTask>",
                "<scriptTask id='x' scriptFormat='javascript'><script>1</script></scriptTask>",
                "<serviceTask id='x' camunda:class='java.lang.Object'/>",
                "<serviceTask id='x' camunda:type='shell'/>",
                "<serviceTask id='x' camunda:type='Mail'/>",
                "<serviceTask id='x' name='y'><extensionElements><camunda:connector/></extensionElements></serviceTask>",
                "<userTask id='x'><extensionElements><camunda:taskListener event='create' class='java.lang.Object'/></extensionElements></userTask>",
                "<userTask id='x'><extensionElements><camunda:executionListener event='start'><camunda:script scriptFormat='juel'>1</camunda:script></camunda:executionListener></extensionElements></userTask>",
                "<userTask id='x' camunda:formHandlerClass='java.lang.Object'/>",
                "<userTask id='x' activiti:formHandlerClass='java.lang.Object'/>",
                "<userTask id='x'><extensionElements><camunda:formData><camunda:formField id='a' type='string'><camunda:validation><camunda:constraint name='validator' config='java.lang.Object'/></camunda:validation></camunda:formField></camunda:formData></extensionElements></userTask>",
                "<callActivity id='x' calledElement='y' camunda:variableMappingClass='java.lang.Object'/>",
                "<serviceTask id='x' camunda:expression='${execution.getClass()}'/>",
                "<startEvent id='x'><timerEventDefinition><timeDuration>${''.getClass().getName()}</timeDuration></timerEventDefinition></startEvent>",
                "<sequenceFlow id='x' sourceRef='a' targetRef='b'><conditionExpression language='juel'>${1}</conditionExpression></sequenceFlow>",
            })
    void aModelThatRunsCodeIsNotDeployed(String element) {
        long before = repository.createDeploymentQuery().count();
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addString("serangan.bpmn", model(element.replace('\'', '"')))
                        .deploy())
                .isInstanceOf(ParseException.class)
                .hasMessageContaining("serangan.bpmn");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("roots")
    void aModelThatRunsCodeIsDeployedByNobodyOverHttp(String root) {
        String shell = model("<serviceTask id=\"x\" camunda:type=\"shell\"/>");
        long before = repository.createDeploymentQuery().count();

        Answer byAdministrator = at(root, "admin").deploy("serangan.bpmn", shell);
        assertThat(byAdministrator.status()).as(byAdministrator.body()).isEqualTo(400);
        assertThat(byAdministrator.message()).contains("serviceTask", "menjalankan «shell»");
        assertThat(innovator(root).deploy("serangan.bpmn", shell).status()).isEqualTo(403);
        assertThat(layers.without(Set.of(Layers.ACCESS), () -> innovator(root).deploy("serangan.form", "{}"))
                        .status())
                .as("the engine alone")
                .isEqualTo(403);
        assertThat(at(root, "admin").deploy("serangan.cmmn", "<definitions/>").status())
                .isEqualTo(400);
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    /** Whoever may deploy could have anything run, if this did not stand in the way. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<serviceTask id='x' camunda:class='java.lang.Object'/>",
                "<serviceTask id='x' camunda:type='shell'><extensionElements><camunda:field name='command' stringValue='true'/></extensionElements></serviceTask>",
                "<userTask id='x'><extensionElements><camunda:taskListener event='create' class='java.lang.Object'/></extensionElements></userTask>",
            })
    void withoutTheLookThroughModelsTheEngineWouldTakeThem(String element) {
        String model = model(element.replace('\'', '"'));
        assertThat(parse(BpmnParse::new, model)).isNotNull();
        assertThatThrownBy(() -> parse(GuardedParse::new, model)).isInstanceOf(ParseException.class);
    }

    private static String model(String element) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:activiti="http://activiti.org/bpmn"
                    targetNamespace="x">
                  <process id="serangan" isExecutable="true" camunda:historyTimeToLive="1">
                    <startEvent id="a"/>
                    <sequenceFlow id="f" sourceRef="a" targetRef="b"/>
                    <userTask id="b"/>
                    %s
                  </process>
                </definitions>
                """
                .formatted(element);
    }

    private static Map<String, Object> list(Map<String, Object> query) {
        return Map.of("name", "Serangan", "resourceType", "Task", "query", query, "properties", Map.of());
    }

    private Map<String, Object> newAdministrator() {
        return Map.of(
                "profile", Map.of("id", "penyusup", "firstName", "x", "lastName", "y", "email", ""),
                "credentials", Map.of("password", "empat kata acak sekali"));
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("kspresi").doesNotContain("Exception");
    }

    private void withoutAdministrators(Supplier<Void> attack) {
        List<User> members =
                identity.createUserQuery().memberOfGroup("camunda-admin").list();
        members.forEach(member -> identity.deleteMembership(member.getId(), "camunda-admin"));
        try {
            attack.get();
        } finally {
            members.forEach(member -> identity.createMembership(member.getId(), "camunda-admin"));
        }
    }
}

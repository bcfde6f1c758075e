package id.semai.people;

import static org.assertj.core.api.Assertions.assertThat;

import id.semai.stage.Unit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes away what other tests may need, hence an engine of its own. */
@PeopleEngineTest
@TestPropertySource(properties = "camunda.bpm.process-engine-name=provisioning")
class ProvisioningTest {

    private static final List<String> TABLES = List.of(
            "act_id_user",
            "act_id_group",
            "act_id_tenant",
            "act_id_membership",
            "act_id_tenant_member",
            "act_id_info",
            "act_ru_authorization",
            "act_ru_filter",
            "act_ge_property");

    @Autowired
    Provisioning provisioning;

    @Autowired
    Organisation organisation;

    @Autowired
    Directory directory;

    @Autowired
    IdentityService identities;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    FilterService filters;

    @Autowired
    RepositoryService repository;

    @Autowired
    ManagementService managements;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Marks marks;

    @Test
    void aSecondStartChangesNothing() {
        Map<String, List<Map<String, Object>>> before = everything();

        provisioning.start();

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aPasswordThatWasChangedSurvives() {
        User user = identities.createUserQuery().userId("inovator.dinkes").singleResult();
        user.setPassword("Lain-2026!");
        identities.saveUser(user);

        provisioning.start();

        assertThat(identities.checkPassword("inovator.dinkes", "Lain-2026!")).isTrue();
    }

    @Test
    void whatAnAdministratorTookAwayStaysAway() {
        identities.deleteMembership("kepala.dinkes", "unit-head");
        identities.deleteTenantUserMembership("dinkes", "kepala.dinkes");
        identities.deleteUser("inovator.kec-alas");
        identities.deleteTenant("sabalong-samawa");
        authorizations.deleteAuthorization(authorizations
                .createAuthorizationQuery()
                .groupIdIn("innovator")
                .resourceType(Resources.PROCESS_DEFINITION)
                .resourceId("rollout")
                .singleResult()
                .getId());
        filters.deleteFilter(filters.createFilterQuery()
                .filterName("Semua tugas")
                .singleResult()
                .getId());
        Map<String, List<Map<String, Object>>> before = everything();

        provisioning.start();

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aUnitRenamedInTheFileIsRenamedUnlessItWasRenamedInAdmin() {
        rename("bappeda", "Bapperida menurut Camunda Admin");

        transaction.executeWithoutResult(status -> {
            marks.read();
            directory.add(renamed("bappeda", "Bapperida"));
            directory.add(renamed("dlh", "Dinas Lingkungan Hidup dan Kehutanan"));
        });

        assertThat(tenant("bappeda").getName()).isEqualTo("Bapperida menurut Camunda Admin");
        assertThat(tenant("dlh").getName()).isEqualTo("Dinas Lingkungan Hidup dan Kehutanan");

        provisioning.start();

        assertThat(tenant("bappeda").getName()).isEqualTo("Bapperida menurut Camunda Admin");
        assertThat(tenant("dlh").getName()).isEqualTo("Dinas Lingkungan Hidup");
    }

    @Test
    void aListThatAnAdministratorChangedIsLeftAlone() {
        Filter list = filter("Lewat batas waktu");
        list.setName("Terlambat");
        filters.saveFilter(list);
        pretendThatAnotherVersionWroteIt("overdue", filter("Terlambat"));

        provisioning.start();

        assertThat(filters.createFilterQuery().filterName("Lewat batas waktu").count())
                .isZero();
        assertThat(filter("Terlambat")).isNotNull();
    }

    @Test
    void aListOfAnEarlierVersionIsBroughtUpToDate() {
        Filter list = filter("Tugas saya");
        list.setProperties(Map.of("priority", 1));
        filters.saveFilter(list);
        managements.deleteProperty("semai.filter.mine.written");

        provisioning.start();

        assertThat(filter("Tugas saya").getProperties()).containsEntry("color", "#2b5c8a");
    }

    @Test
    void aStageThatAModelAddsHasItsListFromTheNextStartOn() {
        repository
                .createDeployment()
                .addModelInstance("piloting.bpmn", piloting("Task_Try"))
                .deploy();
        provisioning.start();
        assertThat(keys("Uji lapangan")).containsExactly("Task_Try");
        repository
                .createDeployment()
                .addModelInstance("piloting.bpmn", piloting("Task_TryAgain"))
                .deploy();

        provisioning.start();

        assertThat(keys("Uji lapangan")).containsExactly("Task_TryAgain");
        assertThat(readers(filter("Uji lapangan"))).containsExactlyInAnyOrder("innovator", "coordinator", "leadership");
    }

    /** Under the key of a process that the organisation's file names. */
    private static BpmnModelInstance piloting(String task) {
        BpmnModelInstance model = Bpmn.createExecutableProcess("rollout")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .subProcess("Sub_Pilot")
                .name("Uji lapangan")
                .embeddedSubProcess()
                .startEvent()
                .userTask(task)
                .camundaCandidateGroups("innovator")
                .endEvent()
                .subProcessDone()
                .endEvent()
                .done();
        SubProcess pilot = model.getModelElementById("Sub_Pilot");
        pilot.builder().addExtensionElement(stage(model));
        return model;
    }

    private static CamundaProperties stage(BpmnModelInstance model) {
        CamundaProperty stage = model.newInstance(CamundaProperty.class);
        stage.setCamundaName("stage");
        stage.setCamundaValue("rollout.pilot-in-a-place-whose-name-is-longer-than-most");
        CamundaProperties properties = model.newInstance(CamundaProperties.class);
        properties.getCamundaProperties().add(stage);
        return properties;
    }

    /** At the revision before the change. */
    private void pretendThatAnotherVersionWroteIt(String list, Filter changed) {
        managements.setProperty(
                "semai.filter." + list + ".written", ((FilterEntity) changed).getRevision() - 1 + " other");
    }

    private Filter filter(String name) {
        return filters.createFilterQuery().filterName(name).singleResult();
    }

    private String[] keys(String name) {
        return ((TaskQueryImpl) filter(name).getQuery()).getTaskDefinitionKeys();
    }

    private List<String> readers(Filter filter) {
        return authorizations
                .createAuthorizationQuery()
                .resourceType(Resources.FILTER)
                .resourceId(filter.getId())
                .list()
                .stream()
                .map(Authorization::getGroupId)
                .toList();
    }

    private LocalGovernment renamed(String code, String name) {
        LocalGovernment sumbawa = organisation.government("sumbawa");
        return new LocalGovernment(
                sumbawa.government(),
                sumbawa.coordinatorUnit(),
                List.of(new Unit(code, name, Unit.Kind.AGENCY, null, sumbawa.government(), true)));
    }

    private void rename(String code, String name) {
        Tenant tenant = tenant(code);
        tenant.setName(name);
        identities.saveTenant(tenant);
    }

    private Tenant tenant(String code) {
        return identities.createTenantQuery().tenantId(code).singleResult();
    }

    private Map<String, List<Map<String, Object>>> everything() {
        return TABLES.stream().collect(Collectors.toMap(table -> table, table -> database.sql(
                        "select t::text as row from " + table + " t order by 1")
                .query()
                .listOfRows()));
    }
}

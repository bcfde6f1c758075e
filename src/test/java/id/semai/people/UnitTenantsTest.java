package id.semai.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PeopleEngineTest
class UnitTenantsTest {

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Autowired
    DecisionService decisions;

    @Autowired
    IdentityService identities;

    @Autowired
    Person person;

    @Test
    void whatAPersonOfAUnitStartsBelongsToThatUnit() {
        assertThat(start("inovator.dikbud", "innovation-journey", Map.of()).getTenantId())
                .isEqualTo("dikbud");
    }

    @Test
    void aWorkshopBelongsToTheCoordinatorsHome() {
        assertThat(start("koordinator", "workshop", Map.of()).getTenantId()).isEqualTo("bag-organisasi");
    }

    @Test
    void aCoordinatorMadeInAdminIsAtHomeInTheCoordinatingUnit() {
        identities.saveUser(identities.newUser("koordinator.baru"));
        identities.createMembership("koordinator.baru", "coordinator");
        identities.createMembership("koordinator.baru", "government-sumbawa");

        assertThat(start("koordinator.baru", "workshop", Map.of()).getTenantId())
                .isEqualTo("bag-organisasi");
    }

    @Test
    void theOwnUnitWinsOverTheVariables() {
        assertThatThrownBy(() -> start("inovator.dikbud", "innovation-journey", Map.of("unit", "dinkes")))
                .isInstanceOf(AuthorizationException.class)
                .hasMessage("Proses hanya dapat dimulai untuk perangkat daerah Anda sendiri («dikbud»).");
        assertThatThrownBy(() ->
                        start("inovator.dikbud", "innovation-journey", Map.of("unit", "dinkes", "workshopId", "w")))
                .isInstanceOf(AuthorizationException.class);
    }

    @Test
    void whoBelongsToNoUnitOrSeveralStartsNothing() {
        assertThatThrownBy(() -> start("admin", "workshop", Map.of()))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("Akun «admin» tidak terhubung dengan tepat satu perangkat daerah");

        identities.saveUser(identities.newUser("rangkap"));
        identities.createMembership("rangkap", "innovator");
        identities.createTenantUserMembership("dinsos", "rangkap");
        identities.createTenantUserMembership("pupr", "rangkap");
        assertThatThrownBy(() -> start("rangkap", "innovation-journey", Map.of()))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("Akun «rangkap»");
    }

    @Test
    void aNoteOfAUnitThatIsNoLongerOnesOwnCountsNothing() {
        identities.saveUser(identities.newUser("pindah"));
        identities.createMembership("pindah", "innovator");
        identities.setUserInfo("pindah", UnitTenants.HOME, "dikbud");
        identities.createTenantUserMembership("dlh", "pindah");

        assertThat(start("pindah", "innovation-journey", Map.of()).getTenantId())
                .isEqualTo("dlh");
    }

    @Test
    void withoutAPersonAndARunningProcessNothingStarts() {
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("innovation-journey", Map.of("unit", "dikbud")))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("tidak dapat dimulai tanpa perangkat daerah");
    }

    @Test
    void aWorkshopStartsJourneysOfTheUnitsItNames() {
        long before = journeysOf("kec-alas");

        runWorkshop("kec-alas");

        assertThat(journeysOf("kec-alas")).isEqualTo(before + 1);
    }

    private long journeysOf(String unit) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("innovation-journey")
                .tenantIdIn(unit)
                .count();
    }

    @Test
    void aWorkshopCannotNameAUnitThatDoesNotExist() {
        assertThatThrownBy(() -> runWorkshop("kec-atlantis"))
                .hasMessageContaining("Perangkat daerah «kec-atlantis» tidak dikenal.");
    }

    @Test
    void aCalledProcessAndADecisionBelongToTheCallersUnit() {
        ProcessInstance journey = start("inovator.dukcapil", "innovation-journey", Map.of());
        Task draft = tasks.createTaskQuery().processInstanceId(journey.getId()).singleResult();
        person.does("inovator.dukcapil", () -> tasks.complete(draft.getId()));

        assertThat(runtime.createProcessInstanceQuery()
                        .superProcessInstanceId(journey.getId())
                        .singleResult()
                        .getTenantId())
                .isEqualTo("dukcapil");
        assertThat(history.createHistoricDecisionInstanceQuery()
                        .processInstanceId(journey.getId())
                        .singleResult()
                        .getTenantId())
                .isEqualTo("dukcapil");
    }

    @Test
    void aDecisionOutsideAProcessIsRefused() {
        assertThatThrownBy(() -> decisions.evaluateDecisionTableByKey("innovation-kind", Map.of()))
                .hasStackTraceContaining("hanya dapat dijalankan oleh proses milik perangkat daerah");
    }

    @Test
    void nothingInTheEngineIsWithoutAUnit() {
        start("inovator.dikbud", "innovation-journey", Map.of());

        assertThat(runtime.createProcessInstanceQuery().withoutTenantId().count())
                .isZero();
        assertThat(tasks.createTaskQuery().withoutTenantId().count()).isZero();
    }

    private ProcessInstance start(String user, String process, Map<String, Object> variables) {
        return person.as(user, () -> runtime.startProcessInstanceByKey(process, variables));
    }

    private void runWorkshop(String target) {
        ProcessInstance workshop = start("koordinator", "workshop", Map.of("target", target));
        Task invite =
                tasks.createTaskQuery().processInstanceId(workshop.getId()).singleResult();
        person.does("koordinator", () -> tasks.complete(invite.getId()));
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(workshop.getId())
                .singleResult()
                .getId());
    }
}

package id.semai.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PeopleEngineTest
class RolesTest {

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    @Autowired
    RepositoryService repository;

    @Autowired
    IdentityService identities;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    JdbcClient database;

    @Autowired
    Person person;

    @Test
    void aTaskOfAUnitIsSeenByItsPeopleAndByThoseWhoOversee() {
        String task = draftOf("inovator.dinkes");

        assertThat(sees("inovator.dinkes", task)).isTrue();
        assertThat(sees("kepala.dinkes", task)).isTrue();
        assertThat(sees("koordinator", task)).isTrue();
        assertThat(sees("pimpinan", task)).isTrue();
        assertThat(sees("admin", task)).isTrue();
    }

    @Test
    void aTaskOfAUnitIsHiddenFromPeopleOfAnother() {
        String task = draftOf("inovator.dinkes");

        assertThat(sees("inovator.dikbud", task)).isFalse();
        assertThat(sees("kepala.dikbud", task)).isFalse();
        person.does("inovator.dikbud", () -> assertThatThrownBy(() -> tasks.claim(task, "inovator.dikbud"))
                .isInstanceOf(AuthorizationException.class)
                .hasMessage("Pekerjaan ini milik perangkat daerah lain."));
    }

    @Test
    void aFacilitatorSeesNoTaskOfAProcessThatTheRoleOnlyReads() {
        String task = draftOf("inovator.dinkes");

        assertThat(sees("fasilitator", task)).isFalse();
        assertThat(person.as("fasilitator", () -> runtime.createProcessInstanceQuery()
                        .processDefinitionKey("innovation-journey")
                        .count()))
                .isPositive();
    }

    @Test
    void withoutAGrantAUnitsOwnPeopleSeeNothing() {
        assertThatThrownBy(() -> person.as("inovator.dikbud", () -> runtime.startProcessInstanceByKey("ungranted")))
                .isInstanceOf(AuthorizationException.class);
        String task = draftOf("inovator.dikbud");
        String foreign = signingOf(task, "inovator.dikbud");

        assertThat(sees("kepala.dikbud", foreign)).isTrue();
        assertThat(sees("inovator.dikbud", foreign)).isFalse();
        assertThat(sees("fasilitator", foreign)).isFalse();
    }

    @Test
    void onlyTheRolesThatStartAProcessCan() {
        for (String user : List.of("koordinator", "pimpinan", "fasilitator")) {
            assertThatThrownBy(() ->
                            person.as(user, () -> runtime.startProcessInstanceByKey("innovation-journey", Map.of())))
                    .isInstanceOf(AuthorizationException.class);
        }
        for (String user : List.of("pimpinan", "fasilitator", "kepala.dikbud", "inovator.dikbud")) {
            assertThatThrownBy(() -> person.as(user, () -> runtime.startProcessInstanceByKey("workshop", Map.of())))
                    .isInstanceOf(AuthorizationException.class);
        }
    }

    @Test
    void workIsClaimedAndDoneButNeitherAssignedNorDeletedNorInvented() {
        String task = draftOf("inovator.dukcapil");
        String instance = tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();

        person.does("inovator.dukcapil", () -> {
            refused(() -> tasks.setAssignee(task, "kepala.dukcapil"));
            refused(() -> tasks.setPriority(task, 100));
            refused(() -> tasks.delegateTask(task, "kepala.dukcapil"));
            refused(() -> tasks.addCandidateUser(task, "kepala.dukcapil"));
            refused(() -> tasks.setVariable(task, "outcome", "approved"));
            refused(() -> runtime.deleteProcessInstance(instance, "x"));
            refused(() -> runtime.setVariable(instance, "outcome", "approved"));
            refused(() -> tasks.saveTask(tasks.newTask()));
            refused(() -> runtime.suspendProcessInstanceById(instance));
            tasks.claim(task, "inovator.dukcapil");
            tasks.complete(task);
        });
        person.does("koordinator", () -> {
            refused(() -> runtime.deleteProcessInstance(instance, "x"));
            refused(() -> runtime.setVariable(instance, "outcome", "approved"));
            refused(() ->
                    repository.createDeployment().addString("x.form", "{}").deploy());
        });
    }

    @Test
    void everyRoleEntersTasklistAndOnlyAdministratorsCockpitAndAdmin() {
        for (String user : List.of("koordinator", "pimpinan", "fasilitator", "kepala.dikbud", "inovator.dikbud")) {
            assertThat(enters(user, "tasklist")).isTrue();
            assertThat(enters(user, "cockpit")).isFalse();
            assertThat(enters(user, "admin")).isFalse();
        }
        assertThat(enters("admin", "tasklist")).isTrue();
        assertThat(enters("admin", "cockpit")).isTrue();
        assertThat(enters("admin", "admin")).isTrue();
    }

    @Test
    void manyTasksWriteNoGrants() {
        long before = grants();

        List<String> drafts =
                IntStream.range(0, 5).mapToObj(i -> draftOf("inovator.dikbud")).toList();
        drafts.forEach(task -> {
            person.does("inovator.dikbud", () -> tasks.claim(task, "inovator.dikbud"));
            tasks.setOwner(task, "kepala.dikbud");
            tasks.addCandidateGroup(task, "coordinator");
            tasks.addCandidateUser(task, "inovator.dikbud");
        });

        assertThat(grants()).isEqualTo(before);
    }

    @Test
    void peopleSeeTheirOwnAccountOnly() {
        assertThat(person.as(
                        "inovator.dikbud", () -> identities.createUserQuery().list()))
                .extracting(User::getId)
                .containsExactly("inovator.dikbud");
    }

    @Test
    void theFilterOfARoleHoldsWhatWaitsForItUntilSomebodyTakesIt() {
        String task = draftOf("inovator.kec-alas");

        assertThat(listed("inovator.kec-alas", "Tugas untuk peran saya")).contains(task);
        assertThat(listed("kepala.kec-alas", "Tugas untuk peran saya")).doesNotContain(task);
        assertThat(listed("inovator.dikbud", "Tugas untuk peran saya")).doesNotContain(task);
        assertThat(listed("koordinator", "Semua tugas")).contains(task);

        person.does("inovator.kec-alas", () -> tasks.claim(task, "inovator.kec-alas"));
        assertThat(listed("inovator.kec-alas", "Tugas untuk peran saya")).doesNotContain(task);
        assertThat(listed("inovator.kec-alas", "Tugas saya")).containsExactly(task);
    }

    @Test
    void allTasksAreAFilterOfThoseWhoOversee() {
        assertThat(filterNames("koordinator"))
                .containsExactlyInAnyOrder(
                        "Tugas saya",
                        "Tugas untuk peran saya",
                        "Lewat batas waktu",
                        "Batas waktu dalam 3 hari",
                        "Semua tugas");
        assertThat(filterNames("pimpinan")).contains("Semua tugas");
        assertThat(filterNames("admin")).contains("Semua tugas");
        assertThat(filterNames("inovator.dikbud"))
                .containsExactlyInAnyOrder(
                        "Tugas saya", "Tugas untuk peran saya", "Lewat batas waktu", "Batas waktu dalam 3 hari");
    }

    @Test
    void eachSeesTheDefinitionsOfTheRole() {
        assertThat(definitions("inovator.dikbud")).containsExactlyInAnyOrder("innovation-journey", "commitment");
        assertThat(definitions("fasilitator")).containsExactlyInAnyOrder("innovation-journey");
        assertThat(definitions("koordinator"))
                .containsExactlyInAnyOrder("workshop", "innovation-journey", "commitment");
    }

    private boolean enters(String user, String application) {
        List<String> groups = identities.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
        return authorizations.isUserAuthorized(user, groups, Permissions.ACCESS, Resources.APPLICATION, application);
    }

    private void refused(Runnable action) {
        assertThatThrownBy(action::run).isInstanceOf(AuthorizationException.class);
    }

    private List<String> definitions(String user) {
        return person
                .as(user, () -> repository
                        .createProcessDefinitionQuery()
                        .latestVersion()
                        .list())
                .stream()
                .map(ProcessDefinition::getKey)
                .toList();
    }

    private List<String> filterNames(String user) {
        return person.as(user, () -> filters.createTaskFilterQuery().list()).stream()
                .map(Filter::getName)
                .toList();
    }

    private List<String> listed(String user, String filter) {
        return person.as(user, () -> {
            String id = filters.createTaskFilterQuery()
                    .filterName(filter)
                    .singleResult()
                    .getId();
            return filters.<Task>list(id).stream().map(Task::getId).toList();
        });
    }

    private boolean sees(String user, String task) {
        return person.as(user, () -> tasks.createTaskQuery().taskId(task).count()) == 1;
    }

    private String draftOf(String user) {
        String instance = person.as(user, () -> runtime.startProcessInstanceByKey("innovation-journey"))
                .getId();
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    private String signingOf(String draft, String user) {
        String instance = tasks.createTaskQuery().taskId(draft).singleResult().getProcessInstanceId();
        person.does(user, () -> tasks.complete(draft));
        String called = runtime.createProcessInstanceQuery()
                .superProcessInstanceId(instance)
                .singleResult()
                .getId();
        return tasks.createTaskQuery().processInstanceId(called).singleResult().getId();
    }

    private long grants() {
        return database.sql("select count(*) from act_ru_authorization")
                .query(Long.class)
                .single();
    }
}

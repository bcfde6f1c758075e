package id.semai.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;

@PeopleEngineTest
class RestLoginTest {

    private static final String ROOT = "/engine-rest/engine/people";
    private static final String PASSWORD = "Semai-2016!";

    @Autowired
    TestRestTemplate http;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    Person person;

    @ParameterizedTest
    @ValueSource(
            strings = {
                ROOT + "/task",
                ROOT + "/version",
                "/engine-rest/engine",
                "/engine-rest/%65ngine/people/task",
                "/engine-rest/task"
            })
    void nothingIsAnsweredWithoutCredentials(String path) {
        ResponseEntity<String> answer = http.getForEntity(URI.create(http.getRootUri() + path), String.class);

        assertThat(answer.getStatusCode())
                .isIn(HttpStatus.UNAUTHORIZED, path.startsWith(ROOT) ? HttpStatus.UNAUTHORIZED : HttpStatus.NOT_FOUND);
    }

    @Test
    void theChallengeIsBasic() {
        assertThat(http.getForEntity(ROOT + "/task", String.class).getHeaders().getFirst("WWW-Authenticate"))
                .startsWith("Basic");
    }

    @Test
    void wrongCredentialsAreRefused() {
        assertThat(get("pimpinan", "salah", ROOT + "/task").getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(get("siapa", PASSWORD, ROOT + "/task").getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(get("kepala.dikbud", PASSWORD, ROOT + "/task").getStatusCode())
                .isEqualTo(HttpStatus.OK);
    }

    @Test
    void theInnovatorGetsTheFormsOfTheOwnUnitsWork() {
        String task = draft("inovator.dikbud");

        assertThat(get("inovator.dikbud", PASSWORD, ROOT + "/task/" + task + "/form")
                        .getBody())
                .contains("\"key\":\"draft\"");
        assertThat(get("inovator.dikbud", PASSWORD, ROOT + "/task/" + task + "/deployed-form")
                        .getBody())
                .contains("\"id\": \"draft\"");
        assertThat(get(
                                "inovator.dikbud",
                                PASSWORD,
                                ROOT + "/process-definition/key/innovation-journey/deployed-start-form")
                        .getBody())
                .contains("\"id\": \"proposal\"");
        assertThat(get("inovator.dikbud", PASSWORD, ROOT + "/task/" + task + "/form-variables")
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
    }

    @Test
    void whatTasklistAsksForIsAnswered() {
        String task = draft("inovator.dikbud");
        String definition = tasks.createTaskQuery().taskId(task).singleResult().getProcessDefinitionId();

        for (String path : List.of(
                "/task/" + task,
                "/task/" + task + "/comment",
                "/task/" + task + "/identity-links",
                "/task/" + task + "/attachment",
                "/history/user-operation?taskId=" + task,
                "/process-definition/" + definition + "/xml",
                "/process-definition/" + definition + "/startForm",
                "/filter?resourceType=Task",
                "/user/inovator.dikbud/profile",
                "/group?member=inovator.dikbud",
                "/authorization/check?permissionName=CREATE&resourceName=filter&resourceType=5")) {
            assertThat(get("inovator.dikbud", PASSWORD, ROOT + path).getStatusCode())
                    .as(path)
                    .isEqualTo(HttpStatus.OK);
        }
    }

    @Test
    void onlyWhatTheRoleStartsIsOfferedForStarting() {
        String offer =
                "/process-definition?latest=true&active=true&startableInTasklist=true&startablePermissionCheck=true";

        assertThat(get("inovator.dikbud", PASSWORD, ROOT + offer).getBody())
                .contains("\"key\":\"innovation-journey\"")
                .doesNotContain("workshop", "commitment");
        assertThat(get("koordinator", PASSWORD, ROOT + offer).getBody())
                .contains("\"key\":\"workshop\"")
                .doesNotContain("innovation-journey");
    }

    @Test
    void anotherUnitGetsNeitherTaskNorForm() {
        String task = draft("inovator.dikbud");

        for (String path : new String[] {"", "/form", "/deployed-form", "/form-variables", "/variables"}) {
            assertThat(get("inovator.dinkes", PASSWORD, ROOT + "/task/" + task + path)
                            .getStatusCode())
                    .as(path)
                    .isIn(HttpStatus.FORBIDDEN, HttpStatus.NOT_FOUND);
        }
    }

    @Test
    void aStartForAnotherUnitIsForbidden() {
        ResponseEntity<String> answer = http.withBasicAuth("inovator.dikbud", PASSWORD)
                .postForEntity(
                        ROOT + "/process-definition/key/innovation-journey/start",
                        Map.of("variables", Map.of("unit", Map.of("value", "dinkes"))),
                        String.class);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(answer.getBody()).contains("Proses hanya dapat dimulai untuk perangkat daerah Anda sendiri");
    }

    @Test
    void submittingAndCompletingWorkOverHttp() {
        ResponseEntity<Map<String, Object>> started = http.withBasicAuth("inovator.dikbud", PASSWORD)
                .exchange(
                        RequestEntity.post(ROOT + "/process-definition/key/innovation-journey/submit-form")
                                .body(Map.of("variables", Map.of("title", Map.of("value", "Antar dokumen")))),
                        new ParameterizedTypeReference<>() {});
        assertThat(started.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(started.getBody()).containsEntry("tenantId", "dikbud");
        String task = taskOf(started.getBody().get("id").toString());

        assertThat(post(ROOT + "/task/" + task + "/claim", Map.of("userId", "inovator.dikbud")))
                .isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(post(
                        ROOT + "/task/" + task + "/submit-form",
                        Map.of("variables", Map.of("title", Map.of("value", "Antar berkas")))))
                .isEqualTo(HttpStatus.NO_CONTENT);
    }

    private Object post(String path, Map<String, ?> body) {
        return http.withBasicAuth("inovator.dikbud", PASSWORD)
                .postForEntity(path, body, String.class)
                .getStatusCode();
    }

    private ResponseEntity<String> get(String user, String password, String path) {
        return http.withBasicAuth(user, password).getForEntity(path, String.class);
    }

    private String draft(String user) {
        return taskOf(person.as(user, () -> runtime.startProcessInstanceByKey("innovation-journey"))
                .getId());
    }

    private String taskOf(String instance) {
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }
}

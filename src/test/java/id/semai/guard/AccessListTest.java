package id.semai.guard;

import static id.semai.guard.Verdict.FORBIDDEN;
import static id.semai.guard.Verdict.GRANTED;
import static id.semai.guard.Verdict.LOGIN_FIRST;
import static id.semai.guard.Verdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** What the list of who may call what says, and how it is read. */
class AccessListTest {

    private static final Caller GUEST = new Somebody(false, Set.of());
    private static final Caller INNOVATOR = new Somebody(true, Set.of("innovator"));
    private static final Caller COORDINATOR = new Somebody(true, Set.of("coordinator", "government-sumbawa"));
    private static final Caller ADMINISTRATOR = new Somebody(true, Set.of("administrator", "camunda-admin"));

    private final AccessList list = shipped(Set.of("anybody"), Set.of("administrator"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup/",
                "/camunda/app/admin/default/setup/",
                "/camunda/app/admin/default/setup",
                "/engine-rest/engine/default/task",
                "/engine-rest/task/create",
                "/engine-rest/external-task/fetchAndLock",
                "/engine-rest/metrics",
                "/camunda/api/engine/engine/default/task/create",
                "/camunda/api/engine/engine/other/task",
                "/camunda/api/engine/engine/defaults/task",
                "/swagger-ui/index.html",
                "/error",
                "/Engine-rest/task",
            })
    void whatNobodyMayCallIsNotThere(String path) {
        for (Caller caller : List.of(GUEST, INNOVATOR, COORDINATOR, ADMINISTRATOR)) {
            assertThat(list.ask("POST", path, caller)).isEqualTo(UNKNOWN);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /engine-rest/history/process-instance",
        "GET,    /engine-rest/process-instance/1/comment",
        "PUT,    /engine-rest/task/1/variables/outcome",
        "POST,   /engine-rest/task/1/localVariables",
        "PUT,    /engine-rest/process-instance/1/variables/outcome",
        "POST,   /engine-rest/process-instance/1/modification",
        "POST,   /engine-rest/task/1/delegate",
        "POST,   /engine-rest/task/1/resolve",
        "PUT,    /engine-rest/task/1",
        "POST,   /engine-rest/job/1/execute",
        "POST,   /engine-rest/deployment/create",
        "GET,    /camunda/api/engine/engine/default/incident",
        "POST,   /camunda/api/cockpit/plugin/base/default/process-instance",
        "GET,    /camunda/api/admin/plugin/adminPlugins/default/metrics/aggregated",
        "GET,    /camunda/app/cockpit/default/",
        "GET,    /camunda/app/admin/default/",
        "GET,    /actuator/prometheus",
        "GET,    /actuator/info",
        "GET,    /actuator",
    })
    void whatOnlyAdministratorsNeedIsTheirs(String method, String path) {
        assertThat(list.ask(method, path, INNOVATOR)).isEqualTo(FORBIDDEN);
        assertThat(list.ask(method, path, COORDINATOR)).isEqualTo(FORBIDDEN);
        assertThat(list.ask(method, path, ADMINISTRATOR)).isEqualTo(GRANTED);
    }

    @ParameterizedTest
    @CsvSource({
        "POST,    /engine-rest/task",
        "POST,    /camunda/api/engine/engine/default/task/1/submit-form",
        "GET,     /engine-rest/process-definition/workshop:1:4d3f/startForm",
        "GET,     /api/drafts/1",
        "PUT,     /api/drafts/starts/workshop",
        "DELETE,  /api/evidence/files/1",
    })
    void workIsForWhoeverHasLoggedIn(String method, String path) {
        assertThat(list.ask(method, path, GUEST)).isEqualTo(LOGIN_FIRST);
        assertThat(list.ask(method, path, INNOVATOR)).isEqualTo(GRANTED);
    }

    @Test
    void theOrderToStopIsForThoseWhoMayGiveIt() {
        assertThat(list.ask("POST", "/engine-rest/message", INNOVATOR)).isEqualTo(FORBIDDEN);
        assertThat(list.ask("POST", "/engine-rest/message", COORDINATOR)).isEqualTo(GRANTED);
    }

    @Test
    void whoIsNotLoggedInFindsTheLoginOfEveryApplication() {
        for (String application : List.of("tasklist", "welcome", "cockpit", "admin")) {
            assertThat(list.ask("GET", "/camunda/app/" + application + "/default/", GUEST))
                    .isEqualTo(GRANTED);
        }
        assertThat(list.ask("POST", "/camunda/api/admin/auth/user/default/login/tasklist", GUEST))
                .isEqualTo(GRANTED);
    }

    @Test
    void aKnownPathWithAnotherMethodIsForbiddenAndHeadIsLikeGet() {
        assertThat(list.ask("POST", "/actuator/health", ADMINISTRATOR)).isEqualTo(FORBIDDEN);
        assertThat(list.ask("TRACE", "/", GUEST)).isEqualTo(FORBIDDEN);
        assertThat(list.ask("HEAD", "/actuator/health/readiness", GUEST)).isEqualTo(GRANTED);
    }

    @Test
    void healthAndMetricsAreForWhomTheSettingsName() {
        AccessList closed = shipped(Set.of("administrator", "monitor"), Set.of("person"));
        Caller monitor = new Somebody(true, Set.of("monitor"));

        assertThat(closed.ask("GET", "/actuator/health", GUEST)).isEqualTo(LOGIN_FIRST);
        assertThat(closed.ask("GET", "/actuator/health/events", INNOVATOR)).isEqualTo(FORBIDDEN);
        assertThat(closed.ask("GET", "/actuator/health/events", monitor)).isEqualTo(GRANTED);
        assertThat(closed.ask("GET", "/actuator/prometheus", INNOVATOR)).isEqualTo(GRANTED);
        assertThat(list.ask("GET", "/actuator/health", GUEST)).isEqualTo(GRANTED);
        assertThat(list.ask("GET", "/actuator/prometheus", GUEST)).isEqualTo(LOGIN_FIRST);
    }

    @Test
    void theFirstLineThatFitsDecides() {
        AccessList two = AccessList.read(
                """
                GET   /a/b   nobody   # not even administrators
                *     /a/*   person
                GET   /c/**  anybody
                GET   /d/*.js  anybody
                """,
                Map.of());
        assertThat(two.ask("GET", "/a/b", INNOVATOR)).isEqualTo(UNKNOWN);
        assertThat(two.ask("PUT", "/a/b", INNOVATOR)).isEqualTo(GRANTED);
        assertThat(two.ask("GET", "/a/", INNOVATOR)).isEqualTo(UNKNOWN);
        assertThat(two.ask("GET", "/a/b/c", INNOVATOR)).isEqualTo(UNKNOWN);
        assertThat(two.ask("GET", "/c", GUEST)).isEqualTo(UNKNOWN);
        assertThat(two.ask("GET", "/c/d/e", GUEST)).isEqualTo(GRANTED);
        assertThat(two.ask("GET", "/d/e.js", GUEST)).isEqualTo(GRANTED);
        assertThat(two.ask("GET", "/d/.js", GUEST)).isEqualTo(UNKNOWN);
        assertThat(two.ask("GET", "/d/e.css", GUEST)).isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /a", "GET a anybody", "GET /a/**/b anybody", "GET"})
    void aLineThatCannotBeReadIsNotReadAsSomethingElse(String line) {
        assertThatThrownBy(() -> AccessList.read(line, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(line);
    }

    static AccessList shipped(Set<String> health, Set<String> metrics) {
        try {
            return new GuardConfiguration()
                    .accessList(
                            new ClassPathResource("guard/who-may-call-what.txt"), new GuardSettings(health, metrics));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Somebody(boolean isKnown, Set<String> roles) implements Caller {}
}

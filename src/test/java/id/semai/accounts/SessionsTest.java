package id.semai.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import id.semai.audit.AuditTrail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

/** How long a session lasts, on a clock that is moved by hand. */
class SessionsTest {

    private static final AccountSettings SETTINGS = new AccountSettings(Duration.ofMinutes(30), Duration.ofHours(12));

    private final Clock clock = mock(Clock.class);
    private final Standings standings = mock(Standings.class);
    private final Sessions sessions = new Sessions(standings, mock(AuditTrail.class), SETTINGS, clock);
    private final MockHttpSession session = new MockHttpSession();
    private Instant now = Instant.parse("2026-11-28T01:00:00Z");

    @BeforeEach
    void somebodyHasLoggedIn() {
        when(clock.instant()).thenAnswer(asked -> now);
        when(standings.of(any())).thenReturn(Standing.NEW);
        when(standings.now(any())).thenReturn(Standing.NEW);
        Authentications loggedIn = new Authentications();
        loggedIn.addOrReplace(new UserAuthentication("koordinator", "default"));
        AuthenticationUtil.updateSession(session, loggedIn);
        assertThat(lasts("GET", "/camunda/app/tasklist/default/", "text/html")).isTrue();
    }

    @Test
    void listsThatTasklistAsksForByItselfKeepNobodyLoggedIn() {
        for (int second = 0; second < 30 * 60 - 10; second += 10) {
            now = now.plusSeconds(10);
            assertThat(lasts("POST", "/camunda/api/engine/engine/default/filter/1/list", "application/hal+json"))
                    .isTrue();
            assertThat(lasts("GET", "/camunda/api/engine/engine/default/task/1", "application/json"))
                    .isTrue();
            assertThat(lasts("GET", "/api/drafts/1", "*/*")).isTrue();
        }
        now = now.plusSeconds(10);
        assertThat(lasts("POST", "/camunda/api/engine/engine/default/filter/1/list", "application/hal+json"))
                .isFalse();
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void keysAndPointersAndPagesDo() {
        for (int hour = 0; hour < 11; hour++) {
            now = now.plus(Duration.ofMinutes(29));
            assertThat(lasts("POST", "/api/sesi", "*/*")).isTrue();
            now = now.plus(Duration.ofMinutes(29));
            assertThat(lasts("GET", "/serah-terima", "text/html,*/*")).isTrue();
        }
    }

    @Test
    void afterTwelveHoursEverybodyLogsInAgain() {
        for (int minute = 0; minute < 12 * 60 - 20; minute += 20) {
            now = now.plus(Duration.ofMinutes(20));
            assertThat(lasts("POST", "/api/sesi", "*/*")).isTrue();
        }
        now = now.plus(Duration.ofMinutes(20));
        assertThat(lasts("POST", "/api/sesi", "*/*")).isFalse();
    }

    private boolean lasts(String method, String path, String accept) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.addHeader("Accept", accept);
        if (!session.isInvalid()) {
            request.setSession(session);
        }
        try {
            sessions.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
            return !session.isInvalid();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

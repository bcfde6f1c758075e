package id.semai.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class VisitorsTest {

    private final Visitors visitors = new Visitors(null, "");

    @Test
    void aSessionThatEndsWhileARequestIsServedChangesNothingForThatRequest() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        Authentications loggedIn = new Authentications();
        loggedIn.addOrReplace(new UserAuthentication("koordinator", "default"));
        AuthenticationUtil.updateSession(request.getSession(), loggedIn);
        assertThat(visitors.isKnown(request)).isTrue();

        request.getSession().invalidate();

        assertThat(visitors.name(request)).isEqualTo("koordinator");
    }

    @Test
    void whoHasNoSessionAndNoAccountIsNobody() {
        assertThat(visitors.isKnown(new MockHttpServletRequest())).isFalse();
    }
}

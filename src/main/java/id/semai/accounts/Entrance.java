package id.semai.accounts;

import id.semai.audit.AuditTrail;
import id.semai.audit.Kind;
import jakarta.servlet.http.HttpServletRequest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.stereotype.Service;

/** Lets people in who have proved elsewhere who they are; doors are for passwords and stay as they are. */
@Service
public class Entrance {

    private final ProcessEngine engine;
    private final AuditTrail trail;

    Entrance(ProcessEngine engine, AuditTrail trail) {
        this.engine = engine;
        this.trail = trail;
    }

    /** In a new session, as after a password; what follows is done by {@link Sessions}, which sees every request. */
    public void letIn(HttpServletRequest request, String account) {
        AuthenticationUtil.revalidateSession(request, AuthenticationUtil.createAuthentication(engine, account));
        trail.append(Kind.LOGIN, account, "Login (single sign-on)", null, null);
    }

    /**
     * @param account that was asked for; null if there is none
     * @param reason in a few words, without names
     */
    public void turnAway(String account, String reason) {
        trail.append(Kind.REFUSED_LOGIN, null, "Refused single sign-on", account, reason);
    }
}

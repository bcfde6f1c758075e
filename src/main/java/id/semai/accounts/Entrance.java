package id.semai.accounts;

import id.semai.audit.AuditTrail;
import id.semai.audit.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.stereotype.Service;

/** Lets people in who have proved elsewhere who they are. The door of their address is the one that passwords have. */
@Service
public class Entrance {

    private final ProcessEngine engine;
    private final Doors doors;
    private final AuditTrail trail;

    Entrance(ProcessEngine engine, Doors doors, AuditTrail trail) {
        this.engine = engine;
        this.doors = doors;
        this.trail = trail;
    }

    /** Whether a proof may be looked at; what comes through the door and is not let in counts as a wrong password. */
    public boolean isOpen(HttpServletRequest request) {
        return doors.enter(door(request));
    }

    /** In a new session, as after a password; what follows is done by {@link Sessions}, which sees every request. */
    public void letIn(HttpServletRequest request, String account) {
        AuthenticationUtil.revalidateSession(request, AuthenticationUtil.createAuthentication(engine, account));
        doors.right(door(request));
        trail.append(Kind.LOGIN, account, "Login (single sign-on)", null, null);
    }

    /**
     * @param account that was asked for; null if there is none
     * @param reason in a few words, without names
     */
    public void turnAway(String account, String reason) {
        trail.append(Kind.REFUSED_LOGIN, null, "Refused single sign-on", account, reason);
    }

    private static List<Door> door(HttpServletRequest request) {
        return List.of(Door.ofAddress(request.getRemoteAddr()));
    }
}

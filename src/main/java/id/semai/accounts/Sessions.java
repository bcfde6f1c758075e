package id.semai.accounts;

import id.semai.audit.AuditTrail;
import id.semai.audit.Kind;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends sessions of the web applications: those that a logout anywhere or a new password has made void, those that nobody
 * has touched, those that have lasted too long. Tasklist asks for its lists every ten seconds by itself, so only opening
 * a page and the pulse that our script sends for keys and pointers count as touching.
 */
class Sessions extends OncePerRequestFilter {

    static final String PULSE = "/api/sesi";

    private static final String VISIT = Visit.class.getName();
    private static final String ENGINE = "default";

    private final Standings standings;
    private final AuditTrail trail;
    private final AccountSettings settings;
    private final Clock clock;

    Sessions(Standings standings, AuditTrail trail, AccountSettings settings, Clock clock) {
        this.standings = standings;
        this.trail = trail;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> before = person(request).filter(person -> goesOn(request, person));
        chain.doFilter(request, response);
        Optional<String> after = person(request);
        before.filter(person -> after.isEmpty()).ifPresent(this::left);
        after.ifPresent(person -> visit(request.getSession(false), person));
    }

    /** The session goes on although everything before is void: its person has just chosen a new password in it. */
    void renew(HttpServletRequest request, String person) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.setAttribute(VISIT, new Visit(person, standings.now(person).generation(), clock.instant()));
        }
    }

    private boolean goesOn(HttpServletRequest request, String person) {
        HttpSession session = request.getSession(false);
        Visit visit = visit(session, person);
        String end = visit.end(person, standings.of(person).generation(), clock.instant(), settings);
        if (end != null) {
            session.invalidate();
            trail.append(Kind.LOGOUT, person, "Session ended", null, end);
            return false;
        }
        if (isTouch(request)) {
            visit.touch(clock.instant());
        }
        return true;
    }

    /** Of a session in which somebody has just logged in, it begins here. */
    private Visit visit(HttpSession session, String person) {
        Visit visit = (Visit) session.getAttribute(VISIT);
        if (visit == null) {
            visit = new Visit(person, standings.now(person).generation(), clock.instant());
            session.setAttribute(VISIT, visit);
        }
        return visit;
    }

    private void left(String person) {
        standings.voidSessions(person);
        trail.append(Kind.LOGOUT, person, "Logout", null, null);
    }

    private static boolean isTouch(HttpServletRequest request) {
        if (request.getRequestURI().equals(PULSE)) {
            return true;
        }
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return request.getMethod().equals("GET") && accepted != null && accepted.startsWith(MediaType.TEXT_HTML_VALUE);
    }

    private static Optional<String> person(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        try {
            return session == null
                    ? Optional.empty()
                    : Optional.ofNullable(AuthenticationUtil.getAuthsFromSession(session))
                            .map(all -> all.getAuthenticationForProcessEngine(ENGINE))
                            .map(person -> person.getIdentityId());
        } catch (IllegalStateException endedMeanwhile) {
            return Optional.empty();
        }
    }
}

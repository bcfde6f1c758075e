package id.semai.accounts;

import id.semai.people.Visitors;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever has a password that somebody else chose can choose another and log out, and nothing else: pages lead to where
 * that is done, everything else answers 403. Stands behind REST's login.
 */
class FirstPasswords extends OncePerRequestFilter {

    /** Tells our script in the web applications where to go. */
    static final String HEADER = "Semai-Kata-Sandi";

    private static final Pattern OPEN = Pattern.compile(
            "/sandi|/api/sandi|/api/sesi|/camunda/api/admin/auth/user/.*|/error|/[^/]+\\.(?:css|js|svg|ico)"
                    + "|/camunda/(?:app|lib|assets)/.+\\.(?:css|js|json|svg|png|ico|woff2?)");
    private static final String SENTENCE =
            "Kata sandi Anda masih kata sandi awal. Gantilah dahulu di halaman /sandi, lalu ulangi.";

    private final Standings standings;
    private final Visitors visitors;
    private final IdentityService identities;

    FirstPasswords(Standings standings, Visitors visitors, IdentityService identities) {
        this.standings = standings;
        this.visitors = visitors;
        this.identities = identities;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return OPEN.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (person(request).filter(person -> standings.of(person).mustChange()).isEmpty()) {
            chain.doFilter(request, response);
        } else if (opensPage(request)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.sendRedirect("/sandi");
        } else {
            refuse(response);
        }
    }

    private Optional<String> person(HttpServletRequest request) {
        Authentication loggedIn = identities.getCurrentAuthentication();
        return loggedIn != null
                ? Optional.of(loggedIn.getUserId())
                : visitors.isKnown(request) ? Optional.of(visitors.name(request)) : Optional.empty();
    }

    private static boolean opensPage(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return request.getMethod().equals("GET") && accepted != null && accepted.startsWith(MediaType.TEXT_HTML_VALUE);
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setHeader(HEADER, "ganti");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write("{\"message\":\"" + SENTENCE + "\"}");
    }
}

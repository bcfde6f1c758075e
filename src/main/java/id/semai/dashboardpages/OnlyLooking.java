package id.semai.dashboardpages;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What may be asked of the dashboard that runs alone: to be looked at, at these paths as they are written here, and what
 * whoever lets people in has named.
 */
class OnlyLooking extends OncePerRequestFilter {

    private static final Set<String> METHODS = Set.of("GET", "HEAD");
    private static final Pattern PATHS = Pattern.compile(
            "/dasbor(/[a-zA-Z0-9._/-]+)?|/dashboard/[a-z]+\\.(js|css|json)"
                    + "|/semai\\.(css|svg)|/akun\\.(css|js)|/cases/(diagram\\.js|case\\.css)|/models/(drawing|parts)\\.js"
                    + "|/webjars/(chart\\.js|bpmn-visualization)/dist/[a-z.-]+\\.min\\.js|/actuator/health(/liveness|/readiness)?");

    private final Set<String> besides;

    OnlyLooking(Ways besides) {
        this.besides = besides.requests();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (besides.contains(request.getMethod() + " " + request.getRequestURI())) {
            chain.doFilter(request, response);
        } else if (!METHODS.contains(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (request.getRequestURI().equals("/")) {
            response.sendRedirect("/dasbor");
        } else if (PATHS.matcher(request.getRequestURI()).matches()) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}

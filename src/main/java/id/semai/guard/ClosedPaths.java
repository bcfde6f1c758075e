package id.semai.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What nobody may call, whoever they are. The web applications' set-up makes administrators without a login while there is
 * none (CVE-2026-77226); Semai's first administrators come with the organisation. The other names of the same engine
 * would have to be guarded twice. The page of errors is for errors alone, and nobody works for the engine from outside.
 */
class ClosedPaths extends OncePerRequestFilter {

    private static final Pattern CLOSED = Pattern.compile(
            "/camunda/(?:api/admin/setup|app/admin/[^/]+/setup)(?:/.*)?|/engine-rest/engine/.+|/camunda/api/engine/engine/(?!default(?:/|$)).+"
                    + "|/error(?:/.*)?|/(?:engine-rest|camunda/api/engine/engine/default)/external-task/fetchAndLock(?:/.*)?",
            Pattern.CASE_INSENSITIVE);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (CLOSED.matcher(request.getRequestURI()).matches()) {
            Refused.answer(response, 404, "Halaman ini tidak ada.");
            return;
        }
        chain.doFilter(request, response);
    }
}

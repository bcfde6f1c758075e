package id.semai.prod;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * No page of another site changes anything in a person's name, whatever cookies or passwords their browser adds: the browser
 * says where a request comes from. Programs say nothing and are none of this.
 */
class ForeignSites extends OncePerRequestFilter {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return HARMLESS.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isForeign(request)) {
            Answers.refuse(response, 403, "Permintaan ini berasal dari situs lain.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isForeign(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return site != null
                ? !OWN.contains(site)
                : origin != null && !isOwn(origin, request.getHeader(HttpHeaders.HOST));
    }

    /** By its host: behind a proxy the scheme and the port may be another's. */
    private static boolean isOwn(String origin, String host) {
        try {
            String from = new URI(origin).getHost();
            return from != null && host != null && from.equalsIgnoreCase(host.replaceFirst(":[0-9]+$", ""));
        } catch (URISyntaxException nonsense) {
            return false;
        }
    }
}

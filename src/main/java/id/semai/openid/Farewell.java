package id.semai.openid;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Tells our scripts with a logout where the session at the provider is ended (RP-initiated logout): only the browser, which
 * has that session, can go there.
 */
class Farewell extends OncePerRequestFilter {

    static final String HEADER = "Semai-Keluar";

    private static final String CAMUNDAS = "/camunda/api/admin/auth/user/default/logout";
    private static final String OURS = "/api/sesi";
    static final String[] PATHS = {CAMUNDAS, OURS};

    /** A token of somebody in hundreds of groups fits into no header; without it providers ask before they end a session. */
    private static final int LONGEST_HINT = 4_000;

    private static final String ADDRESS = Farewell.class.getName() + ".address";

    /** Where whoever has logged in with this proof ends their session at the provider. */
    static String address(HttpServletRequest request, String place, String client, OidcIdToken proof) {
        String home =
                ServletUriComponentsBuilder.fromContextPath(request).path("/").toUriString();
        UriComponentsBuilder address = UriComponentsBuilder.fromUriString(place)
                .queryParam("client_id", encoded(client))
                .queryParam("post_logout_redirect_uri", encoded(home));
        if (proof.getTokenValue().length() <= LONGEST_HINT) {
            address.queryParam("id_token_hint", proof.getTokenValue());
        }
        return address.build(true).toUriString();
    }

    /** For the logout of the session that has just begun. */
    static void prepare(HttpServletRequest request, String address) {
        request.getSession().setAttribute(ADDRESS, address);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getMethod().equals(request.getRequestURI().equals(OURS) ? "DELETE" : "POST")) {
            Optional.ofNullable(request.getSession(false))
                    .map(session -> (String) session.getAttribute(ADDRESS))
                    .ifPresent(address -> response.setHeader(HEADER, address));
        }
        chain.doFilter(request, response);
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}

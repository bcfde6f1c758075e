package id.semai.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Who looks at a page of ours: the person logged in to the web applications, or an account by HTTP Basic. */
@Service
public class Visitors {

    private static final String ENGINE = "default";
    private static final String BASIC = "Basic ";
    private static final String ADMINISTRATOR = "administrator";
    private static final String ANSWER = Visitors.class.getName() + ".user";

    private final IdentityService identity;
    private final boolean elsewhere;

    /** @param provider where people log in; with one, a page shows the way there instead of having browsers ask */
    Visitors(IdentityService identity, @Value("${semai.single-sign-on.issuer:}") String provider) {
        this.identity = identity;
        this.elsewhere = !provider.isBlank();
    }

    public boolean isKnown(HttpServletRequest request) {
        return user(request).isPresent();
    }

    /** Has a browser ask for name and password if nobody is known: for what people open, not for what scripts fetch. */
    public void ask(HttpServletRequest request, HttpServletResponse response) {
        if (!isKnown(request) && !elsewhere) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Semai\", charset=\"UTF-8\"");
        }
    }

    /**
     * Looks with the eyes of whoever asks: the engine's authorizations and tenants hold for everything inside.
     *
     * @throws RefusedRequest with 401 if nobody is known
     */
    public <T> T asVisitor(HttpServletRequest request, Supplier<T> look) {
        String user = name(request);
        identity.setAuthentication(user, groups(user), tenants(user));
        try {
            return look.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    /**
     * The account's name.
     *
     * @throws RefusedRequest with 401 if nobody is known
     */
    public String name(HttpServletRequest request) {
        return user(request)
                .orElseThrow(() -> new RefusedRequest(
                        HttpStatus.UNAUTHORIZED, "Sesi Anda sudah berakhir. Masuklah lagi, lalu ulangi."));
    }

    /**
     * Ids of the roles; {@code administrator} is whoever the engine takes for one. Empty if nobody is known.
     */
    public Set<String> roles(HttpServletRequest request) {
        Set<String> roles = new HashSet<>(user(request).map(this::groups).orElse(List.of()));
        roles.remove(ADMINISTRATOR);
        if (roles.contains(Groups.CAMUNDA_ADMIN)) {
            roles.add(ADMINISTRATOR);
        }
        return roles;
    }

    /** One answer for the whole request: the session may end while it is served, and a password takes time to check. */
    private Optional<String> user(HttpServletRequest request) {
        if (request.getAttribute(ANSWER) == null) {
            request.setAttribute(ANSWER, new Answer(inSession(request).or(() -> byHttpBasic(request))));
        }
        return ((Answer) request.getAttribute(ANSWER)).user();
    }

    private static Optional<String> inSession(HttpServletRequest request) {
        if (request.getSession(false) == null) {
            return Optional.empty();
        }
        Authentications loggedIn = AuthenticationUtil.getAuthsFromSession(request.getSession(false));
        return Optional.ofNullable(loggedIn)
                .map(all -> all.getAuthenticationForProcessEngine(ENGINE))
                .map(person -> person.getIdentityId());
    }

    /** Behind the login of REST, whom that let in: a password takes time to check. */
    private Optional<String> byHttpBasic(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.startsWith(BASIC)) {
            return Optional.empty();
        }
        Authentication letIn = identity.getCurrentAuthentication();
        return letIn == null ? checked(header) : Optional.of(letIn.getUserId());
    }

    private Optional<String> checked(String header) {
        try {
            String[] account = new String(
                            Base64.getDecoder().decode(header.substring(BASIC.length())), StandardCharsets.UTF_8)
                    .split(":", 2);
            return account.length == 2 && identity.checkPassword(account[0], account[1])
                    ? Optional.of(account[0])
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private List<String> groups(String user) {
        return identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
    }

    private List<String> tenants(String user) {
        return identity.createTenantQuery().userMember(user).includingGroupsOfUser(true).list().stream()
                .map(Tenant::getId)
                .toList();
    }

    private record Answer(Optional<String> user) {}
}

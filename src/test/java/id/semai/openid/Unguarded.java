package id.semai.openid;

import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.text.ParseException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;

/** The running sign-on without some of what it rests on, until this is closed. */
public class Unguarded implements AutoCloseable {

    public enum Layer {
        SIGNATURE,
        /** Issuer, audience and times. */
        CLAIMS,
        NONCE,
        PKCE,
        /** That an answer is taken only by the browser that asked. */
        QUESTION,
        /** That people are sent only to pages of ours. */
        OWN_PAGES,
        NEW_SESSION,
        /** That what the provider has taken away is taken away here. */
        TAKING_AWAY
    }

    private final Set<Layer> off = EnumSet.noneOf(Layer.class);
    private final Deque<Runnable> back = new ArrayDeque<>();

    public Unguarded(ApplicationContext application, Set<Layer> off) {
        this.off.addAll(off);
        Proofs proofs = application.getBean(Proofs.class);
        OidcAuthorizationCodeAuthenticationProvider answers = get(proofs, "answers");
        answers.setJwtDecoderFactory(this::decoder);
        back.push(() -> answers.setJwtDecoderFactory(new OidcIdTokenDecoderFactory()));
        DefaultOAuth2AuthorizationRequestResolver questions = get(proofs, "questions");
        questions.setAuthorizationRequestCustomizer(this::ask);
        back.push(() -> questions.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()));
        RoundTrip trips = application.getBean(RoundTrip.class);
        if (off.contains(Layer.QUESTION) || off.contains(Layer.OWN_PAGES)) {
            put(trips, "questions", new Kept(get(trips, "questions")));
        }
    }

    @Override
    public void close() {
        back.forEach(Runnable::run);
    }

    private JwtDecoder decoder(ClientRegistration client) {
        OAuth2TokenValidator<Jwt> claims = off.contains(Layer.CLAIMS)
                ? token -> OAuth2TokenValidatorResult.success()
                : JwtValidators.createDefaultWithValidators(new OidcIdTokenValidator(client));
        if (off.contains(Layer.SIGNATURE)) {
            return token -> valid(read(token), claims);
        }
        OidcIdTokenDecoderFactory signed = new OidcIdTokenDecoderFactory();
        signed.setJwtValidatorFactory(any -> claims);
        return signed.createDecoder(client);
    }

    private static Jwt valid(Jwt token, OAuth2TokenValidator<Jwt> claims) {
        if (claims.validate(token).hasErrors()) {
            throw new BadJwtException("no proof");
        }
        return token;
    }

    private static Jwt read(String token) {
        try {
            SignedJWT read = SignedJWT.parse(token);
            Map<String, Object> claims = OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter()
                    .convert(read.getJWTClaimsSet().getClaims());
            return Jwt.withTokenValue(token)
                    .headers(all -> all.putAll(read.getHeader().toJSONObject()))
                    .claims(all -> all.putAll(claims))
                    .build();
        } catch (ParseException e) {
            throw new BadJwtException("no token", e);
        }
    }

    private void ask(OAuth2AuthorizationRequest.Builder question) {
        if (!off.contains(Layer.PKCE)) {
            OAuth2AuthorizationRequestCustomizers.withPkce().accept(question);
        }
        if (off.contains(Layer.NONCE)) {
            Consumer<Map<String, Object>> forget = all -> all.remove("nonce");
            question.attributes(forget).additionalParameters(forget);
        }
    }

    @SuppressWarnings("unchecked")
    public static <T> T proxy(T bean, MethodInterceptor advice) {
        ProxyFactory proxy = new ProxyFactory(bean);
        proxy.setProxyTargetClass(true);
        proxy.addAdvice(advice);
        return (T) proxy.getProxy();
    }

    protected final void put(Object bean, String field, Object value) {
        Object before = get(bean, field);
        PropertyAccessorFactory.forDirectFieldAccess(bean).setPropertyValue(field, value);
        back.push(() -> PropertyAccessorFactory.forDirectFieldAccess(bean).setPropertyValue(field, before));
    }

    @SuppressWarnings("unchecked")
    protected static <T> T get(Object bean, String field) {
        return (T) PropertyAccessorFactory.forDirectFieldAccess(bean).getPropertyValue(field);
    }

    /** Knows each question by its state, whoever brings the answer, and where people asked to be sent. */
    private class Kept implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

        private final AuthorizationRequestRepository<OAuth2AuthorizationRequest> sessions;
        private final Map<String, OAuth2AuthorizationRequest> all = new ConcurrentHashMap<>();

        Kept(AuthorizationRequestRepository<OAuth2AuthorizationRequest> sessions) {
            this.sessions = sessions;
        }

        @Override
        public OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
            return sessions.loadAuthorizationRequest(request);
        }

        @Override
        public void saveAuthorizationRequest(
                OAuth2AuthorizationRequest question, HttpServletRequest request, HttpServletResponse response) {
            OAuth2AuthorizationRequest asked = off.contains(Layer.OWN_PAGES)
                    ? OAuth2AuthorizationRequest.from(question)
                            .attributes(kept -> kept.put("ke", request.getParameter("ke")))
                            .build()
                    : question;
            all.put(asked.getState(), asked);
            sessions.saveAuthorizationRequest(asked, request, response);
        }

        @Override
        public OAuth2AuthorizationRequest removeAuthorizationRequest(
                HttpServletRequest request, HttpServletResponse response) {
            return off.contains(Layer.QUESTION)
                    ? all.get(request.getParameter("state"))
                    : sessions.removeAuthorizationRequest(request, response);
        }
    }

    /** A request whose session nobody ends. */
    public static class Endless extends HttpServletRequestWrapper {

        public Endless(HttpServletRequest request) {
            super(request);
        }

        @Override
        public HttpSession getSession() {
            return getSession(true);
        }

        @Override
        public HttpSession getSession(boolean create) {
            HttpSession session = super.getSession(create);
            return session == null ? null : going(session);
        }

        private static HttpSession going(HttpSession session) {
            ProxyFactory proxy = new ProxyFactory(HttpSession.class, (MethodInterceptor)
                    call -> call.getMethod().getName().equals("invalidate")
                            ? null
                            : call.getMethod().invoke(session, call.getArguments()));
            return (HttpSession) proxy.getProxy();
        }
    }
}

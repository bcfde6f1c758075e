package id.semai.openid;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * Asks the provider who somebody is: authorization code with PKCE, state and nonce, the code redeemed by this server, the ID
 * token's signature, issuer, audience, nonce and times looked at, by Spring's OAuth2 client.
 */
@Component
@IfOffered
class Proofs {

    private final Provider provider;
    private final DefaultOAuth2AuthorizationRequestResolver questions;
    private final OidcAuthorizationCodeAuthenticationProvider answers;

    Proofs(Provider provider, SignOnSettings settings) {
        this.provider = provider;
        this.questions = new DefaultOAuth2AuthorizationRequestResolver(provider, RoundTrip.START);
        questions.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        this.answers = new OidcAuthorizationCodeAuthenticationProvider(
                codes(), people(settings.groups().claim()));
    }

    /** @throws Refusal if the provider cannot be asked */
    OAuth2AuthorizationRequest question(HttpServletRequest request) {
        provider.registration();
        return questions.resolve(request, Provider.ID);
    }

    /** Where a session at the provider is ended, if there is such a place. */
    Optional<String> farewell() {
        return Optional.ofNullable((String) provider.registration()
                .getProviderDetails()
                .getConfigurationMetadata()
                .get("end_session_endpoint"));
    }

    /**
     * Groups that the ID token does not name are those of the userinfo endpoint, if there is one, which must speak of the same
     * person.
     *
     * @throws Refusal if the answer proves nothing
     */
    OidcUser proof(OAuth2AuthorizationRequest question, String code, String state) {
        OAuth2AuthorizationResponse answer = OAuth2AuthorizationResponse.success(code)
                .redirectUri(question.getRedirectUri())
                .state(state)
                .build();
        try {
            return (OidcUser) answers.authenticate(new OAuth2LoginAuthenticationToken(
                            provider.registration(), new OAuth2AuthorizationExchange(question, answer)))
                    .getPrincipal();
        } catch (AuthenticationException | OAuth2AuthorizationException e) {
            throw isAway(e) ? provider.away(e) : unproved(e);
        }
    }

    private static Refusal unproved(RuntimeException cause) {
        String code = cause instanceof OAuth2AuthenticationException e
                ? e.getError().getErrorCode()
                : cause instanceof OAuth2AuthorizationException e ? e.getError().getErrorCode() : "unknown";
        return new Refusal(
                HttpStatus.FORBIDDEN,
                "no proof: " + code.replaceAll("[^a-z_]", ""),
                "Bukti masuk yang diterima tidak dapat dipakai. Mulailah lagi dari halaman masuk.",
                cause);
    }

    private static boolean isAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private static RestClientAuthorizationCodeTokenResponseClient codes() {
        RestClientAuthorizationCodeTokenResponseClient client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(Provider.patient())
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }

    private static OidcUserService people(String groups) {
        RestTemplate http = new RestTemplate(Provider.patient());
        http.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        DefaultOAuth2UserService claims = new DefaultOAuth2UserService();
        claims.setRestOperations(http);
        OidcUserService people = new OidcUserService();
        people.setOauth2UserService(claims);
        people.setRetrieveUserInfo(login -> login.getIdToken().getClaim(groups) == null && hasUserInfo(login));
        return people;
    }

    private static boolean hasUserInfo(OidcUserRequest login) {
        return login.getClientRegistration()
                        .getProviderDetails()
                        .getUserInfoEndpoint()
                        .getUri()
                != null;
    }
}

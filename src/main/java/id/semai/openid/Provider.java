package id.semai.openid;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * The provider of accounts, as its metadata describe it: asked for when somebody wants to log in there, so that one that is
 * down delays no start, and at most once a minute.
 */
@Component
@IfOffered
class Provider implements ClientRegistrationRepository {

    static final String ID = "semai";

    private static final Duration KEPT = Duration.ofMinutes(1);
    /** One that does not answer holds up few requests. */
    private static final Duration LEFT_ALONE = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SignOnSettings settings;
    private final RestClient http;
    private final Clock clock;
    private volatile Known known = new Known(null, null, Instant.MIN);

    Provider(SignOnSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.http = RestClient.builder().requestFactory(patient()).build();
    }

    static SimpleClientHttpRequestFactory patient() {
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(PATIENCE);
        requests.setReadTimeout(PATIENCE);
        return requests;
    }

    @Override
    public ClientRegistration findByRegistrationId(String id) {
        return ID.equals(id) ? registration() : null;
    }

    /** @throws Refusal if the provider cannot be asked */
    ClientRegistration registration() {
        if (!known.until().isAfter(clock.instant())) {
            known = ask();
        }
        if (known.failure() != null) {
            throw away(known.failure());
        }
        return known.registration();
    }

    private Known ask() {
        try {
            return new Known(registration(metadata()), null, clock.instant().plus(KEPT));
        } catch (RuntimeException e) {
            return new Known(null, e, clock.instant().plus(LEFT_ALONE));
        }
    }

    Refusal away(RuntimeException cause) {
        return new Refusal(
                HttpStatus.SERVICE_UNAVAILABLE,
                "provider unreachable",
                "Layanan akun " + settings.name() + " sedang tidak dapat dihubungi. Cobalah lagi nanti.",
                cause);
    }

    private Map<String, Object> metadata() {
        return http.get()
                .uri(settings.issuer().replaceFirst("/$", "") + "/.well-known/openid-configuration")
                .retrieve()
                .body(new ParameterizedTypeReference<>() {});
    }

    private ClientRegistration registration(Map<String, Object> metadata) {
        if (!settings.issuer().equals(metadata.get("issuer"))) {
            throw new IllegalStateException("The metadata are those of " + metadata.get("issuer"));
        }
        ClientRegistration.Builder registration = ClientRegistrations.fromOidcConfiguration(metadata)
                .registrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .redirectUri("{baseUrl}" + RoundTrip.BACK)
                .scope(settings.scopesAsked());
        if (!settings.hasSecret()) {
            registration.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        }
        return registration.build();
    }

    private record Known(ClientRegistration registration, RuntimeException failure, Instant until) {}
}

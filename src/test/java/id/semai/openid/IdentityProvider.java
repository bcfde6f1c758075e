package id.semai.openid;

import static org.springframework.security.config.Customizer.withDefaults;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import id.semai.Ports;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** A provider of accounts: Spring's authorization server, in which everybody has the same password. */
public final class IdentityProvider {

    public static final String CLIENT = "semai";
    public static final String SECRET = "rahasia-semai-di-penyedia";
    public static final String PASSWORD = "rahasia";

    private static final int PORT = Ports.next();
    private static final RSAKey KEY = key();
    /** Has the name of the right one. */
    private static final RSAKey FORGED = key();

    private static final Map<String, List<String>> groups = new ConcurrentHashMap<>();
    private static final Map<String, String> names = new ConcurrentHashMap<>();
    private static volatile Consumer<JwtClaimsSet.Builder> lie = claims -> {};
    private static volatile boolean forged;
    private static volatile boolean pkce = true;
    /** What the userinfo endpoint says; null while the ID token says all. */
    private static volatile Map<String, Object> besides;

    private static volatile String semai = "http://localhost";

    private static IdentityProvider started;

    private final AnnotationConfigServletWebServerApplicationContext server;

    private IdentityProvider(AnnotationConfigServletWebServerApplicationContext server) {
        this.server = server;
    }

    /** The same for all tests of a run, each of which says whom it serves. */
    public static synchronized IdentityProvider start() {
        if (started == null) {
            started = new IdentityProvider(new AnnotationConfigServletWebServerApplicationContext(Setup.class));
        }
        return started;
    }

    public String issuer() {
        return "http://127.0.0.1:" + PORT;
    }

    /** With all that it knows; {@link #comesBack} ends it. */
    public void goesDown() {
        server.getWebServer().stop();
    }

    public void comesBack() {
        server.getWebServer().start();
    }

    /** Where people are sent back to. */
    public void serve(String application) {
        semai = application;
    }

    public void has(String person, String... memberOf) {
        groups.put(person, List.of(memberOf));
    }

    public void calls(String person, String name) {
        names.put(person, name);
    }

    public void lies(Consumer<JwtClaimsSet.Builder> about) {
        lie = about;
    }

    public void forges(boolean signature) {
        forged = signature;
    }

    /** Whether a code is good only for who asked for it. */
    public void asksForPkce(boolean really) {
        pkce = really;
    }

    /** From now on groups, and whatever else, are told by the userinfo endpoint, and no groups by the ID token. */
    public void tellsBesides(Map<String, Object> claims) {
        besides = claims;
    }

    public void isHonest() {
        besides = null;
        lie = claims -> {};
        forged = false;
        pkce = true;
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("satu").generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** No component, so that nobody finds it who looks for those of Semai. */
    @EnableWebMvc
    @EnableWebSecurity
    static class Setup {

        @Bean
        TomcatServletWebServerFactory tomcat() {
            TomcatServletWebServerFactory tomcat = new TomcatServletWebServerFactory(PORT);
            // Tomcat asks no filter about a path that no servlet would serve.
            tomcat.setRegisterDefaultServlet(true);
            tomcat.setAddress(InetAddress.getLoopbackAddress());
            tomcat.getSession().getCookie().setName("SESI-PENYEDIA");
            return tomcat;
        }

        @Bean
        @Order(1)
        SecurityFilterChain protocol(HttpSecurity http) throws Exception {
            OAuth2AuthorizationServerConfigurer server = OAuth2AuthorizationServerConfigurer.authorizationServer();
            return http.securityMatcher(server.getEndpointsMatcher())
                    .with(
                            server,
                            protocol -> protocol.oidc(all -> all.userInfoEndpoint(
                                    info -> info.userInfoMapper(asked -> new OidcUserInfo(besides)))))
                    .oauth2ResourceServer(tokens -> tokens.jwt(withDefaults()))
                    .authorizeHttpRequests(all -> all.anyRequest().authenticated())
                    .exceptionHandling(
                            all -> all.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                    .build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain login(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(all -> all.anyRequest().authenticated())
                    .csrf(all -> all.disable())
                    .formLogin(withDefaults())
                    .build();
        }

        @Bean
        UserDetailsService people() {
            return person ->
                    User.withUsername(person).password("{noop}" + PASSWORD).build();
        }

        @Bean
        RegisteredClientRepository clients() {
            return new RegisteredClientRepository() {
                @Override
                public void save(RegisteredClient client) {
                    // Would only keep the secret hashed.
                }

                @Override
                public RegisteredClient findById(String id) {
                    return client();
                }

                @Override
                public RegisteredClient findByClientId(String id) {
                    return id.equals(CLIENT) ? client() : null;
                }
            };
        }

        private static RegisteredClient client() {
            return RegisteredClient.withId("1")
                    .clientId(CLIENT)
                    .clientSecret("{noop}" + SECRET)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUri(semai + RoundTrip.BACK)
                    .postLogoutRedirectUri(semai + "/")
                    .scope("openid")
                    .scope("profile")
                    .clientSettings(
                            ClientSettings.builder().requireProofKey(pkce).build())
                    .build();
        }

        @Bean
        JWKSource<SecurityContext> keys() {
            return new ImmutableJWKSet<>(new JWKSet(KEY));
        }

        @Bean
        JwtEncoder signatures(JWKSource<SecurityContext> keys) {
            JwtEncoder right = new NimbusJwtEncoder(keys);
            JwtEncoder wrong = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(FORGED)));
            return token -> (forged ? wrong : right).encode(token);
        }

        @Bean
        JwtDecoder ownTokens(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return token -> {
                if (token.getTokenType().getValue().equals("id_token")) {
                    String person = token.getPrincipal().getName();
                    token.getClaims().claim("preferred_username", names.getOrDefault(person, person));
                    if (besides == null) {
                        token.getClaims().claim("groups", groups.getOrDefault(person, List.of()));
                    }
                    lie.accept(token.getClaims());
                }
            };
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }
    }
}

package id.semai.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import id.semai.journal.MovableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Semai takes for its provider, for what its groups and for a page of its own. */
class ProviderTest {

    private static final Set<String> NONE = Set.of();
    private static final GroupMapping MAPPING =
            new GroupMapping("groups", "semai-role-", "semai-unit-", Map.of(), Map.of(), NONE);

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-28T01:00:00Z"));

    @Test
    void oneThatIsDownIsToldAtMostAMinuteLater() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        describes(server, issuer, issuer);
        Provider provider = new Provider(settings(issuer), clock);
        assertThat(provider.registration().getProviderDetails().getIssuerUri()).isEqualTo(issuer);

        server.stop(0);
        clock.move(Duration.ofSeconds(59));
        assertThat(provider.registration()).isNotNull();
        clock.move(Duration.ofSeconds(2));
        Refusal refusal = catchThrowableOfType(Refusal.class, provider::registration);
        assertThat(refusal.status().value()).isEqualTo(503);
        assertThat(refusal).hasMessageContaining("sedang tidak dapat dihubungi");

        HttpServer again = HttpServer.create(server.getAddress(), 0);
        describes(again, issuer, issuer);
        clock.move(Duration.ofSeconds(6));
        assertThat(provider.registration()).isNotNull();
        again.stop(0);
    }

    @Test
    void oneThatSpeaksForAnotherIsNone() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        describes(server, issuer, "http://127.0.0.1:1");
        assertThatThrownBy(() -> new Provider(settings(issuer), clock).registration())
                .isInstanceOf(Refusal.class)
                .hasRootCauseMessage("The metadata are those of http://127.0.0.1:1");
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({"'',semai", "ftp://a.example,semai", "https://a.example,", "https://a.example,' '"})
    void settingsThatNameNoneEndTheStart(String issuer, String client) {
        assertThatThrownBy(() -> settings(issuer, client)).hasMessageContaining("semai.single-sign-on.issuer");
    }

    @Test
    void theSecretIsShownNowhere() {
        assertThat(settings("https://a.example")).asString().doesNotContain("rahasia");
    }

    @Test
    void groupsAreReadByTheirPrefixOrAsTheSettingsHaveIt() {
        GroupMapping mapping = new GroupMapping(
                "groups",
                "semai-role-",
                "semai-unit-",
                Map.of("Kepala Dinas", "unit-head"),
                Map.of("Dinkes", "dinkes"),
                Set.of("pengelola"));
        Set<String> groups = Set.of("Kepala Dinas", "semai-role-innovator", "semai-unit-dikbud", "Dinkes", "lain");
        assertThat(mapping.rolesOf(groups)).containsExactly("innovator", "unit-head");
        assertThat(mapping.unitsOf(groups)).containsExactly("dikbud", "dinkes");
        assertThat(mapping.isAdministrator(groups)).isFalse();
        assertThat(mapping.isAdministrator(Set.of("pengelola"))).isTrue();
        assertThat(MAPPING.isAdministrator(Set.of("semai-role-administrator"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//jahat.example",
                "/\\jahat.example",
                "\\\\jahat.example",
                "https://jahat.example",
                "javascript:alert(1)",
                "/a\r\nSet-Cookie: b=c",
                "/\t/jahat.example",
                "jahat",
                "",
                " /",
                "/a\\b",
                "/.\u0000"
            })
    void whatIsNoPageOfOursIsNotGoneTo(String asked) {
        assertThat(OwnPath.of(asked, "/rumah")).isEqualTo("/rumah");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sandi", "/inovasi/4d3f-1", "/camunda/app/tasklist/default/#/?task=1&filter=2"})
    void aPageOfOursIsKept(String asked) {
        assertThat(OwnPath.of(asked, "/rumah")).isEqualTo(asked);
    }

    private static void describes(HttpServer server, String place, String issuer) {
        String metadata =
                """
                {"issuer":"%s","authorization_endpoint":"%s/a","token_endpoint":"%s/t","jwks_uri":"%s/k",
                "subject_types_supported":["public"],"response_types_supported":["code"],
                "id_token_signing_alg_values_supported":["RS256"]}
                """
                        .formatted(issuer, place, place, place);
        server.createContext("/.well-known/openid-configuration", call -> {
            byte[] body = metadata.getBytes(StandardCharsets.UTF_8);
            call.getResponseHeaders().add("Content-Type", "application/json");
            call.sendResponseHeaders(200, body.length);
            call.getResponseBody().write(body);
            call.close();
        });
        server.start();
    }

    private static SignOnSettings settings(String issuer) {
        return settings(issuer, "semai");
    }

    private static SignOnSettings settings(String issuer, String client) {
        return new SignOnSettings(
                issuer, client, "rahasia", "bersama", NONE, new SignOnSettings.Accounts("sub", false, NONE), MAPPING);
    }
}

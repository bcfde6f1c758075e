package id.semai.openid;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;

/** What a token may say that is no proof of who somebody is; for whoever lets people in by one. */
public final class Lies {

    private static final Map<String, Consumer<JwtClaimsSet.Builder>> ALL = Map.of(
            "of another question", claims -> claims.claim("nonce", "lain"),
            "of no question", claims -> claims.claims(all -> all.remove("nonce")),
            "of another issuer", claims -> claims.issuer("http://127.0.0.1:1"),
            "for another client", claims -> claims.audience(List.of("lain")),
            "for another client besides",
                    claims -> claims.audience(List.of("semai", "lain")).claim("azp", "lain"),
            "of before",
                    claims -> claims.issuedAt(Instant.now().minusSeconds(900))
                            .expiresAt(Instant.now().minusSeconds(300)),
            "of nobody", claims -> claims.claims(all -> all.remove("sub")));

    private Lies() {}

    public static Stream<String> kinds() {
        return ALL.keySet().stream();
    }

    public static Consumer<JwtClaimsSet.Builder> of(String kind) {
        return ALL.get(kind);
    }
}

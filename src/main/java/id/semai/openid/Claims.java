package id.semai.openid;

import id.semai.people.Vouched;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** What an ID token, and what was asked besides, says of its person, in Semai's words. */
final class Claims {

    private Claims() {}

    static Vouched read(OidcUser person, SignOnSettings settings) {
        List<String> groups = texts(person.getClaim(settings.groups().claim()));
        return new Vouched(
                link(person.getIdToken()),
                name(person.getClaim(settings.accounts().claim())),
                settings.groups().rolesOf(groups),
                settings.groups().unitsOf(groups),
                settings.groups().isAdministrator(groups));
    }

    /** The subject is unique at its issuer and never given to another; nothing of either is kept in the open. */
    private static String link(OidcIdToken token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String person = token.getIssuer() + "\n" + token.getSubject();
            return HexFormat.of().formatHex(digest.digest(person.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(Object claim) {
        return claim instanceof String name ? name.strip().toLowerCase(Locale.ROOT) : null;
    }

    private static List<String> texts(Object claim) {
        return claim instanceof Collection<?> several
                ? several.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : claim instanceof String one ? List.of(one) : List.of();
    }
}

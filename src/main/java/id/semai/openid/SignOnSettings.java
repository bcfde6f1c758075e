package id.semai.openid;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * With which accounts of whose people log in; without an issuer there is no single sign-on.
 *
 * @param issuer address of the OpenID Connect provider, as its metadata and its tokens have it
 * @param clientSecret what the provider knows Semai by; none only for a trial
 * @param name what people call these accounts: "Masuk dengan akun …"
 * @param scopes asked for besides {@code openid}
 */
@ConfigurationProperties("semai.single-sign-on")
public record SignOnSettings(
        String issuer,
        String clientId,
        String clientSecret,
        @DefaultValue("bersama") String name,
        @DefaultValue("profile") Set<String> scopes,
        @DefaultValue Accounts accounts,
        @DefaultValue GroupMapping groups) {

    public SignOnSettings {
        if (issuer != null && (!issuer.matches("https?://.+") || clientId == null || clientId.isBlank())) {
            throw new IllegalArgumentException("semai.single-sign-on.issuer («" + issuer
                    + "») must be an address, and semai.single-sign-on.client-id must not be missing");
        }
    }

    boolean hasSecret() {
        return clientSecret != null && !clientSecret.isBlank();
    }

    Set<String> scopesAsked() {
        Set<String> asked = new TreeSet<>(scopes);
        asked.add("openid");
        return asked;
    }

    @Override
    public String toString() {
        return "SignOnSettings[issuer=" + issuer + ", clientId=" + clientId + ", secret hidden]";
    }

    /**
     * @param claim of the ID token that names the account
     * @param create whether whoever comes for the first time is given one
     * @param link names of accounts with a password that belong to whoever first comes with that name
     */
    public record Accounts(
            @DefaultValue("preferred_username") String claim,
            @DefaultValue("false") boolean create,
            @DefaultValue Set<String> link) {}
}

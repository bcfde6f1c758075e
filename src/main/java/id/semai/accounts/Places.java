package id.semai.accounts;

import id.semai.audit.Caller;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Where an account is at home: browsers in which it has logged in within half a year, told by a cookie that says nothing
 * else, and addresses of the last month.
 */
@Repository
class Places {

    static final String COOKIE = "semai-perangkat";

    private static final Duration KEPT = Duration.ofDays(180);
    private static final String TOKEN = "[A-Za-z0-9_-]{43}";

    private final JdbcClient database;
    private final SecureRandom random = new SecureRandom();

    Places(JdbcClient database) {
        this.database = database;
    }

    /** The doors at which an attempt counts: the account's own where it is at home, otherwise the account's and the address's. */
    List<Door> doors(String account, Caller caller) {
        String address = address(caller);
        return browser(caller.request())
                .filter(place -> isHome(account, place))
                .or(() -> Optional.of(address).filter(place -> isHome(account, place)))
                .map(place -> List.of(Door.atHome(account, place)))
                .orElseGet(() -> strangersDoors(account, caller));
    }

    List<Door> strangersDoors(String account, Caller caller) {
        return List.of(Door.ofAccount(account), Door.ofAddress(caller.address()));
    }

    /** The one that is left once the account has logged in from there by HTTP Basic. */
    Door doorAt(String account, Caller caller) {
        return Door.atHome(account, address(caller));
    }

    /** Somebody has logged in here; a browser is given the cookie with the answer. */
    void remember(String account, Caller caller, boolean inBrowser) {
        remember(account, address(caller));
        if (inBrowser) {
            remember(account, browser(caller.request()).orElseGet(() -> introduce(caller)));
        }
        database.sql("delete from semai.familiar_place where used_at < now() - interval '180 days'")
                .update();
    }

    private void remember(String account, String place) {
        database.sql(
                        """
                        insert into semai.familiar_place (account, place, used_at) values (?, ?, now())
                        on conflict (account, place) do update set used_at = now()
                        """)
                .params(account, place)
                .update();
    }

    private String introduce(Caller caller) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        ResponseCookie cookie = ResponseCookie.from(COOKIE, token)
                .path("/camunda/api/admin/auth")
                .maxAge(KEPT)
                .httpOnly(true)
                .secure(caller.request().isSecure())
                .sameSite("Lax")
                .build();
        caller.response().addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return place(token);
    }

    private boolean isHome(String account, String place) {
        return database.sql(
                        """
                        select exists (select from semai.familiar_place where account = :account and place = :place
                            and used_at > now() - case when place like 'address:%' then interval '30 days' else interval '180 days' end)
                        """)
                .param("account", account)
                .param("place", place)
                .query(Boolean.class)
                .single();
    }

    private static String address(Caller caller) {
        return "address:" + caller.address();
    }

    private static Optional<String> browser(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : List.of(cookies).stream()
                        .filter(cookie -> cookie.getName().equals(COOKIE)
                                && cookie.getValue().matches(TOKEN))
                        .map(cookie -> place(cookie.getValue()))
                        .findFirst();
    }

    private static String place(String token) {
        return "browser:" + Door.hash(token);
    }
}

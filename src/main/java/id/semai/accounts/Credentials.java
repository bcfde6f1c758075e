package id.semai.accounts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Right passwords that came in lately: HTTP Basic sends one with each request. Kept under a key of this process alone,
 * for the address that they came from, and good only as long as the account has the password that it had then.
 */
@Repository
class Credentials {

    static final Duration KEPT = Duration.ofMinutes(10);

    private static final int MOST = 10_000;
    private static final String ALGORITHM = "HmacSHA256";

    private final JdbcClient database;
    private final Clock clock;
    private final SecretKeySpec secret;
    private final Map<String, Right> right = new ConcurrentHashMap<>();

    Credentials(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        this.secret = new SecretKeySpec(key, ALGORITHM);
    }

    /** @param home where it comes in; after a single wrong password there nothing is known any more until a right one came */
    boolean areKnown(String account, String password, Door home) {
        String key = key(account, password, home);
        Right known = right.get(key);
        if (known == null || known.until().isBefore(clock.instant())) {
            right.remove(key);
            return false;
        }
        return stored(account, home).filter(known.stored()::equals).isPresent();
    }

    void remember(String account, String password, Door home) {
        if (right.size() >= MOST) {
            right.clear();
        }
        stored(account, home)
                .ifPresent(hash -> right.put(
                        key(account, password, home),
                        new Right(hash, clock.instant().plus(KEPT))));
    }

    private Optional<String> stored(String account, Door home) {
        return database.sql(
                        """
                        select pwd_ from act_id_user
                        where id_ = :account and not exists (select from semai.login_door where door = :door)
                        """)
                .param("account", account)
                .param("door", home.key())
                .query(String.class)
                .optional();
    }

    private String key(String account, String password, Door home) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update((home.key() + "\0" + account + "\0").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Right(String stored, Instant until) {}
}

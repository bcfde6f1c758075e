package id.semai.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What Semai keeps of all accounts, for all nodes; each node may be late by the two seconds it remembers an answer. */
@Repository
class Standings {

    static final Duration REMEMBERED = Duration.ofSeconds(2);

    private static final int MOST = 10_000;

    private final JdbcClient database;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    Standings(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Perhaps as it was up to {@link #REMEMBERED} ago, unless this node changed it. */
    Standing of(String account) {
        Known last = known.get(account);
        return last != null && last.until().isAfter(clock.instant()) ? last.standing() : now(account);
    }

    Standing now(String account) {
        Standing standing = database.sql("select generation, must_change from semai.account where id = ?")
                .param(account)
                .query(Standing.class)
                .optional()
                .orElse(Standing.NEW);
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(account, new Known(standing, clock.instant().plus(REMEMBERED)));
        return standing;
    }

    /** Every session of the account is void from now on, on all nodes. */
    void voidSessions(String account) {
        database.sql(
                        """
                        insert into semai.account (id, generation) values (?, 1)
                        on conflict (id) do update set generation = account.generation + 1
                        """)
                .param(account)
                .update();
        known.remove(account);
    }

    /** There is a new password; sessions that began with the old one are void. */
    void passwordSet(String account, boolean mustChange) {
        database.sql(
                        """
                        insert into semai.account (id, generation, must_change) values (:account, 1, :must)
                        on conflict (id) do update set generation = account.generation + 1, must_change = :must
                        """)
                .param("account", account)
                .param("must", mustChange)
                .update();
        known.remove(account);
    }

    /** For what was changed inside a transaction that has ended since. */
    void forget(String account) {
        known.remove(account);
    }

    private record Known(Standing standing, Instant until) {}
}

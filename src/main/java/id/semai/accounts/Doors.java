package id.semai.accounts;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts wrong passwords where they come in, for all nodes, and shuts a door for a while that grows with each further one:
 * never longer than a quarter of an hour, and forgotten after a quiet day. Somebody who waits outside a shut door is not
 * counted, so nobody can keep a door shut by knocking.
 *
 * <p>An attempt counts before its password is looked at and is taken back if it was right: a thousand at once get no more
 * guesses than one after the other.
 */
@Repository
class Doors {

    static final Duration LONGEST = Duration.ofMinutes(15);

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    Doors(JdbcClient database, TransactionTemplate transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /** Whether the password may be looked at; if so, the attempt is counted at each of the doors, otherwise at none. */
    boolean enter(List<Door> doors) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean open = doors.stream().allMatch(this::count);
            if (!open) {
                status.setRollbackOnly();
            }
            return open;
        }));
    }

    /** The password was right: what its account got wrong before is forgotten, what its address did is not. */
    void right(List<Door> doors) {
        for (Door door : doors) {
            database.sql(
                            door.keepsCount()
                                    ? "update semai.login_door set failures = failures - 1, shut_until = null where door = ?"
                                    : "delete from semai.login_door where door = ?")
                    .param(door.key())
                    .update();
        }
    }

    /** Which of them are shut by now; forgets what is long past on the way. */
    List<Door> shut(List<Door> doors) {
        database.sql("delete from semai.login_door where last_at < now() - interval '2 days'")
                .update();
        return doors.stream()
                .filter(door -> database.sql(
                                "select exists (select from semai.login_door where door = ? and shut_until > now())")
                        .param(door.key())
                        .query(Boolean.class)
                        .single())
                .toList();
    }

    private boolean count(Door door) {
        return database.sql(
                        """
                        insert into semai.login_door as d (door, failures, last_at)
                        values (:door, 1, now())
                        on conflict (door) do update set
                            failures = case when d.last_at < now() - interval '1 day' then 1 else d.failures + 1 end,
                            last_at = now(),
                            shut_until = case
                                when d.last_at < now() - interval '1 day' or d.failures + 1 < :free then null
                                else now() + least(
                                    make_interval(secs => 10 * power(2, least(d.failures + 1 - :free, 20))),
                                    make_interval(secs => :longest)) end
                        where d.shut_until is null or d.shut_until <= now()
                        returning failures
                        """)
                .param("door", door.key())
                .param("free", door.free())
                .param("longest", LONGEST.toSeconds())
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}

package id.semai.accounts;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a login holds.
 *
 * @param idle a session ends when its person has not touched anything for so long
 * @param longest a session ends so long after its login, whatever its person does
 */
@ConfigurationProperties("semai.accounts")
public record AccountSettings(@DefaultValue("PT30M") Duration idle, @DefaultValue("PT12H") Duration longest) {

    public AccountSettings {
        if (idle.compareTo(Duration.ofMinutes(2)) < 0 || longest.compareTo(idle) < 0) {
            throw new IllegalArgumentException("semai.accounts.idle (" + idle
                    + ") must be PT2M or more, and semai.accounts.longest (" + longest + ") no shorter than that");
        }
    }

    /** Null while a session goes on, otherwise why it has ended. */
    public String end(Instant since, Instant touched, Instant now) {
        if (isOver(touched, idle, now)) {
            return "idle";
        }
        return isOver(since, longest, now) ? "too long" : null;
    }

    private static boolean isOver(Instant from, Duration most, Instant now) {
        return !now.isBefore(from.plus(most));
    }
}

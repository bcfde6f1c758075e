package id.semai.accounts;

import java.time.Instant;

/** What a session remembers of its login and of its person. */
final class Visit {

    private final String account;
    private final int generation;
    private final Instant since;
    private volatile Instant touched;

    Visit(String account, int generation, Instant since) {
        this.account = account;
        this.generation = generation;
        this.since = since;
        this.touched = since;
    }

    void touch(Instant now) {
        touched = now;
    }

    /** Null while it goes on, otherwise why it has ended. */
    String end(String person, int currentGeneration, Instant now, AccountSettings settings) {
        if (!account.equals(person) || generation != currentGeneration) {
            return "void";
        }
        return settings.end(since, touched, now);
    }
}

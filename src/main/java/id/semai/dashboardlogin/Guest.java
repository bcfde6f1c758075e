package id.semai.dashboardlogin;

import id.semai.accounts.AccountSettings;
import id.semai.people.Reach;
import java.time.Instant;

/** Somebody who has logged in, as their session knows them: by no name. */
final class Guest {

    private final String link;
    private final Reach reach;
    private final Instant since;
    private volatile Instant touched;

    /** @param link tells them from all others */
    Guest(String link, Reach reach, Instant since) {
        this.link = link;
        this.reach = reach;
        this.since = since;
        this.touched = since;
    }

    String link() {
        return link;
    }

    Reach reach() {
        return reach;
    }

    void touch(Instant now) {
        touched = now;
    }

    boolean isOver(Instant now, AccountSettings settings) {
        return settings.end(since, touched, now) != null;
    }

    boolean cameBefore(Instant moment) {
        return !since.isAfter(moment);
    }
}

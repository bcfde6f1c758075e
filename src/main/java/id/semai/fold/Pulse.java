package id.semai.fold;

import java.time.Instant;

/** Whether the broker answers, and how far it is ahead. One thread tells, any may read. */
class Pulse {

    private volatile Instant heardAt;
    private volatile boolean connected;
    private volatile boolean catchingUp = true;
    private volatile long lag = -1;

    /** Whether that is news. */
    boolean heard(Instant at) {
        heardAt = at;
        return connect(true);
    }

    /** Whether that is news. */
    boolean unheard() {
        return connect(false);
    }

    /** Whether there being more to read, or no more, is news. */
    boolean behind(long records, boolean more) {
        lag = records;
        boolean news = catchingUp != more;
        catchingUp = more;
        return news;
    }

    void beginAnew() {
        catchingUp = true;
    }

    Instant heardAt() {
        return heardAt;
    }

    boolean connected() {
        return connected;
    }

    boolean catchingUp() {
        return catchingUp;
    }

    long lag() {
        return lag;
    }

    private boolean connect(boolean now) {
        boolean news = connected != now;
        connected = now;
        return news;
    }
}

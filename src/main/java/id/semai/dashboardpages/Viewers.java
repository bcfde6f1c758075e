package id.semai.dashboardpages;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Has what is looked at drawn anew when something has happened, and its viewers told. One thread, that rests as long as it
 * has worked: whoever reads the topics always has a processor, however many look on.
 */
@Component
@WithBoard
class Viewers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Viewers.class);
    private static final long TURN = Duration.ofMillis(50).toMillis();
    private static final long BEAT = Duration.ofSeconds(15).toNanos();

    private final Showings showings;
    private final int most;
    private volatile Thread thread;
    private long beatAt = System.nanoTime();

    /** @param most open pages on this node; whoever comes then asks now and then instead */
    Viewers(Showings showings, @Value("${semai.dashboard.viewers:2000}") int most) {
        this.showings = showings;
        this.most = most;
    }

    /** @throws Refusal if there is none */
    void requireRoom() {
        if (thread == null || count() >= most) {
            throw Refusal.busy();
        }
    }

    int count() {
        return showings.all().stream()
                .mapToInt(showing -> showing.viewers().size())
                .sum();
    }

    @Override
    public void start() {
        thread = new Thread(this::goOn, "dashboard-viewers");
        thread.setDaemon(true);
        thread.start();
    }

    private void goOn() {
        while (thread == Thread.currentThread()) {
            long began = System.nanoTime();
            try {
                turn();
            } catch (RuntimeException failure) {
                log.warn("Open dashboards are not told of a change; the next turn tries again", failure);
            }
            rest((System.nanoTime() - began) / 1_000_000);
        }
    }

    private void turn() {
        boolean beats = System.nanoTime() - beatAt > BEAT;
        for (Showing showing : showings.all()) {
            if (!showing.viewers().isEmpty() && showing.hasNews()) {
                showing.viewers().forEach(Viewer::look);
            } else if (beats) {
                showing.viewers().forEach(Viewer::beat);
            }
        }
        if (beats) {
            beatAt = System.nanoTime();
            showings.forget();
        }
    }

    private void rest(long worked) {
        try {
            Thread.sleep(Math.max(TURN, worked));
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            thread = null;
        }
    }

    /** Ends all streams, or the graceful end would wait for them. */
    @Override
    public void stop() {
        thread = null;
        showings.all().forEach(showing -> showing.viewers().forEach(Viewer::end));
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Before the web server waits for the requests under way. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}

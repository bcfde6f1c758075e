package id.semai.models;

import id.semai.models.Publisher.Published;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Brings the folder to life: once while the application starts, before the first request and before the first job, and
 * again whenever something in it is saved.
 */
@Component
class Watcher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Watcher.class);

    /** A folder that is written to all the time is read nevertheless: what is half is refused, the rest goes on. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private static final Duration GLANCE = Duration.ofMillis(50);

    /** Clocks of file systems are coarse: a file saved twice within this time may look as if it were saved once. */
    private static final Duration COARSE = Duration.ofSeconds(3);

    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final ModelFolder folder;
    private final Publisher publisher;
    private final NodeFolders nodes;
    private final Removed removed;
    private final ModelState state;
    private final ModelSettings settings;
    private final Clock clock;

    private Map<String, String> marks;
    private boolean certain;
    private boolean again;
    private Snapshot seen;
    private volatile CountDownLatch stopping;
    private Thread watching;
    private FolderBell bell;

    Watcher(
            ModelFolder folder,
            Publisher publisher,
            NodeFolders nodes,
            Removed removed,
            ModelState state,
            ModelSettings settings,
            Clock clock) {
        this.folder = folder;
        this.publisher = publisher;
        this.nodes = nodes;
        this.removed = removed;
        this.state = state;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void start() {
        folder.unpackIfMissing();
        if (folder.files().isEmpty()) {
            throw new IllegalStateException("Folder model %s tidak berisi model apa pun.".formatted(folder.path()));
        }
        look(Origin.START);
        stopping = new CountDownLatch(1);
        bell = new FolderBell(folder.path());
        watching = new Thread(this::watchUntilStopped, "models");
        watching.setDaemon(true);
        watching.start();
    }

    @Override
    public void stop() {
        stopping.countDown();
        bell.close();
        try {
            watching.join(STOP_WITHIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return stopping != null && stopping.getCount() > 0;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    private void watchUntilStopped() {
        while (isRunning()) {
            try {
                bell.await(settings.poll());
                lookAgain();
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException failure) {
                again = true;
                state.failed(failure);
            } catch (Error defect) {
                log.error("Looking at the models met a defect and goes on", defect);
            }
        }
    }

    /** What cannot be read or released now is tried again the next time. */
    void lookAgain() throws InterruptedException {
        folder.hand.lockInterruptibly();
        try {
            Map<String, String> now = folder.look();
            nodes.renew();
            if (!now.equals(marks) || !certain || again) {
                settle();
                look(Origin.FOLDER);
            }
            state.looked(clock.instant());
        } finally {
            folder.hand.unlock();
        }
    }

    /** Waits until nothing has changed for a moment, so that half a file does not count and what was saved together comes together. */
    private void settle() throws InterruptedException {
        Instant began = clock.instant();
        Instant since = began;
        Map<String, String> last = folder.look();
        while (Duration.between(since, clock.instant()).compareTo(settings.settle()) < 0
                && Duration.between(began, clock.instant()).compareTo(LONGEST_WAIT) < 0) {
            TimeUnit.MILLISECONDS.sleep(GLANCE.toMillis());
            Map<String, String> now = folder.look();
            if (!now.equals(last)) {
                since = clock.instant();
                last = now;
            }
        }
    }

    private void look(Origin origin) {
        marks = folder.look();
        certain = folder.newest().isBefore(clock.instant().minus(COARSE));
        Snapshot now = folder.read();
        if (!now.equals(seen) || again) {
            take(now, origin);
        }
    }

    private void take(Snapshot now, Origin origin) {
        again = true;
        Review review = publisher.review(now);
        if (origin == Origin.FOLDER && !review.errors().isEmpty() && isUnfinished(now)) {
            return;
        }
        Published published = publisher.publish(review, origin, new Release.By(null, nodes.name()));
        seen = now;
        again = false;
        keep(published);
    }

    /** What is bad may be half: it is looked at twice before it is called bad. */
    private boolean isUnfinished(Snapshot now) {
        try {
            settle();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return !folder.read().equals(now);
    }

    private void keep(Published published) {
        Review review = published.review();
        nodes.keep(review.bundles());
        state.count(published.released());
        state.saw(review);
        List<String> sentences = new ArrayList<>(publisher.earlier(review));
        sentences.addAll(removed.sentences(review));
        state.say(review, sentences);
    }
}

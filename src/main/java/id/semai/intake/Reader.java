package id.semai.intake;

import id.semai.fold.LiveBoard;
import id.semai.snapshots.Memory;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Keeps a board up to date for as long as the application runs, whatever becomes of Kafka meanwhile. */
class Reader implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Reader.class);

    private static final Duration WAIT = Duration.ofMillis(100);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    /** Stops before what it reads from, and after the pages that look at it. */
    private static final int PHASE = DEFAULT_PHASE - 4096;

    private final LiveBoard board;
    private final KafkaAccess access;
    private final DashboardSettings settings;
    private final Clock clock;
    private volatile CountDownLatch stopping;
    private Thread reading;
    private String failing;

    Reader(LiveBoard board, KafkaAccess access, DashboardSettings settings, Clock clock) {
        this.board = board;
        this.access = access;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void start() {
        stopping = new CountDownLatch(1);
        reading = new Thread(this::read, "dashboard");
        reading.start();
    }

    /** Leaves a snapshot behind, so that the next start goes on from here. */
    @Override
    public void stop() {
        stopping.countDown();
        try {
            reading.join(STOP_WITHIN.toMillis());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return stopping != null && stopping.getCount() > 0;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void read() {
        try (Memory memory = Memory.inOrNone(settings.folder(), settings.snapshot());
                Intake intake = new Intake(board, access, settings.topics(), memory, clock)) {
            intake.recall();
            while (isRunning()) {
                step(intake);
            }
            intake.keep();
        }
    }

    private void step(Intake intake) {
        try {
            intake.step(WAIT);
            intake.keepIfDue();
            failing = null;
        } catch (RuntimeException failure) {
            say(failure);
            // Kafka's clients leave it set, and only stop() ends this thread.
            Thread.interrupted();
            intake.disconnect();
            pause();
        }
    }

    /** The same failure comes once a second until it is over. */
    private void say(RuntimeException failure) {
        if (!failure.toString().equals(failing)) {
            failing = failure.toString();
            LOG.warn("Dasbor tidak dapat membaca Kafka di {} dan terus mencoba: {}", access.brokers(), failing);
        }
    }

    private void pause() {
        try {
            stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interruption) {
            // The next step begins at once.
        }
    }
}

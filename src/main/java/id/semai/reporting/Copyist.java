package id.semai.reporting;

import id.semai.dashboard.Board;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Brings the board into the tables once a second, as long as it is this node's turn. Whatever fails, it gives its turn up and
 * begins anew; the board itself does not notice.
 */
class Copyist implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Copyist.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(2);

    /** Stops before the database it writes to. */
    private static final int PHASE = DEFAULT_PHASE - 4096;

    private final Board board;
    private final DataSource database;
    private final ZoneId zone;
    private volatile CountDownLatch stopping;
    private Thread copying;
    private Turn turn;
    private Copy copy;
    private String failing;

    Copyist(Board board, DataSource database, ZoneId zone) {
        this.board = board;
        this.database = database;
        this.zone = zone;
    }

    @Override
    public void start() {
        stopping = new CountDownLatch(1);
        copying = new Thread(this::copyUntilStopped, "reporting");
        copying.setDaemon(true);
        copying.start();
    }

    @Override
    public void stop() {
        stopping.countDown();
        if (!ends()) {
            copying.interrupt();
            ends();
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

    private boolean ends() {
        try {
            copying.join(STOP_WITHIN.toMillis());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
        return !copying.isAlive();
    }

    private void copyUntilStopped() {
        while (isRunning()) {
            step();
            pause();
        }
        giveUp();
    }

    private void step() {
        try {
            if (turn != null || takeTurn()) {
                copy.round();
            }
            failing = null;
        } catch (SQLException | RuntimeException failure) {
            say(failure);
            giveUp();
        }
    }

    private boolean takeTurn() throws SQLException {
        Optional<Turn> mine = Turn.take(database);
        if (mine.isPresent()) {
            turn = mine.get();
            Tables tables = new Tables(turn.database());
            tables.zone(zone);
            copy = new Copy(board, tables, turn.transaction(), this::isRunning);
        }
        return mine.isPresent();
    }

    private void giveUp() {
        if (turn != null) {
            turn.close();
        }
        turn = null;
        copy = null;
    }

    /** The same failure comes once a second until it is over. */
    private void say(Exception failure) {
        if (isRunning() && !failure.toString().equals(failing)) {
            failing = failure.toString();
            LOG.warn("Tabel untuk alat laporan (skema reporting) tidak dapat diisi; dicoba terus: {}", failing);
        }
    }

    private void pause() {
        try {
            stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interruption) {
            // Only stop() interrupts, and the loop looks whether it did.
        }
    }
}

package id.semai.fuzz;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** What an application must not lose, however it is treated. */
final class Vitals {

    static final int IN_A_POOL = 8;
    /** Whoever copies the board for reports writes through the connection that holds their turn. */
    static final int OF_REPORTS = 1;

    static final long HEAP_BYTES = 64L << 20;

    private final HikariDataSource pool;
    private final Duration patience;
    private final int threads;
    private final long heap;

    /**
     * As it is now, after it has been used for a while.
     *
     * @param patience for what comes back by itself
     */
    Vitals(HikariDataSource pool, Duration patience) {
        this.pool = pool;
        this.patience = patience;
        this.threads = threads();
        this.heap = heap();
    }

    /** Threads, connections and megabytes that did not come back, beyond what pools may still fill up to. */
    int lost() {
        return lostThreads() + lostConnections() + lostMegabytes();
    }

    private int lostThreads() {
        return ended(() -> threads() <= threads + IN_A_POOL) ? 0 : threads() - threads;
    }

    /** Jobs take a connection now and then; what is lost never comes back. */
    private int lostConnections() {
        return ended(() -> connections() <= OF_REPORTS) ? 0 : connections() - OF_REPORTS;
    }

    private int connections() {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    private int lostMegabytes() {
        AtomicLong now = new AtomicLong();
        return ended(() -> {
                    now.set(heap());
                    return now.get() <= heap + HEAP_BYTES;
                })
                ? 0
                : (int) ((now.get() - heap) >> 20);
    }

    private boolean ended(Callable<Boolean> loss) {
        try {
            Awaitility.await().atMost(patience).until(loss);
            return true;
        } catch (ConditionTimeoutException lost) {
            return false;
        }
    }

    private static int threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Override
    public String toString() {
        return "threads " + threads + " then, " + threads() + " now; connections in use "
                + connections() + "; heap " + (heap >> 20) + " MB then, "
                + (heap() >> 20) + " MB now";
    }
}

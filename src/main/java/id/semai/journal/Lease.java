package id.semai.journal;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** This node's right to ship, renewed by a thread of its own for as long as another node has not taken over. */
final class Lease {

    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

    private final Unshipped unshipped;
    private final Duration duration;
    private final String node = UUID.randomUUID().toString();

    /** Null while this node has no lease. */
    private volatile Long epoch;

    private volatile boolean lost;

    Lease(Unshipped unshipped, Duration duration) {
        this.unshipped = unshipped;
        this.duration = duration;
    }

    /** Whether this node may ship from now on; false if another one does. */
    boolean acquire() {
        Optional<Long> next = unshipped.acquireLease(node, duration);
        epoch = next.orElse(null);
        return next.isPresent();
    }

    /**
     * Of the lease that was acquired.
     *
     * @throws LeaseLost if another node is known to have taken over
     */
    long epoch() {
        if (lost) {
            throw new LeaseLost(epoch);
        }
        return epoch;
    }

    /** Gives up what this node may hold; if the database cannot be told, it runs out. */
    void release() {
        try {
            if (epoch != null) {
                unshipped.releaseLease(epoch);
            }
        } catch (DataAccessException failure) {
            LOG.debug("The lease of epoch {} could not be given up and will run out", epoch, failure);
        } finally {
            epoch = null;
            lost = false;
        }
    }

    void keepUntil(CountDownLatch stopping) {
        Thread heartbeat = new Thread(() -> renewUntil(stopping), "relay-lease");
        heartbeat.setDaemon(true);
        heartbeat.start();
    }

    private void renewUntil(CountDownLatch stopping) {
        try {
            while (!stopping.await(duration.toMillis() / 4, TimeUnit.MILLISECONDS)) {
                renew(epoch);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void renew(Long current) {
        try {
            if (current != null) {
                unshipped.renewLease(current, duration);
            }
        } catch (LeaseLost loss) {
            lost = current.equals(epoch);
        } catch (DataAccessException failure) {
            LOG.debug("The lease of epoch {} could not be renewed", current, failure);
        }
    }
}

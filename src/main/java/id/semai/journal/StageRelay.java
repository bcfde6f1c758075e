package id.semai.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Carries what is committed to Kafka: all of it, once, and each innovation's events in their order.
 *
 * <p>Of all nodes one ships, by a lease in the database. It claims a batch there, sends it and the batch's number in one
 * Kafka transaction, and takes it off the queue. Whatever goes wrong in between, it gives the lease up and begins anew,
 * as another node would: shut the others out in Kafka, then ask Kafka whether the batch under way is there. Neither the
 * lease's clock nor the order in which two nodes wake up matters for that; they only decide who ships.
 */
@Component
class StageRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StageRelay.class);

    private static final int SMALLEST_LIMIT = 500;
    private static final int LARGEST_LIMIT = 5_000;
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    /** Stops after the web server, whose last requests still write events. */
    private static final int PHASE = DEFAULT_PHASE - 4096;

    private final Unshipped unshipped;
    private final KafkaOutlet kafka;
    private final JournalSettings settings;
    private final Lease lease;
    private final Semaphore awake = new Semaphore(0);
    private final AtomicLong shipped = new AtomicLong();
    private final AtomicLong takeOvers = new AtomicLong();
    private final AtomicLong fencings = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();

    private volatile State state = State.STANDBY;
    private volatile String lastError;
    private volatile Instant lastErrorAt;
    private boolean rehearsed;
    private int limit = SMALLEST_LIMIT;
    private Duration pause = SHORTEST_PAUSE;

    private volatile CountDownLatch stopping;
    private Thread shipping;

    StageRelay(Unshipped unshipped, KafkaOutlet kafka, JournalSettings settings) {
        this.unshipped = unshipped;
        this.kafka = kafka;
        this.settings = settings;
        this.lease = new Lease(unshipped, settings.lease());
    }

    /** Something has been committed; never blocks and never fails. */
    void wake() {
        if (awake.availablePermits() == 0) {
            awake.release();
        }
    }

    /** One step of the loop: takes over if nobody ships, ships one batch if something waits. How many events it shipped. */
    int shipOnce() {
        try {
            int events = state == State.SHIPPING || takeOver() ? shipBatch() : 0;
            pause = SHORTEST_PAUSE;
            return events;
        } catch (LeaseLost loss) {
            standBy(loss);
        } catch (DataAccessException failure) {
            giveUp(State.WAITING_FOR_DATABASE, failure);
        } catch (RuntimeException failure) {
            if (isFencing(failure)) {
                fencings.incrementAndGet();
                standBy(failure);
            } else {
                giveUp(State.WAITING_FOR_KAFKA, failure);
            }
        }
        return 0;
    }

    @Override
    public void start() {
        stopping = new CountDownLatch(1);
        shipping = new Thread(this::shipUntilStopped, "relay");
        shipping.start();
        lease.keepUntil(stopping);
    }

    /** Finishes the batch under way and gives the lease up, so that another node goes on at once. */
    @Override
    public void stop() {
        stopping.countDown();
        wake();
        if (!ends(shipping)) {
            shipping.interrupt();
            ends(shipping);
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

    State state() {
        return state;
    }

    String brokers() {
        return kafka.brokers();
    }

    /** Why it last had to begin anew; null if it never had to. */
    String lastError() {
        return lastError;
    }

    /** Null if it never had to. */
    Instant lastErrorAt() {
        return lastErrorAt;
    }

    long failures() {
        return failures.get();
    }

    long shipped() {
        return shipped.get();
    }

    long takeOvers() {
        return takeOvers.get();
    }

    long fencings() {
        return fencings.get();
    }

    private boolean takeOver() {
        if (!lease.acquire()) {
            state = State.STANDBY;
            rehearse();
            return false;
        }
        long began = System.nanoTime();
        kafka.open();
        unshipped.underWay(lease.epoch()).ifPresent(this::settle);
        takeOvers.incrementAndGet();
        state = State.SHIPPING;
        LOG.info(
                "Shipping events to Kafka at {}, epoch {}, {} ms after the lease was taken",
                kafka.brokers(),
                lease.epoch(),
                Duration.ofNanos(System.nanoTime() - began).toMillis());
        return true;
    }

    /** A first take-over loads half of the Kafka client; who stands by has the time to do so beforehand. */
    private void rehearse() {
        if (!rehearsed) {
            rehearsed = true;
            try {
                kafka.rehearse();
            } catch (KafkaException failure) {
                LOG.debug("Kafka cannot be used for now, which matters to the node that ships", failure);
                kafka.close();
            }
        }
    }

    /** A batch that this or another node left: sent again only if Kafka does not hold it. */
    private void settle(Batch batch) {
        boolean held = kafka.holds(batch);
        LOG.info(
                "Batch {} of {} events was under way; Kafka {} it",
                batch.number(),
                batch.size(),
                held ? "holds" : "lacks");
        if (held) {
            forget(batch);
        } else {
            ship(batch);
        }
    }

    private int shipBatch() {
        Optional<Batch> claimed = unshipped.claim(lease.epoch(), limit);
        claimed.ifPresent(this::ship);
        int events = claimed.map(Batch::size).orElse(0);
        limit = events == limit ? Math.min(2 * limit, LARGEST_LIMIT) : SMALLEST_LIMIT;
        return events;
    }

    private void ship(Batch batch) {
        kafka.ship(batch);
        shipped.addAndGet(batch.size());
        forget(batch);
    }

    private void forget(Batch batch) {
        unshipped.forget(lease.epoch(), batch);
    }

    private static boolean isFencing(Throwable failure) {
        return failure instanceof ProducerFencedException
                || failure instanceof InvalidProducerEpochException
                || (failure.getCause() != null && isFencing(failure.getCause()));
    }

    private void standBy(RuntimeException loss) {
        LOG.info("Another node ships now; standing by: {}", loss.getMessage());
        beginAnew(State.STANDBY, loss);
    }

    private void giveUp(State next, RuntimeException failure) {
        if (state != next) {
            LOG.warn(
                    "{}; {} events wait and will go out by themselves: {}",
                    next == State.WAITING_FOR_KAFKA
                            ? "Kafka at " + kafka.brokers() + " cannot be used"
                            : "The database cannot be used",
                    waiting(),
                    failure.toString());
        }
        LOG.debug("The relay begins anew", failure);
        beginAnew(next, failure);
    }

    private void beginAnew(State next, RuntimeException failure) {
        state = next;
        lastError = failure.toString();
        lastErrorAt = Instant.now();
        failures.incrementAndGet();
        lease.release();
        kafka.close();
    }

    private String waiting() {
        try {
            return Long.toString(unshipped.backlog().events());
        } catch (DataAccessException failure) {
            return "all unshipped";
        }
    }

    private void shipUntilStopped() {
        while (stopping.getCount() > 0) {
            long began = System.nanoTime();
            int events = survive();
            if (events == 0) {
                rest();
            } else if (events < SMALLEST_LIMIT) {
                letGather(Pace.restAfter(Duration.ofNanos(System.nanoTime() - began)));
            }
        }
        lease.release();
        if (state == State.SHIPPING) {
            LOG.info("No longer ships; the lease is free");
        }
        kafka.close();
        state = State.STANDBY;
    }

    private int survive() {
        try {
            return shipOnce();
        } catch (Throwable defect) {
            LOG.error("The relay met a defect and begins anew", defect);
            beginAnew(State.WAITING_FOR_KAFKA, new IllegalStateException(defect));
            return 0;
        }
    }

    private void rest() {
        try {
            if (state == State.SHIPPING || state == State.STANDBY) {
                awake.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
            } else {
                stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        } catch (InterruptedException stop) {
            LOG.debug("Woken up to stop");
        }
    }

    private void letGather(Duration rest) {
        try {
            stopping.await(rest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stop) {
            LOG.debug("Woken up to stop");
        }
    }

    private boolean ends(Thread thread) {
        try {
            thread.join(STOP_WITHIN.toMillis());
        } catch (InterruptedException impatience) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    enum State {
        /** Another node ships. */
        STANDBY,
        /** This node ships. */
        SHIPPING,
        /** Events wait; tried again by itself. */
        WAITING_FOR_KAFKA,
        /** Tried again by itself. */
        WAITING_FOR_DATABASE
    }
}

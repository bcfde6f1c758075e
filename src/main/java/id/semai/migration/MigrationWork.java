package id.semai.migration;

import id.semai.migration.Outcome.State;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works off what is ordered, on every node, one instance after the other, each in a transaction of its own: a node that
 * dies leaves an instance where it was, for another. It rests as long as it works, so that people get their turn.
 */
@Component
class MigrationWork implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MigrationWork.class);

    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration LONGEST_REST = Duration.ofSeconds(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);
    private static final int MOST_TRIES = 5;
    /** Somebody else worked on the instance at the same moment; that is no fault of it. */
    private static final int MOST_CONFLICTS = 100;

    private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "55P03");

    private final Orders orders;
    private final Routes routes;
    private final Mover mover;
    private final TransactionTemplate snapshot;
    private final TransactionTemplate transaction;
    private final Map<UUID, Route> known = new ConcurrentHashMap<>();
    private final BlockingQueue<Boolean> bell = new ArrayBlockingQueue<>(1);
    private volatile Thread worker;

    @Autowired
    MigrationWork(Orders orders, Routes routes, Mover mover, PlatformTransactionManager transactions) {
        this.orders = orders;
        this.routes = routes;
        this.mover = mover;
        this.transaction = new TransactionTemplate(transactions);
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** There may be something to do. */
    void wake() {
        bell.offer(true);
    }

    /** One instance, whatever becomes of it; false if there is none to move now. */
    boolean step() {
        AtomicReference<Ticket> taken = new AtomicReference<>();
        try {
            return Boolean.TRUE.equals(snapshot.execute(
                    status -> orders.take().map(ticket -> move(ticket, taken)).orElse(false)));
        } catch (RuntimeException failure) {
            if (taken.get() == null) {
                if (isConflict(failure)) {
                    return true;
                }
                throw failure;
            }
            note(taken.get(), failure);
            return true;
        }
    }

    private boolean move(Ticket ticket, AtomicReference<Ticket> taken) {
        taken.set(ticket);
        Route route = known.computeIfAbsent(
                ticket.migration(), id -> routes.find(ticket.fromDefinition(), ticket.toDefinition()));
        orders.settle(ticket, mover.move(route, ticket));
        return true;
    }

    /** What has been worked off is done, unless more has begun in the old version meanwhile. */
    void finish() {
        for (UUID migration : orders.workedOff()) {
            transaction.executeWithoutResult(status -> {
                if (orders.enrol(migration) == 0) {
                    orders.finish(migration);
                    known.remove(migration);
                }
            });
        }
    }

    private void note(Ticket ticket, RuntimeException failure) {
        String sentence = sentence(failure);
        if (isConflict(failure) && ticket.tries() < MOST_CONFLICTS) {
            orders.tryAgain(ticket, sentence, Duration.ofMillis(50L * Math.min(ticket.tries() + 1, 40)));
        } else if (failure instanceof MigratingProcessInstanceValidationException) {
            orders.settle(ticket, Outcome.stays(List.of(sentence)));
        } else if (ticket.tries() + 1 < MOST_TRIES) {
            log.info("Instance {} did not move, it is tried again: {}", ticket.instance(), failure.toString());
            orders.tryAgain(ticket, sentence, Duration.ofSeconds(1L << ticket.tries()));
        } else {
            log.warn("Instance {} did not move and stays on its version", ticket.instance(), failure);
            orders.settle(ticket, new Outcome(State.FAILED, sentence));
        }
    }

    private static String sentence(RuntimeException failure) {
        if (isConflict(failure)) {
            return "Sedang dikerjakan orang lain; dicoba lagi.";
        }
        String cause = NestedExceptionUtils.getMostSpecificCause(failure).getMessage();
        String what = cause == null ? failure.getClass().getSimpleName() : cause.replaceAll("\\s+", " ");
        return "Pemindahan ditolak: " + (what.length() <= 500 ? what : what.substring(0, 499) + "…");
    }

    private static boolean isConflict(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof OptimisticLockingException
                    || at instanceof ConcurrencyFailureException
                    || at instanceof SQLException database && CONFLICTS.contains(database.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void start() {
        Thread thread = new Thread(this::work, "migration");
        thread.setDaemon(true);
        worker = thread;
        thread.start();
    }

    private void work() {
        try {
            while (worker == Thread.currentThread()) {
                long began = System.nanoTime();
                if (!stepOrTell()) {
                    bell.poll(POLL.toMillis(), TimeUnit.MILLISECONDS);
                } else {
                    Duration rest = Duration.ofNanos(System.nanoTime() - began);
                    Thread.sleep((rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST).toMillis());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean stepOrTell() {
        try {
            if (step()) {
                return true;
            }
            finish();
        } catch (RuntimeException trouble) {
            if (worker == Thread.currentThread()) {
                log.warn("Migrations rest for {}: {}", POLL, trouble.toString());
            }
        }
        return false;
    }

    /** The instance under way is finished if it can be within seconds; else it stays where it was. */
    @Override
    public void stop() {
        Thread thread = worker;
        worker = null;
        if (thread == null) {
            return;
        }
        wake();
        try {
            thread.join(STOP_WITHIN.toMillis());
        } catch (InterruptedException impatience) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }
}

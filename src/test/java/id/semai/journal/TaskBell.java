package id.semai.journal;

import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells all who wait for a task when it has come, at a price that does not depend on how many wait and for how long: who
 * asks the server again and again makes a slower server do more.
 */
class TaskBell implements BiConsumer<String, String>, AutoCloseable {

    private static final int LOOK_EVERY_MS = 20;
    private static final int PATIENCE_MS = 60_000;

    private final JdbcClient database;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private Set<String> open = Set.of();

    TaskBell(JdbcClient database) {
        this.database = database;
        clock.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        Set<String> found = database.sql(
                        "select instance.business_key_ || ' ' || task.task_def_key_ from act_ru_task task join act_ru_execution instance on instance.id_ = task.proc_inst_id_")
                .query(String.class)
                .set();
        synchronized (this) {
            open = found;
            notifyAll();
        }
    }

    @Override
    public synchronized void accept(String businessKey, String key) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
        try {
            while (!open.contains(businessKey + " " + key) && System.nanoTime() < until) {
                wait(PATIENCE_MS);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}

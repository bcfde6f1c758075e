package id.semai.simulation;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/** Ctrl-C lets what is under way come to its end before the servers stop: the first to be stopped. */
final class Interruption implements SmartLifecycle {

    private static final int PATIENCE_IN_SECONDS = 60;

    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Simulation simulation;
    private volatile boolean running;

    void concerns(Simulation begun) {
        simulation = begun;
    }

    void ended() {
        ended.countDown();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        if (simulation == null) {
            return;
        }
        simulation.stop();
        try {
            ended.await(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}

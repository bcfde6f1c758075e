package id.semai.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Does what happens at one moment: the errands of one government one after the other, so that they cannot disturb each
 * other, those of different governments at the same time.
 */
final class Crew implements AutoCloseable {

    private final ExecutorService threads;

    Crew(int size) {
        this.threads = Executors.newFixedThreadPool(size, work -> {
            Thread thread = new Thread(work, "simulasi");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Returns when all is done. */
    void does(List<Errand> errands) {
        Map<Region, List<Errand>> byRegion = new LinkedHashMap<>();
        errands.forEach(errand -> byRegion.computeIfAbsent(errand.region(), any -> new ArrayList<>())
                .add(errand));
        if (byRegion.size() == 1) {
            inOrder(errands);
        } else {
            await(byRegion.values());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void await(Iterable<List<Errand>> portions) {
        List<Callable<Void>> calls = new ArrayList<>();
        portions.forEach(portion -> calls.add(() -> {
            inOrder(portion);
            return null;
        }));
        try {
            for (Future<Void> done : threads.invokeAll(calls)) {
                done.get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }

    private static void inOrder(List<Errand> errands) {
        errands.forEach(errand -> errand.work().run());
    }
}

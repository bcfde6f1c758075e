package id.semai.snapshots;

import id.semai.dashboard.Aside;
import id.semai.fold.Snapshot;
import id.semai.fold.Snapshot.TopicMark;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What outlives the process, so that it need not read everything again. Whatever fails here stops nothing. */
public class Memory implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Memory.class);

    private final Folder folder;
    private final Duration every;
    private volatile Map<String, TopicMark> kept = Map.of();
    private long keptAt = System.nanoTime();
    private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);

    private Memory(Folder folder, Duration every) {
        this.folder = folder;
        this.every = every;
    }

    /**
     * @param every how often it is due
     * @throws IOException saying, in an Indonesian sentence, that the folder cannot be written or that somebody else holds it
     */
    public static Memory in(Path folder, Duration every) throws IOException {
        return new Memory(Folder.open(folder), every);
    }

    /** Remembers nothing if the folder cannot be had; that is said. */
    public static Memory inOrNone(Path folder, Duration every) {
        try {
            return in(folder, every);
        } catch (IOException refusal) {
            LOG.warn("{} Tanpa folder itu dasbor membaca semuanya dari awal setiap kali.", refusal.getMessage());
            return new Memory(null, every);
        }
    }

    /** Empty unless there is a whole snapshot of these topics; what else there is, is thrown away. */
    public Optional<Past> recall(Set<String> topics) {
        if (folder == null) {
            return Optional.empty();
        }
        try {
            if (folder.snapshot().exists()) {
                return recall(folder.snapshot().read(), topics);
            }
        } catch (IOException | RuntimeException damage) {
            LOG.warn(
                    "Potret dasbor rusak atau bukan dari versi ini; dibuang, dan semuanya dibaca lagi dari awal: {}",
                    damage.getMessage());
        }
        forget();
        return Optional.empty();
    }

    /** Everything is told again from the beginning. */
    public void forget() {
        kept = Map.of();
        if (folder != null) {
            writing.join();
            trying(() -> {
                folder.snapshot().delete();
                folder.asides().clear();
            });
        }
    }

    public void note(Aside aside) {
        if (folder != null) {
            trying(() -> folder.asides().append(aside));
        }
    }

    /** Whether the last snapshot is old enough, and written. */
    public boolean isDue() {
        return System.nanoTime() - keptAt >= every.toNanos() && writing.isDone();
    }

    /** Returns before it is written; does nothing if nothing has come since the last one. */
    public void keepBeside(Map<String, TopicMark> marks, Function<Map<String, TopicMark>, Snapshot> board) {
        if (isWorthKeeping(marks)) {
            Snapshot snapshot = take(marks, board);
            writing = CompletableFuture.runAsync(() -> write(snapshot));
        }
    }

    /** Returns when it is written; does nothing if nothing has come since the last one. */
    public void keep(Map<String, TopicMark> marks, Function<Map<String, TopicMark>, Snapshot> board) {
        writing.join();
        if (isWorthKeeping(marks)) {
            write(take(marks, board));
        }
    }

    @Override
    public void close() {
        writing.join();
        if (folder != null) {
            trying(folder::close);
        }
    }

    private Optional<Past> recall(Snapshot snapshot, Set<String> topics) throws IOException {
        if (!topics.containsAll(snapshot.topics().keySet())) {
            LOG.warn(
                    "Potret dasbor berasal dari topik lain ({}); dibuang, dan semuanya dibaca lagi dari awal.",
                    String.join(", ", snapshot.topics().keySet()));
            forget();
            return Optional.empty();
        }
        List<Aside> asides = folder.asides().backTo(snapshot.topics());
        kept = snapshot.topics();
        return Optional.of(new Past(snapshot, asides));
    }

    private boolean isWorthKeeping(Map<String, TopicMark> marks) {
        return folder != null && !marks.equals(kept);
    }

    private Snapshot take(Map<String, TopicMark> marks, Function<Map<String, TopicMark>, Snapshot> board) {
        kept = marks;
        keptAt = System.nanoTime();
        return board.apply(marks);
    }

    /** What could not be written is worth keeping the next time, also if nothing has come until then. */
    private void write(Snapshot snapshot) {
        if (!trying(() -> folder.snapshot().write(snapshot))) {
            kept = Map.of();
        }
    }

    private static boolean trying(Writing writing) {
        try {
            writing.run();
            return true;
        } catch (IOException | RuntimeException failure) {
            LOG.warn("Dasbor tidak dapat menulis ke foldernya; ia tetap membaca, dan mencoba lagi.", failure);
            return false;
        }
    }

    /** @param asides those set aside before the snapshot was taken, the newest first */
    public record Past(Snapshot snapshot, List<Aside> asides) {}

    private interface Writing {
        void run() throws IOException;
    }
}

package id.semai.dashboard;

import id.semai.dashboard.Snapshot.TopicMark;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What outlives the process, so that it need not read everything again. Whatever fails here stops nothing. */
class Memory implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Memory.class);

    private final Folder folder;
    private final Duration every;
    private Map<String, TopicMark> kept = Map.of();
    private long keptAt = System.nanoTime();
    private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);

    /** @param folder null to remember nothing */
    Memory(Folder folder, Duration every) {
        this.folder = folder;
        this.every = every;
    }

    /** Remembers nothing if the folder cannot be had; that is said. */
    static Memory open(DashboardSettings settings) {
        try {
            return new Memory(Folder.open(settings.folder()), settings.snapshot());
        } catch (IOException refusal) {
            LOG.warn("{} Tanpa folder itu dasbor membaca semuanya dari awal setiap kali.", refusal.getMessage());
            return new Memory(null, settings.snapshot());
        }
    }

    /** Brings back the board and the place in the topics, if there is a whole snapshot of these topics. */
    void recall(LiveBoard board, Intake intake, DashboardSettings.Topics topics) {
        if (folder == null) {
            return;
        }
        try {
            if (folder.snapshot().exists()) {
                recall(folder.snapshot().read(), board, intake, topics);
                return;
            }
        } catch (IOException | RuntimeException damage) {
            LOG.warn(
                    "Potret dasbor rusak atau bukan dari versi ini; dibuang, dan semuanya dibaca lagi dari awal: {}",
                    damage.getMessage());
            board.forgetAll();
        }
        forget();
    }

    /** Everything is told again from the beginning. */
    void forget() {
        kept = Map.of();
        if (folder != null) {
            finishWriting();
            trying(() -> {
                folder.snapshot().delete();
                folder.asides().clear();
            });
        }
    }

    void note(Aside aside) {
        if (folder != null) {
            trying(() -> folder.asides().append(aside));
        }
    }

    /** Writes beside the reading if it is time, and something has come. */
    void keepIfDue(LiveBoard board, Intake intake) {
        if (System.nanoTime() - keptAt < every.toNanos() || !writing.isDone() || !isWorthKeeping(intake)) {
            return;
        }
        Snapshot snapshot = take(board, intake);
        writing = CompletableFuture.runAsync(() -> write(snapshot));
    }

    void keep(LiveBoard board, Intake intake) {
        if (isWorthKeeping(intake)) {
            finishWriting();
            write(take(board, intake));
        }
    }

    @Override
    public void close() {
        finishWriting();
        if (folder != null) {
            trying(folder::close);
        }
    }

    private void recall(Snapshot snapshot, LiveBoard board, Intake intake, DashboardSettings.Topics topics)
            throws IOException {
        if (!Set.of(topics.stageTransitions(), topics.units())
                .containsAll(snapshot.topics().keySet())) {
            LOG.warn(
                    "Potret dasbor berasal dari topik lain ({}); dibuang, dan semuanya dibaca lagi dari awal.",
                    String.join(", ", snapshot.topics().keySet()));
            forget();
            return;
        }
        board.replace(snapshot, folder.asides().backTo(snapshot.topics()));
        intake.resume(snapshot.topics());
        kept = snapshot.topics();
    }

    private boolean isWorthKeeping(Intake intake) {
        return folder != null && intake.isSettled() && !intake.marks().equals(kept);
    }

    private Snapshot take(LiveBoard board, Intake intake) {
        kept = intake.marks();
        keptAt = System.nanoTime();
        return board.snapshot(kept);
    }

    private void write(Snapshot snapshot) {
        trying(() -> folder.snapshot().write(snapshot));
    }

    private void finishWriting() {
        writing.join();
    }

    private static void trying(Writing writing) {
        try {
            writing.run();
        } catch (IOException | RuntimeException failure) {
            LOG.warn("Dasbor tidak dapat menulis ke foldernya; ia tetap membaca, dan mencoba lagi.", failure);
        }
    }

    private interface Writing {
        void run() throws IOException;
    }
}

package id.semai.intake;

import id.semai.dashboard.Freshness;
import id.semai.fold.LiveBoard;
import id.semai.snapshots.Memory;
import id.semai.terminal.CommandFailure;
import id.semai.terminal.Progress;
import id.semai.terminal.Terminal;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** Reads everything from offset 0 once more and leaves a snapshot of it. */
class Rebuild {

    private static final Duration WAIT = Duration.ofMillis(100);
    private static final Duration GIVE_UP_AFTER = Duration.ofSeconds(30);

    private final KafkaAccess access;
    private final DashboardSettings settings;
    private final Clock clock;
    private long moved = System.nanoTime();

    Rebuild(KafkaAccess access, DashboardSettings settings, Clock clock) {
        this.access = access;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws CommandFailure if somebody else holds the folder, or Kafka is not there */
    void run(Terminal terminal) {
        requireTopics();
        LiveBoard board = new LiveBoard(clock.instant());
        try (Memory memory = memory();
                Intake intake = new Intake(board, access, settings.topics(), memory, clock)) {
            memory.forget();
            Duration taken = read(intake, board, terminal);
            intake.keep();
            terminal.say(report(board, taken));
        } catch (KafkaException failure) {
            throw new CommandFailure("Kafka di " + access.brokers() + " tidak dapat dibaca: " + failure.getMessage());
        }
    }

    private void requireTopics() {
        List<String> names = settings.topics().all();
        try (Probe probe = new Probe(Admin.create(access.admin()), names)) {
            Optional<Probe.Answer> answer = probe.look();
            while (answer.isEmpty()) {
                LockSupport.parkNanos(WAIT.toNanos());
                answer = probe.look();
            }
            requireTopics(names, answer.get());
        }
    }

    private void requireTopics(List<String> names, Probe.Answer answer) {
        if (answer.failure() != null) {
            throw new CommandFailure(
                    "Kafka di " + access.brokers() + " tidak dapat dihubungi: jalankan Kafka dahulu, atau periksa"
                            + " semai.embedded.kafka-port dan spring.kafka.bootstrap-servers.",
                    answer.failure());
        }
        if (!answer.present().keySet().containsAll(names)) {
            throw new CommandFailure("Topik " + String.join(" atau ", names) + " tidak ada di Kafka " + access.brokers()
                    + ": periksa semai.dashboard.topics.");
        }
    }

    private Memory memory() {
        try {
            return Memory.in(settings.folder(), settings.snapshot());
        } catch (IOException refusal) {
            throw new CommandFailure(refusal.getMessage(), refusal);
        }
    }

    private Duration read(Intake intake, LiveBoard board, Terminal terminal) {
        while (!intake.isAnswered()) {
            step(intake);
        }
        long all = board.freshness().events() + intake.remaining();
        Progress progress = terminal.progress("dasbor", all);
        while (board.freshness().catchingUp()) {
            step(intake);
            progress.reach(all - intake.remaining());
        }
        progress.end();
        return progress.elapsed();
    }

    private void step(Intake intake) {
        if (intake.step(WAIT) > 0) {
            moved = System.nanoTime();
        }
        if (System.nanoTime() - moved > GIVE_UP_AFTER.toNanos()) {
            throw new CommandFailure("Kafka di " + access.brokers()
                    + " tidak menjawab lagi: ulangi nanti; potret yang lama sudah dibuang.");
        }
    }

    private String report(LiveBoard board, Duration taken) {
        Freshness state = board.freshness();
        System.gc();
        Runtime machine = Runtime.getRuntime();
        return """
                %s peristiwa dari %s inovasi dan %s unit dalam %s (%s per detik); %s disisihkan, %s inovasi tidak lengkap.
                Memori setelah dibersihkan: %s MB. Potret ada di %s."""
                .formatted(
                        Progress.number(state.events()),
                        Progress.number(board.journeys().size()),
                        Progress.number(board.units().size()),
                        Progress.duration(taken),
                        Progress.number(1_000 * state.events() / Math.max(1, taken.toMillis())),
                        Progress.number(state.setAside()),
                        Progress.number(state.incomplete()),
                        Progress.number((machine.totalMemory() - machine.freeMemory()) / 1_000_000),
                        settings.folder().toAbsolutePath().normalize());
    }
}

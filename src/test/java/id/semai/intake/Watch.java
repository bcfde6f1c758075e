package id.semai.intake;

import id.semai.fold.LiveBoard;
import id.semai.snapshots.Memory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.autoconfigure.kafka.KafkaConnectionDetails;
import org.springframework.boot.autoconfigure.kafka.KafkaProperties;
import org.springframework.boot.ssl.SslBundles;

/** A board over real topics that a test moves by hand, and whose life it may end at any moment. */
public class Watch implements AutoCloseable {

    private static final Duration WAIT = Duration.ofMillis(20);

    public final LiveBoard board = new LiveBoard(Clock.systemUTC().instant());
    private final Memory memory;
    private final Intake intake;

    public Watch(KafkaAccess access, DashboardSettings settings) {
        try {
            memory = Memory.in(settings.folder(), settings.snapshot());
        } catch (IOException refusal) {
            throw new UncheckedIOException(refusal);
        }
        intake = new Intake(board, access, settings.topics(), memory, Clock.systemUTC());
        intake.recall();
    }

    /** @param folder for what it remembers */
    public static Watch of(String broker, Path folder) {
        return new Watch(
                access(() -> List.of(broker), Map.of()),
                settings(folder, "semai.stage-transitions.v1", "semai.units.v1"));
    }

    public static DashboardSettings settings(Path folder, String stages, String units) {
        return new DashboardSettings(true, folder, new DashboardSettings.Topics(stages, units), Duration.ofMinutes(1));
    }

    /** @param more of the consumer, such as what a test puts in its way */
    public static KafkaAccess access(KafkaConnectionDetails details, Map<String, String> more) {
        KafkaProperties properties = new KafkaProperties();
        properties.getConsumer().getProperties().put("fetch.max.wait.ms", "20");
        properties.getConsumer().getProperties().putAll(more);
        return new KafkaAccess(properties, details, new StaticListableBeanFactory().getBeanProvider(SslBundles.class));
    }

    public int step() {
        return intake.step(WAIT);
    }

    /** Until everything that lies in the topics is on the board; what has come since the last look is known only by looking. */
    public Watch upToDate() {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        do {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not up to date: " + board.freshness());
            }
            step();
        } while (board.freshness().catchingUp() || board.freshness().lag() != 0);
        return this;
    }

    void loseConnection() {
        intake.disconnect();
    }

    public void keepSnapshot() {
        intake.keep();
    }

    /** Everything that can be asked, but for what depends on how often it was told. */
    public static Map<String, Object> all(LiveBoard board) {
        Map<String, Object> all = new HashMap<>();
        all.put("journeys", Set.copyOf(board.journeys()));
        all.put("units", board.units());
        all.put("models", board.models());
        all.put("names", board.snapshot(Map.of()).names());
        all.put("events", board.freshness().events());
        all.put("others", board.freshness().others());
        all.put("incomplete", board.freshness().incomplete());
        return all;
    }

    /** Without leaving a snapshot: what a killed process leaves behind. */
    @Override
    public void close() {
        intake.close();
        memory.close();
    }
}

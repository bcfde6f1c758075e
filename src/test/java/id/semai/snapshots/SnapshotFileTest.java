package id.semai.snapshots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.semai.events.Wire;
import id.semai.fold.LiveBoard;
import id.semai.fold.Snapshot;
import id.semai.fold.Snapshot.TopicMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotFileTest {

    private static final TopicPartition PLACE = new TopicPartition("stages", 0);
    private static final Map<String, TopicMark> MARKS =
            Map.of("stages", new TopicMark("id-1", new TreeMap<>(Map.of(0, 37L, 11, 4_000_000_000L))));

    @TempDir
    Path folder;

    private final LiveBoard board = new LiveBoard(Instant.EPOCH);
    private SnapshotFile file;

    @BeforeEach
    void fill() {
        file = new SnapshotFile(folder.resolve("snapshot"));
        Wire.sample().forEach(event -> board.apply(Wire.told(event), PLACE, false));
        board.apply(Wire.told(Wire.started("a")), PLACE, false);
        board.apply(Wire.told(Wire.entered("a", 3, "lab", 1)), PLACE, false);
        board.settle(PLACE);
        board.apply(Wire.told(Wire.model("lab", 1, 1)), PLACE, false);
        board.applyUnit(Wire.told(Wire.unit("dikbud", 1, event -> {})), 9);
        board.apply(Wire.told(Wire.of("stage-entered", "a", 4, event -> event.put("type", "later.v2"))), PLACE, false);
    }

    @Test
    void whatIsWrittenIsReadBackToTheLastDigit() throws Exception {
        Snapshot written = board.snapshot(MARKS);
        file.write(written);
        file.write(written);

        LiveBoard other = new LiveBoard(Instant.EPOCH);
        Snapshot read = file.read();
        other.replace(read, List.of());

        assertThat(read.topics()).isEqualTo(MARKS);
        assertThat(Set.copyOf(other.journeys())).isEqualTo(Set.copyOf(board.journeys()));
        assertThat(other.units()).isEqualTo(board.units());
        assertThat(other.models()).isEqualTo(board.models());
        assertThat(other.label("stage", "commitment")).isEqualTo("Komitmen inovasi");
        assertThat(other.freshness()).isEqualTo(board.freshness());
        assertThat(other.freshness().incomplete()).isEqualTo(1);
    }

    @Test
    void aBoardThatWasReadBackGoesOn() throws Exception {
        file.write(board.snapshot(MARKS));
        LiveBoard other = new LiveBoard(Instant.EPOCH);
        other.replace(file.read(), List.of());
        for (LiveBoard each : List.of(board, other)) {
            each.apply(Wire.told(Wire.entered("a", 5, "lab.design", 1)), PLACE, false);
        }

        assertThat(other.journey("a")).isEqualTo(board.journey("a"));
    }

    @Test
    void noDamageGoesUnnoticed() throws Exception {
        file.write(board.snapshot(MARKS));
        byte[] whole = Files.readAllBytes(folder.resolve("snapshot"));
        Snapshot right = file.read();
        for (int place = 0; place < whole.length; place += 3) {
            byte[] damaged = whole.clone();
            damaged[place] ^= 0x10;
            Files.write(folder.resolve("snapshot"), damaged);
            assertDamaged(right);
            Files.write(folder.resolve("snapshot"), Arrays.copyOf(whole, place));
            assertDamaged(right);
        }
    }

    @Test
    void anotherFormatIsRefused() throws Exception {
        for (String text : List.of(
                "{\"format\":\"semai-dashboard\",\"version\":2} 0",
                "{\"format\":\"other\",\"version\":1} 0",
                "[] 0",
                "")) {
            try (var packed = new GZIPOutputStream(Files.newOutputStream(folder.resolve("snapshot")))) {
                packed.write(text.getBytes());
            }
            assertThatThrownBy(file::read).isInstanceOf(IOException.class);
        }
    }

    @Test
    void whatFollowsTheInnovationsIsRefused() throws Exception {
        file.write(board.snapshot(MARKS));
        byte[] whole;
        try (var plain = new GZIPInputStream(Files.newInputStream(folder.resolve("snapshot")))) {
            whole = plain.readAllBytes();
        }
        for (String more : List.of(" 0", " []", " {}", " x")) {
            try (var packed = new GZIPOutputStream(Files.newOutputStream(folder.resolve("snapshot")))) {
                packed.write(whole);
                packed.write(more.getBytes());
            }
            assertThatThrownBy(file::read).as(more).isInstanceOf(IOException.class);
        }
    }

    @Test
    void whoeverIsKilledWhileWritingLeavesTheOneBefore() throws Exception {
        file.write(board.snapshot(MARKS));
        Files.writeString(folder.resolve("snapshot.next"), "half of");

        assertThat(file.read().journeys()).hasSize(2);
        file.write(board.snapshot(MARKS));
        assertThat(folder.resolve("snapshot.next")).doesNotExist();
    }

    /** A few bits of the file mean nothing: the time and the system in the head of gzip. */
    private void assertDamaged(Snapshot right) {
        try {
            assertThat(Set.copyOf(file.read().journeys())).isEqualTo(Set.copyOf(right.journeys()));
        } catch (IOException noticed) {
            assertThat(noticed).isNotNull();
        }
    }
}

package id.semai.snapshots;

import static org.assertj.core.api.Assertions.assertThat;

import id.semai.fold.LiveBoard;
import id.semai.fold.Snapshot.TopicMark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {

    private static final Map<String, TopicMark> MARKS = Map.of("stages", new TopicMark("id-1", Map.of(0, 37L)));

    @TempDir
    Path folder;

    private final LiveBoard board = new LiveBoard(Instant.EPOCH);

    @Test
    void whatCouldNotBeWrittenIsWrittenTheNextTimeAlsoIfNothingHasCome() throws Exception {
        Path inTheWay = Files.createDirectory(folder.resolve("snapshot.json.gz.next"));
        try (Memory memory = Memory.in(folder, Duration.ofMinutes(1))) {
            memory.keep(MARKS, board::snapshot);
            Files.delete(inTheWay);
            memory.keep(MARKS, board::snapshot);

            assertThat(memory.recall(Set.of("stages"))).isPresent();
        }
    }
}

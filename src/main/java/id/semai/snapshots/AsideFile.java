package id.semai.snapshots;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.semai.dashboard.Aside;
import id.semai.fold.Snapshot.TopicMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records that were set aside, one a line, for whoever wants to know where they come from. */
class AsideFile {

    /** Nobody looks at more; without an end, a broken sender would fill the disk. */
    static final long LARGEST = 64_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(AsideFile.class);

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final Path path;
    private boolean saidFull;

    AsideFile(Path path) {
        this.path = path;
    }

    /** Does nothing once the file is full, but to say so the first time. */
    void append(Aside aside) throws IOException {
        if (!Files.exists(path) || Files.size(path) < LARGEST) {
            Files.writeString(path, JSON.writeValueAsString(aside) + "\n", CREATE, APPEND);
        } else if (!saidFull) {
            saidFull = true;
            LOG.warn(
                    "{} sudah {} MB; catatan yang disisihkan berikutnya hanya dihitung, tidak disimpan lagi",
                    path,
                    LARGEST / 1_000_000);
        }
    }

    /** Everything will be read again. */
    void clear() throws IOException {
        Files.deleteIfExists(path);
    }

    /**
     * Leaves only what lies before these marks, since the rest will be read again; gives that back, the newest first.
     */
    List<Aside> backTo(Map<String, TopicMark> topics) throws IOException {
        if (!Files.exists(path)) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        List<Aside> asides = new ArrayList<>();
        for (String line : Files.readAllLines(path)) {
            parse(line).filter(aside -> isBefore(aside, topics)).ifPresent(aside -> {
                lines.add(line);
                asides.add(aside);
            });
        }
        Files.write(path, lines);
        Collections.reverse(asides);
        return asides;
    }

    /** Empty for a line that was cut off when the application was killed. */
    private static Optional<Aside> parse(String line) {
        try {
            return Optional.of(JSON.readValue(line, Aside.class));
        } catch (JsonProcessingException half) {
            return Optional.empty();
        }
    }

    private static boolean isBefore(Aside aside, Map<String, TopicMark> topics) {
        TopicMark mark = topics.get(aside.topic());
        return mark != null && aside.offset() < mark.offsets().getOrDefault(aside.partition(), 0L);
    }
}

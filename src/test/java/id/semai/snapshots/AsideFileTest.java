package id.semai.snapshots;

import static org.assertj.core.api.Assertions.assertThat;

import id.semai.dashboard.Aside;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class AsideFileTest {

    private static final Aside ASIDE =
            new Aside("stages", 0, 7, Instant.parse("2026-11-28T00:00:00Z"), "bukan JSON", null, "x");

    @Test
    void aFullFileGrowsNoMoreAndThatIsSaidOnce(@TempDir Path folder, CapturedOutput output) throws IOException {
        Path path = folder.resolve("set-aside.ndjson");
        try (RandomAccessFile full = new RandomAccessFile(path.toFile(), "rw")) {
            full.setLength(AsideFile.LARGEST);
        }
        AsideFile file = new AsideFile(path);
        file.append(ASIDE);
        file.append(ASIDE);

        assertThat(Files.size(path)).isEqualTo(AsideFile.LARGEST);
        assertThat(output.getOut()).containsOnlyOnce("sudah 64 MB");
    }
}

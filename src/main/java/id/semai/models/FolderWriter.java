package id.semai.models;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes files into the folder, whole or not at all, and keeps those that were there before. */
@Component
class FolderWriter {

    private static final Logger log = LoggerFactory.getLogger(FolderWriter.class);
    private static final String HISTORY = ".semai/history";
    private static final Pattern NAME =
            Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]{0,79}/){0,3}[A-Za-z0-9][A-Za-z0-9._-]{0,79}\\.(bpmn|dmn|form)");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    private final ModelFolder folder;
    private final Clock clock;

    FolderWriter(ModelFolder folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** @throws RefusedModels if there cannot be a file of this name in the folder */
    void permit(String name) {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new RefusedModels(
                    400,
                    "Nama berkas tidak diterima: pakai huruf, angka, titik, tanda hubung, dan akhiran .bpmn, .dmn, atau .form.");
        }
        for (Path part = folder.path().resolve(name); !part.equals(folder.path()); part = part.getParent()) {
            if (Files.isSymbolicLink(part)) {
                throw new RefusedModels(
                        409, "Berkas %s adalah tautan ke tempat lain: ubahlah di tempat asalnya.".formatted(name));
            }
            if (Files.exists(part, LinkOption.NOFOLLOW_LINKS)
                    && Files.isDirectory(part) == part.equals(folder.path().resolve(name))) {
                throw new RefusedModels(409, "Nama %s dipakai folder atau berkas lain.".formatted(name));
            }
        }
    }

    /**
     * Writes all of them or none.
     *
     * @return puts back what was there before
     * @throws RefusedModels if the folder cannot be written to
     */
    Runnable write(Map<String, byte[]> files) {
        Map<Path, byte[]> before = new HashMap<>();
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                permit(file.getKey());
                Path target = folder.path().resolve(file.getKey());
                byte[] old = Files.exists(target) ? Files.readAllBytes(target) : null;
                if (!Arrays.equals(old, file.getValue())) {
                    keep(old, file.getKey());
                    replace(target, file.getValue());
                    before.put(target, old);
                }
            }
        } catch (IOException cannot) {
            putBack(before);
            log.warn("{} cannot be written to: {}", folder.path(), cannot.toString());
            throw new RefusedModels(
                    409,
                    "Folder model pada server tidak dapat ditulis oleh Semai: taruh berkas itu langsung ke dalamnya, atau beri Semai hak menulis.");
        }
        return () -> putBack(before);
    }

    private void keep(byte[] old, String name) throws IOException {
        if (old != null) {
            Path history = Files.createDirectories(folder.path().resolve(HISTORY));
            Files.write(history.resolve(MOMENT.format(clock.instant()) + "-" + name.replace('/', '_')), old);
        }
    }

    private void replace(Path target, byte[] content) throws IOException {
        Files.createDirectories(target.getParent());
        Path temporary =
                Files.createDirectories(folder.path().resolve(".semai")).resolve(target.getFileName() + ".tmp");
        Files.write(temporary, content);
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException unusual) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void putBack(Map<Path, byte[]> before) {
        before.forEach((target, content) -> {
            try {
                if (content == null) {
                    Files.deleteIfExists(target);
                } else {
                    replace(target, content);
                }
            } catch (IOException cannot) {
                log.warn("{} could not be put back: {}", target, cannot.toString());
            }
        });
    }
}

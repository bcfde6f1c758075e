package id.semai.evidence;

import id.semai.engine.OpenTask;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Checks, keeps and gives back the files; who may do so has been asked before. */
@Service
class Evidence {

    private static final int MOST_FILES = 20;

    private final EvidenceFiles files;
    private final FileCheck check;
    private final Clock clock;

    Evidence(EvidenceFiles files, FileCheck check, Clock clock) {
        this.files = files;
        this.check = check;
        this.clock = clock;
    }

    List<EvidenceFile> of(String innovation) {
        return files.of(innovation);
    }

    Optional<EvidenceFile> find(UUID id) {
        return files.find(id);
    }

    byte[] content(EvidenceFile file) {
        return files.content(file.id());
    }

    /**
     * @param about null for all that the form says
     * @throws RefusedFile and keeps nothing
     */
    EvidenceFile add(OpenTask task, String about, String person, String name, byte[] content) {
        if (files.of(task.innovation()).stream()
                        .filter(other -> other.task().equals(task.id()))
                        .count()
                >= MOST_FILES) {
            throw new RefusedFile(
                    HttpStatus.CONFLICT, "Paling banyak %d berkas untuk satu tugas.".formatted(MOST_FILES));
        }
        FileType type = check.check(name, content);
        EvidenceFile file = new EvidenceFile(
                UUID.randomUUID(),
                task.innovation(),
                task.id(),
                task.name(),
                about,
                name,
                type,
                content.length,
                sha256(content),
                person,
                person,
                clock.instant());
        keep(file, content);
        return file;
    }

    /** @throws RefusedFile if it has been sent with its task, or is another's */
    void remove(EvidenceFile file, String person) {
        if (!files.remove(file.id(), person)) {
            throw new RefusedFile(
                    HttpStatus.FORBIDDEN,
                    "Berkas ini hanya dapat dihapus oleh yang melampirkannya, atau yang menerima tugasnya, selama tugas"
                            + " itu belum diselesaikan.");
        }
    }

    private void keep(EvidenceFile file, byte[] content) {
        try {
            if (!files.add(file, content)) {
                throw new RefusedFile(HttpStatus.GONE, "Tugas ini sudah selesai, ditutup, atau diambil orang lain.");
            }
        } catch (DuplicateKeyException again) {
            throw new RefusedFile(HttpStatus.CONFLICT, "Berkas yang sama sudah dilampirkan pada tugas ini.");
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

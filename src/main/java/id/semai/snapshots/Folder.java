package id.semai.snapshots;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the dashboard keeps what must outlive it; held by one process until that closes it or dies. */
class Folder implements AutoCloseable {

    private final Path path;
    private final FileChannel lock;

    private Folder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** @throws IOException saying, in an Indonesian sentence, that it cannot be written or that somebody else holds it */
    static Folder open(Path folder) throws IOException {
        Path path = folder.toAbsolutePath().normalize();
        FileChannel lock;
        try {
            Files.createDirectories(path);
            lock = FileChannel.open(path.resolve("dashboard.lock"), CREATE, WRITE);
        } catch (IOException refusal) {
            throw new IOException(
                    "Folder dasbor «" + path + "» tidak dapat ditulisi: beri hak tulis, atau pilih folder lain lewat"
                            + " semai.dashboard.folder.",
                    refusal);
        }
        if (isTaken(lock)) {
            lock.close();
            throw new IOException(
                    "Folder dasbor «" + path + "» sedang dipakai Semai lain: hentikan yang itu dahulu, atau"
                            + " pilih folder lain lewat semai.dashboard.folder.");
        }
        return new Folder(path, lock);
    }

    SnapshotFile snapshot() {
        return new SnapshotFile(path.resolve("snapshot.json.gz"));
    }

    AsideFile asides() {
        return new AsideFile(path.resolve("set-aside.ndjson"));
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static boolean isTaken(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() == null;
        } catch (OverlappingFileLockException heldHere) {
            return true;
        }
    }
}

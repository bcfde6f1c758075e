package id.semai.embedded;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The folder of the embedded servers, held for one application alone until it is closed or the process dies. */
class DataFolder implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DataFolder.class);

    /** The lock lies behind the text of the file, so that others may read there who holds it (on Windows too). */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** @throws EmbeddedFailure if the folder cannot be written, or another application holds it */
    static DataFolder open(Path directory) {
        Path path = directory.toAbsolutePath().normalize();
        if (path.toString().contains(",")) {
            throw new EmbeddedFailure("Jalur folder data «" + path + "» memuat koma, yang tidak dikenal Kafka: "
                    + "pilih folder lain lewat semai.embedded.data-directory.");
        }
        try {
            Files.createDirectories(path);
            Files.delete(Files.createTempFile(path, "semai", ".tmp"));
            Path lockFile = path.resolve("semai.lock");
            FileChannel channel = FileChannel.open(lockFile, CREATE, READ, WRITE);
            if (!isLocked(channel)) {
                String holder = holder(channel);
                channel.close();
                throw new EmbeddedFailure("Folder data «" + path + "» sedang dipakai Semai lain" + holder
                        + ": hentikan yang itu dahulu, atau pilih folder lain lewat semai.embedded.data-directory.");
            }
            channel.truncate(0)
                    .write(ByteBuffer.wrap(utf8(ProcessHandle.current().pid() + "\n")), 0);
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw new EmbeddedFailure(
                    "Folder data «" + path + "» tidak dapat ditulisi pengguna «" + System.getProperty("user.name")
                            + "»: beri hak tulis, atau pilih folder lain lewat semai.embedded.data-directory.",
                    e);
        }
    }

    Path path() {
        return path;
    }

    Path postgres() {
        return path.resolve("postgres");
    }

    Path postgresLog() {
        return path.resolve("postgres.log");
    }

    /** Where the PostgreSQL programs are unpacked; can be made anew at any time. */
    Path programs() {
        return path.resolve("programs");
    }

    Path kafka() {
        return path.resolve("kafka");
    }

    /**
     * Clears away a PostgreSQL that died in the middle of its very first start: until {@link #finishPostgres} nobody
     * was given a connection to it, so nothing of anybody's is lost.
     */
    void beginPostgres() throws IOException {
        if (Files.exists(postgresUnfinished())) {
            FileSystemUtils.deleteRecursively(postgres());
        }
        if (!Files.exists(postgres())) {
            Files.writeString(postgresUnfinished(), "");
        }
        Files.deleteIfExists(postgresLog());
    }

    /** Also takes back the right of everybody to replace the programs, which the library hands out. */
    void finishPostgres() throws IOException {
        Files.deleteIfExists(postgresUnfinished());
        File folder = programs().toFile();
        if (!folder.setWritable(false, false) || !folder.setWritable(true, true)) {
            log.warn("Hak tulis folder «{}» tidak dapat dibatasi pada pemiliknya.", folder);
        }
    }

    /** Gives the folder free for the next application. */
    @Override
    public void close() throws IOException {
        channel.close();
    }

    private Path postgresUnfinished() {
        return path.resolve("postgres.unfinished");
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(20);
        channel.read(text, 0);
        String pid = new String(text.array(), 0, text.position(), StandardCharsets.UTF_8).strip();
        return pid.isEmpty() ? "" : " (proses " + pid + ")";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package id.semai.models;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rings when something in the folder has changed; where the system does not tell, as of network folders, time alone rings. */
class FolderBell implements Closeable {

    private static final Logger log = LoggerFactory.getLogger(FolderBell.class);

    private final Path folder;
    private final WatchService changes;

    FolderBell(Path folder) {
        this.folder = folder;
        this.changes = open();
        listen();
    }

    /** Until something changes, but no longer than this. */
    void await(Duration longest) throws InterruptedException {
        if (changes == null) {
            Thread.sleep(longest.toMillis());
            return;
        }
        try {
            WatchKey rung = changes.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
            if (rung != null) {
                rung.pollEvents();
                rung.reset();
                listen();
            }
        } catch (ClosedWatchServiceException stopping) {
            throw new InterruptedException();
        }
    }

    @Override
    public void close() {
        try {
            if (changes != null) {
                changes.close();
            }
        } catch (IOException e) {
            log.debug("The bell of {} is not closed", folder, e);
        }
    }

    private WatchService open() {
        try {
            return folder.getFileSystem().newWatchService();
        } catch (IOException | UnsupportedOperationException cannot) {
            log.info(
                    "The system does not tell of changes in {}; it is looked at again and again: {}",
                    folder,
                    cannot.toString());
            return null;
        }
    }

    /** Folders that come later ring, too; one that is listened to already is not listened to twice. */
    private void listen() {
        if (changes == null) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path directory :
                    all.filter(Files::isDirectory).filter(this::isSeen).toList()) {
                directory.register(
                        changes,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE);
            }
        } catch (IOException | RuntimeException cannot) {
            log.debug("Not told of changes in {}", folder, cannot);
        }
    }

    private boolean isSeen(Path directory) {
        return !("/" + folder.relativize(directory)).replace('\\', '/').contains("/.");
    }
}

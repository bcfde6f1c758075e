package id.semai.evidence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What Tasklist shows beside a form.
 *
 * @param mayAdd whether the task is in the hands of who asks
 */
record Shown(boolean mayAdd, List<File> files) {

    /** @param mayRemove while the task in which it was attached is in the same hands */
    record File(
            UUID id,
            String name,
            String type,
            int size,
            String sha256,
            String task,
            String about,
            String person,
            Instant addedAt,
            boolean mayRemove) {

        static File of(EvidenceFile file, boolean mayRemove) {
            return new File(
                    file.id(),
                    file.name(),
                    file.type().name(),
                    file.size(),
                    file.sha256(),
                    file.taskName(),
                    file.about(),
                    file.person(),
                    file.addedAt(),
                    mayRemove);
        }
    }
}

package id.semai.evidence;

import java.time.Instant;
import java.util.UUID;

/**
 * What is known of a file, without what it holds.
 *
 * @param task in whose form it was attached; the task may be done by now
 * @param size in bytes
 * @param sha256 of what it holds, 64 hexadecimal digits
 * @param person the account that attached it
 * @param keeper the account that may take it back: the same, or whoever the task was handed over to
 */
record EvidenceFile(
        UUID id,
        String innovation,
        String task,
        String taskName,
        String name,
        FileType type,
        int size,
        String sha256,
        String person,
        String keeper,
        Instant addedAt) {}

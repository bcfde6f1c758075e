package id.semai.simulation;

import java.time.Instant;

/**
 * A task that waits for somebody.
 *
 * @param root the process instance that it belongs to in the end: an innovation's journey, or a workshop
 * @param due null if it has no deadline
 */
record OpenTask(String id, String key, String unit, String root, Instant due) {}

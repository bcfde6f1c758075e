package id.semai.engine;

import java.time.Instant;

/**
 * A task that somebody has claimed.
 *
 * @param name with the title of the innovation, where it has one
 * @param caseId the innovation's or the workshop's id
 * @param stage name of its stage; null outside of every stage
 * @param dueAt null without a deadline
 */
public record HeldTask(
        String id,
        String key,
        String name,
        String unit,
        String processInstance,
        String caseId,
        String stage,
        Instant dueAt) {}

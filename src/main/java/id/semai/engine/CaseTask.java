package id.semai.engine;

import java.time.Instant;
import java.util.List;

/**
 * One piece of work in a case, done or waiting.
 *
 * @param name as in the model, without the innovation's title
 * @param stage name of the stage around it; null outside of every stage
 * @param endedAt null while it waits
 * @param person account of who did it, or has taken it; null while nobody has
 * @param roles ids of the groups that it was offered to
 * @param own whether it waits for whoever asks: taken by them, or offered to a role of theirs
 */
public record CaseTask(
        String id,
        String name,
        String stage,
        Instant begunAt,
        Instant endedAt,
        String person,
        List<String> roles,
        boolean own) {}

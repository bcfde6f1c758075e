package id.semai.engine;

/**
 * A task that waits for somebody.
 *
 * @param innovation the business key of its case: the innovation's or the workshop's id
 * @param assignee null while nobody has taken it
 */
public record OpenTask(String id, String name, String innovation, String assignee) {}

package id.semai.engine;

/**
 * One process that a case has gone through, or is in.
 *
 * @param id of its instance
 * @param round 1, and 2, 3 … when the case entered the same process again
 */
public record CaseDiagram(String id, String name, int round, boolean running) {}

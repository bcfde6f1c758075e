package id.semai.journal;

import id.semai.stage.Unit;
import java.time.Instant;

/**
 * The right to write the next event of an innovation; lasts until the transaction ends.
 *
 * @param at business time of the event, never before that of the innovation's previous one
 * @param unit the unit that owns the innovation, with its government
 * @param journey what the events before have left behind
 */
record Turn(int sequence, Instant at, Unit unit, Journey journey) {}

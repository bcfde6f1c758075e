package id.semai.messages;

import java.time.Instant;
import java.time.ZoneId;

/**
 * One task in a letter. Names of things only: of tasks, innovations, stages and units, never of people.
 *
 * @param name of the task, with the innovation's title
 * @param stage null outside of every stage
 * @param dueAt null without a deadline
 * @param zone where the unit lives
 * @param innovation null for a workshop's task
 */
record Notice(
        Kind kind,
        String task,
        String name,
        String unit,
        String stage,
        Instant dueAt,
        ZoneId zone,
        String innovation) {}

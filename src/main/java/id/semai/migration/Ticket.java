package id.semai.migration;

import java.util.UUID;

/**
 * The right to move one instance; lasts as long as the transaction that took it.
 *
 * @param innovation null for an instance that belongs to none
 * @param tries how often it was tried before
 */
record Ticket(
        UUID migration, String fromDefinition, String toDefinition, String instance, String innovation, int tries) {}

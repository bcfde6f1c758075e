package id.semai.migration;

import java.util.UUID;
import java.util.function.Predicate;

/**
 * The right to move one instance; lasts as long as the transaction that took it.
 *
 * @param innovation null for an instance that belongs to none
 * @param tries how often it was tried before
 * @param unseen whether Semai ordered it by itself, so that nobody has looked at the plan
 */
record Ticket(
        UUID migration,
        String fromDefinition,
        String toDefinition,
        String instance,
        String innovation,
        int tries,
        boolean unseen) {

    /** What keeps it on its version: at least what blocks it. */
    Predicate<Reason> obstacles() {
        return unseen ? Reason.ANY : Reason::blocks;
    }
}

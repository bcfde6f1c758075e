package id.semai.audit;

import java.time.Instant;

/**
 * One entry as it was written.
 *
 * @param account null for Semai itself and for a name that is no account
 * @param roles the account's groups at that moment; null without any
 * @param address null for what Semai does by itself
 */
public record Entry(
        Instant at,
        Kind kind,
        String account,
        String roles,
        String address,
        String what,
        String subject,
        String details) {}

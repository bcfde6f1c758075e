package id.semai.messages;

import java.time.Instant;
import java.util.UUID;

/**
 * What goes to one person over one channel at one time.
 *
 * @param id stays the same however often it is sent, so that whoever receives it can tell a repetition
 * @param address for mail; null if the account has none (any more)
 * @param tries those that failed
 */
record Letter(UUID id, String person, String address, Instant writtenAt, int tries) {}

package id.semai.dashboard;

import java.time.Instant;

/**
 * A record that is no event and was set aside, with its place in the topic.
 *
 * @param at when it was found
 * @param reason an Indonesian phrase
 * @param key null if the record had none
 * @param value the beginning of it, as UTF-8; null if the record had none
 */
public record Aside(String topic, int partition, long offset, Instant at, String reason, String key, String value) {}

package id.semai.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * One event as the journal keeps it.
 *
 * @param payload the record's value, fixed here and sent as it is
 * @param traceparent null when the request that caused the event is not traced
 */
record Event(
        UUID id,
        Stream stream,
        String key,
        int sequence,
        String type,
        Instant occurredAt,
        String payload,
        String traceparent) {

    /** Size of the record's value. */
    int bytes() {
        return payload.getBytes(StandardCharsets.UTF_8).length;
    }
}

package id.semai.journal;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Ids of events: UUIDs of version 7, so that neighbours in time are neighbours in the journal's index. */
final class EventId {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT_IETF = 0x8000000000000000L;

    private EventId() {}

    static UUID at(Instant time) {
        long high = (time.toEpochMilli() << 16) | VERSION_7 | (RANDOM.nextLong() & 0x0FFFL);
        long low = VARIANT_IETF | (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL);
        return new UUID(high, low);
    }

    /** Always the same for the same event, and that of no other event. */
    static UUID ofStateAfter(UUID event) {
        return new UUID(event.getMostSignificantBits(), event.getLeastSignificantBits() ^ 1);
    }
}

package id.semai.journal;

import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes events, and that they are to be shipped, in the caller's transaction; wakes the relay once it has committed. */
@Component
class EventLog {

    /** What a Kafka with default limits takes, with room for the record's other parts. */
    static final int LARGEST_PAYLOAD = 900_000;

    private final JdbcClient database;
    private final StageRelay relay;

    EventLog(JdbcClient database, StageRelay relay) {
        this.database = database;
        this.relay = relay;
    }

    /**
     * The caller holds the lock that serialises the events of this key: positions are in the order of sequences only
     * because of it.
     *
     * @throws IllegalArgumentException if the event is too large for Kafka, so that nothing unsendable is ever kept
     */
    void write(Event event) {
        int bytes = event.bytes();
        if (bytes > LARGEST_PAYLOAD) {
            throw new IllegalArgumentException("Event %d of %s would have %d bytes, more than the %d that can be sent"
                    .formatted(event.sequence(), event.key(), bytes, LARGEST_PAYLOAD));
        }
        insert(event, bytes);
        wakeRelayAfterCommit();
    }

    private void insert(Event event, int bytes) {
        database.sql(
                        """
                        with written as (
                            insert into semai.event (id, stream, key, sequence, type, occurred_at, payload, traceparent)
                            values (:id, :stream, :key, :sequence, :type, :occurredAt, :payload, :traceparent)
                            returning id)
                        insert into semai.unshipped (event, bytes) select id, :bytes from written
                        """)
                .param("id", event.id())
                .param("stream", event.stream().code())
                .param("key", event.key())
                .param("sequence", event.sequence())
                .param("type", event.type())
                .param("occurredAt", event.occurredAt().atOffset(ZoneOffset.UTC))
                .param("payload", event.payload())
                .param("traceparent", event.traceparent())
                .param("bytes", bytes)
                .update();
    }

    private void wakeRelayAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                relay.wake();
            }
        });
    }
}

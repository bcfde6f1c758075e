package id.semai.journal;

import java.util.List;
import java.util.UUID;

/**
 * Events that reach Kafka in one transaction, in this order.
 *
 * @param number counts the batches of this database
 * @param id tells this batch from one of the same number after the database was restored from a backup
 */
record Batch(long number, UUID id, List<Record> records) {

    int size() {
        return records.size();
    }

    long[] positions() {
        return records.stream().mapToLong(Record::position).toArray();
    }

    /**
     * One event to send.
     *
     * @param position its place in the queue of what is unshipped
     * @param state the innovation's state after it; null unless it is the innovation's latest event
     */
    record Record(long position, Stream stream, String key, String payload, String traceparent, String state) {}
}

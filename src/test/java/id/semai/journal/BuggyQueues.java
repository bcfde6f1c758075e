package id.semai.journal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The queue with one mistake each. */
final class BuggyQueues {

    private BuggyQueues() {}

    static Unshipped of(SeededBug bug, JdbcClient database, FaultPoint.Listener points) {
        return switch (bug) {
            case CURSOR_ON_ID -> new CursorOnId(database, points);
            case ORDER_BY_TRANSACTION_ID -> new OrderByTransactionId(database, points);
            case DELETE_BEFORE_ACK -> new DeleteBeforeAck(database, points);
            case NO_EPOCH_CHECK -> new NoEpochCheck(database, points);
            default -> new PointedUnshipped(database, points);
        };
    }

    /** Reads on from the highest position it has shipped, as if positions appeared in their order. */
    private static class CursorOnId extends PointedUnshipped {

        private long cursor;

        CursorOnId(JdbcClient database, FaultPoint.Listener points) {
            super(database, points);
        }

        @Override
        List<Batch.Record> waiting(int limit) {
            return super.waiting(limit).stream()
                    .filter(record -> record.position() > cursor)
                    .toList();
        }

        @Override
        void forget(long epoch, Batch batch) {
            super.forget(epoch, batch);
            cursor = LongStream.of(batch.positions()).max().orElseThrow();
            database.sql("delete from semai.unshipped where position <= ?")
                    .param(cursor)
                    .update();
        }
    }

    /** Ships in the order of transaction ids, below the oldest transaction that is still open. */
    private static class OrderByTransactionId extends PointedUnshipped {

        OrderByTransactionId(JdbcClient database, FaultPoint.Listener points) {
            super(database, points);
        }

        @Override
        List<Batch.Record> waiting(int limit) {
            Map<Long, Long> transactions = database
                    .sql(
                            """
                            select position, xmin::text::bigint from semai.unshipped
                            where xmin::text::bigint < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
                            """)
                    .query((row, number) -> Map.entry(row.getLong(1), row.getLong(2)))
                    .list()
                    .stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            return super.waiting(limit).stream()
                    .filter(record -> transactions.containsKey(record.position()))
                    .sorted(Comparator.comparing((Batch.Record record) -> transactions.get(record.position()))
                            .thenComparing(Batch.Record::position))
                    .toList();
        }
    }

    /** Takes the batch off the queue as soon as it is claimed. */
    private static class DeleteBeforeAck extends PointedUnshipped {

        DeleteBeforeAck(JdbcClient database, FaultPoint.Listener points) {
            super(database, points);
        }

        @Override
        Optional<Batch> claim(long epoch, int limit) {
            Optional<Batch> claimed = super.claim(epoch, limit);
            claimed.ifPresent(batch -> super.forget(epoch, batch));
            return claimed;
        }

        @Override
        void forget(long epoch, Batch batch) {
            // done already
        }
    }

    /** Claims without asking who holds the lease and whether a batch is under way. */
    private static class NoEpochCheck extends PointedUnshipped {

        private final FaultPoint.Listener points;

        NoEpochCheck(JdbcClient database, FaultPoint.Listener points) {
            super(database, points);
            this.points = points;
        }

        @Override
        Batch claim(long epoch, List<Batch.Record> records) {
            points.reach(FaultPoint.BEFORE_CLAIM);
            Batch claimed = new Batch(0, UUID.randomUUID(), records);
            long number = database.sql(
                            """
                            update semai.relay set batch_number = batch_number + 1, batch_id = :id, batch = :positions
                            where name = 'relay' returning batch_number
                            """)
                    .param("id", claimed.id())
                    .param("positions", claimed.positions())
                    .query(Long.class)
                    .single();
            return new Batch(number, claimed.id(), records);
        }
    }
}

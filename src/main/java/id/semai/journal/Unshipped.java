package id.semai.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The database's side of shipping: who may ship, what waits, and the batch that is under way.
 *
 * <p>A claim takes the lowest positions that are committed. Within a key these are the earliest events: the next event
 * of a key is written, and takes its position, only after the one before it has committed. So no claim can hold an
 * event while an earlier one of its key is neither shipped nor in the same claim. At most one batch is under way.
 */
@Component
class Unshipped {

    /** Keeps a batch well below Kafka's and the heap's limits, whatever the size of its events; one always fits. */
    private static final int LARGEST_BATCH_BYTES = 16_000_000;

    private static final String COLUMNS = "u.position, e.stream, e.key, e.payload, e.traceparent, i.state";

    /**
     * A state goes out with the event that led to it, if no later one has been committed: the batch with the latest event
     * carries the state. So the sequences of an innovation's states only rise, whoever ships and however often.
     */
    private static final String WITH_STATE =
            """
            left join semai.innovation i
                on e.stream = 'stage-transition' and i.id = e.key and i.last_sequence = e.sequence""";

    private final JdbcClient database;

    Unshipped(JdbcClient database) {
        this.database = database;
    }

    /** The epoch of a new lease, if nobody holds one. */
    Optional<Long> acquireLease(String holder, Duration duration) {
        return database.sql(
                        """
                        update semai.relay
                        set epoch = epoch + 1, holder = :holder,
                            held_until = clock_timestamp() + make_interval(secs => :seconds)
                        where name = 'relay' and (holder is null or held_until < clock_timestamp())
                        returning epoch
                        """)
                .param("holder", holder)
                .param("seconds", seconds(duration))
                .query(Long.class)
                .optional();
    }

    /** @throws LeaseLost if another node has taken over */
    void renewLease(long epoch, Duration duration) {
        int renewed = database.sql(
                        """
                        update semai.relay set held_until = clock_timestamp() + make_interval(secs => :seconds)
                        where name = 'relay' and epoch = :epoch and holder is not null
                        """)
                .param("seconds", seconds(duration))
                .param("epoch", epoch)
                .update();
        requireLease(epoch, renewed);
    }

    void releaseLease(long epoch) {
        database.sql("update semai.relay set holder = null, held_until = null where name = 'relay' and epoch = :epoch")
                .param("epoch", epoch)
                .update();
    }

    /**
     * Claims what waits, at most {@code limit} events; empty when nothing does.
     *
     * @throws LeaseLost if another node has taken over
     */
    Optional<Batch> claim(long epoch, int limit) {
        List<Batch.Record> waiting = waiting(limit);
        return waiting.isEmpty() ? Optional.empty() : Optional.of(claim(epoch, waiting));
    }

    /**
     * The batch that a node claimed and nobody has forgotten.
     *
     * @throws LeaseLost if another node has taken over
     */
    Optional<Batch> underWay(long epoch) {
        List<Claimed> rows = database.sql(
                        """
                        select r.batch_number, r.batch_id, %s
                        from semai.relay r
                        left join semai.unshipped u on u.position = any (r.batch)
                        left join semai.event e on e.id = u.event
                        %s
                        where r.name = 'relay' and r.epoch = :epoch
                        order by u.position
                        """
                                .formatted(COLUMNS, WITH_STATE))
                .param("epoch", epoch)
                .query((row, number) -> new Claimed(
                        row.getLong("batch_number"), row.getObject("batch_id", UUID.class), toRecord(row, number)))
                .list();
        requireLease(epoch, rows.size());
        Claimed first = rows.get(0);
        return first.batch() == null
                ? Optional.empty()
                : Optional.of(new Batch(
                        first.number(),
                        first.batch(),
                        rows.stream().map(Claimed::record).toList()));
    }

    /**
     * Takes a batch that is in Kafka off the queue. PostgreSQL does not wait for its disk here: if it crashes and loses
     * this, the batch is under way again, and who takes over finds its mark in Kafka. A claim that is durable makes all
     * that was committed before it durable, too.
     *
     * @throws LeaseLost if another node has taken over
     */
    void forget(long epoch, Batch batch) {
        int forgotten = database.sql(
                        """
                        with finished as (
                            update semai.relay set batch_id = null, batch = null
                            where name = 'relay' and epoch = :epoch and batch_id = :id
                            returning name),
                        shipped as (
                            delete from semai.unshipped
                            where position = any (:positions) and exists (select from finished))
                        select count(*) from finished, set_config('synchronous_commit', 'off', true)
                        """)
                .param("epoch", epoch)
                .param("id", batch.id())
                .param("positions", batch.positions())
                .query(Integer.class)
                .single();
        requireLease(epoch, forgotten);
    }

    Backlog backlog() {
        return database.sql(
                        """
                        select (select count(*) from semai.unshipped) as events,
                               coalesce((select extract(epoch from clock_timestamp() - e.occurred_at)
                                         from semai.unshipped u join semai.event e on e.id = u.event
                                         order by u.position limit 1), 0) as oldest
                        """)
                .query((row, number) -> new Backlog(
                        row.getLong("events"), Duration.ofMillis(Math.max(0, (long) (row.getDouble("oldest") * 1000)))))
                .single();
    }

    /** What is committed and lies lowest in the queue, in the order of shipping. */
    List<Batch.Record> waiting(int limit) {
        return database.sql(
                        """
                        select %s
                        from (select position, event, bytes, sum(bytes) over (order by position) as bytes_so_far
                              from (select * from semai.unshipped order by position limit :limit) lowest) u
                        join semai.event e on e.id = u.event
                        %s
                        where u.bytes_so_far - u.bytes < :largest
                        order by u.position
                        """
                                .formatted(COLUMNS, WITH_STATE))
                .param("limit", limit)
                .param("largest", LARGEST_BATCH_BYTES)
                .query(Unshipped::toRecord)
                .list();
    }

    /** Only for who holds the lease, and only while no batch is under way. */
    Batch claim(long epoch, List<Batch.Record> records) {
        Batch claimed = new Batch(0, UUID.randomUUID(), records);
        return database.sql(
                        """
                        update semai.relay set batch_number = batch_number + 1, batch_id = :id, batch = :positions
                        where name = 'relay' and epoch = :epoch and batch_id is null
                        returning batch_number
                        """)
                .param("id", claimed.id())
                .param("positions", claimed.positions())
                .param("epoch", epoch)
                .query(Long.class)
                .optional()
                .map(number -> new Batch(number, claimed.id(), records))
                .orElseThrow(() -> new LeaseLost(epoch));
    }

    /** Null where a left join found nothing. */
    private static Batch.Record toRecord(ResultSet row, int number) throws SQLException {
        if (row.getString("stream") == null) {
            return null;
        }
        return new Batch.Record(
                row.getLong("position"),
                Stream.of(row.getString("stream")),
                row.getString("key"),
                row.getString("payload"),
                row.getString("traceparent"),
                row.getString("state"));
    }

    private static void requireLease(long epoch, int rows) {
        if (rows == 0) {
            throw new LeaseLost(epoch);
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private record Claimed(long number, UUID batch, Batch.Record record) {}
}

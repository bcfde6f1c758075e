package id.semai.reporting;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The right to write, of one node at a time: a lock that PostgreSQL keeps for the very connection that is written through,
 * so whoever has lost it cannot write.
 */
final class Turn implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Turn.class);

    /** A number that nobody else in this database locks. */
    static final long LOCK = 73_627;

    private final Connection connection;
    private final DataSource database;

    private Turn(Connection connection) {
        this.connection = connection;
        this.database = new SingleConnectionDataSource(connection, true);
    }

    /** Empty if it is another's. */
    static Optional<Turn> take(DataSource pool) throws SQLException {
        Turn turn = new Turn(pool.getConnection());
        boolean mine = false;
        try {
            mine = turn.lock();
        } finally {
            if (!mine) {
                turn.close();
            }
        }
        return mine ? Optional.of(turn) : Optional.empty();
    }

    DataSource database() {
        return database;
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(new JdbcTransactionManager(database));
    }

    private boolean lock() {
        return JdbcClient.create(database)
                .sql("select pg_try_advisory_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single();
    }

    /** The connection goes back to the pool without the lock, or not at all. */
    @Override
    public void close() {
        try (connection) {
            unlock();
        } catch (SQLException lost) {
            LOG.debug("The connection is gone, and the lock with it", lost);
        }
    }

    private void unlock() throws SQLException {
        try (var unlocking = connection.createStatement()) {
            unlocking.execute("select pg_advisory_unlock_all()");
        } catch (SQLException failure) {
            connection.abort(Runnable::run);
            throw failure;
        }
    }
}

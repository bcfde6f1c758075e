package id.semai.reporting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The shared database, of which afterwards nothing has changed. */
final class Apart {

    final DataSource database;
    final JdbcTemplate jdbc;
    final TransactionTemplate transaction;

    Apart(DataSource database) {
        this.database = database;
        this.jdbc = new JdbcTemplate(database);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** With empty tables; the application waits meanwhile before it writes. */
    void withEmptyTables(Runnable test) {
        undone(() -> {
            jdbc.execute(
                    "lock table reporting.journey, reporting.step, reporting.unit, reporting.name, reporting.copied"
                            + " in exclusive mode");
            jdbc.execute("delete from reporting.journey");
            jdbc.execute("delete from reporting.unit");
            jdbc.execute("delete from reporting.name");
            test.run();
            return null;
        });
    }

    /** As who has the role, who is no more than that. */
    List<List<Object>> asReporter(String sql) {
        return undone(() -> {
            jdbc.execute("set local role semai_reporting");
            return rows(sql);
        });
    }

    <T> T undone(Supplier<T> test) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            return test.get();
        });
    }

    void at(Instant now) {
        jdbc.update("update reporting.settings set at = ?", now.toEpochMilli());
    }

    List<List<Object>> rows(String sql) {
        return jdbc.query(sql, (row, number) -> {
            List<Object> values = new ArrayList<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                values.add(row.getObject(i));
            }
            return values;
        });
    }
}

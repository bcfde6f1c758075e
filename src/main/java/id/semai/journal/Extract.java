package id.semai.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Rows of the journal as one moment saw them, in an order of choice, however many there are. PostgreSQL keeps the list
 * of them in a held cursor, a file on its side: once the list is made no snapshot stays open, which would keep the
 * relay's queue from being cleaned, and no index of that order is needed.
 */
class Extract implements AutoCloseable {

    private static final int LIST_PAGE = 2_000;
    private static final int PAGE_BYTES = 8_000_000;

    private final Connection connection;
    private final JdbcClient database;
    private final String rows;
    private final long size;

    /**
     * @param list selects the key of each row and the size of its payload, in order
     * @param rows selects {@code key, payload, traceparent} for the keys {@code :ids}, in their order
     */
    Extract(DataSource database, String list, Map<String, Object> parameters, String rows) throws SQLException {
        this.connection = database.getConnection();
        this.database = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        this.rows = rows;
        this.database
                .sql("declare extract scroll cursor with hold for " + list)
                .params(parameters)
                .update();
        this.size = this.database.sql("move forward all in extract").update();
        this.database.sql("move absolute 0 in extract").update();
    }

    /** One record to send. */
    record Row(String key, String payload, String traceparent) {}

    long size() {
        return size;
    }

    /** Holds one small page in memory at a time. */
    void forEach(Consumer<Row> action) {
        for (List<Item> list = next(); !list.isEmpty(); list = next()) {
            List<String> page = new ArrayList<>();
            long bytes = 0;
            for (Item item : list) {
                page.add(item.id());
                bytes += item.bytes();
                if (bytes >= PAGE_BYTES) {
                    rows(page).forEach(action);
                    page.clear();
                    bytes = 0;
                }
            }
            rows(page).forEach(action);
        }
    }

    @Override
    public void close() throws SQLException {
        try {
            database.sql("close extract").update();
        } finally {
            connection.close();
        }
    }

    private List<Item> next() {
        return database.sql("fetch forward " + LIST_PAGE + " from extract")
                .query((row, number) -> new Item(row.getString(1), row.getLong(2)))
                .list();
    }

    private List<Row> rows(List<String> ids) {
        return database.sql(rows)
                .param("ids", ids.toArray(String[]::new))
                .query((row, number) ->
                        new Row(row.getString("key"), row.getString("payload"), row.getString("traceparent")))
                .list();
    }

    private record Item(String id, long bytes) {}
}

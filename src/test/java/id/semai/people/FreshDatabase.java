package id.semai.people;

import id.semai.Ports;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** One PostgreSQL for all tests of this package, one database for each application. */
final class FreshDatabase {

    private static final AtomicInteger count = new AtomicInteger();

    private FreshDatabase() {}

    static DataSource create() {
        String name = "people" + count.incrementAndGet();
        try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection()) {
            connection.createStatement().execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Server.RUNNING.getDatabase("postgres", name);
    }

    private static final class Server {

        /** Its folder is temporary, and it ends with the tests' process. */
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().setPort(Ports.next()).start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

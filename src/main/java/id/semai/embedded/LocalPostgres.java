package id.semai.embedded;

import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** An embedded PostgreSQL of this machine, started by this process or by another. */
record LocalPostgres(int port) implements JdbcConnectionDetails {

    @Override
    public String getJdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + PostgresServer.DATABASE;
    }

    @Override
    public String getUsername() {
        return PostgresServer.USER;
    }

    /** None: PostgreSQL listens on the loopback address only and trusts who reaches it there. */
    @Override
    public String getPassword() {
        return null;
    }
}

package id.semai.prod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The setting that README names for PostgreSQL, against a PostgreSQL with a certificate. */
class PostgresOverTlsTest {

    @TempDir
    static Path folder;

    private static Certificate certificate;
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        certificate = Certificate.make(folder);
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", certificate.pem().toString())
                .setServerConfig("ssl_key_file", certificate.key().toString())
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void whatIsSaidToTheServerThatTheCertificateNamesIsEncrypted() throws SQLException {
        try (Connection connection = connect("localhost", certificate);
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("select ssl, version from pg_stat_ssl where pid = pg_backend_pid()")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getBoolean("ssl")).isTrue();
            assertThat(row.getString("version")).startsWith("TLSv1.");
        }
    }

    @Test
    void anotherNameOrAnotherCertificateIsRefused() throws IOException {
        assertThatThrownBy(() -> connect("127.0.0.1", certificate)).isInstanceOf(SQLException.class);
        Certificate other = Certificate.make(Files.createDirectory(folder.resolve("other")));
        assertThatThrownBy(() -> connect("localhost", other)).isInstanceOf(SQLException.class);
    }

    /** What the setting is for: without it nobody asks who answers. */
    @Test
    void withoutTheSettingWhoeverAnswersIsBelieved() throws IOException, SQLException {
        Certificate expected = Certificate.make(Files.createDirectory(folder.resolve("expected")));
        assertThatThrownBy(() -> connect("localhost", expected)).isInstanceOf(SQLException.class);
        try (Connection connection = DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres", "postgres", "")) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    private static Connection connect(String host, Certificate trusted) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + host + ":" + postgres.getPort() + "/postgres?sslmode=verify-full&sslrootcert="
                        + trusted.pem(),
                "postgres",
                "");
    }
}

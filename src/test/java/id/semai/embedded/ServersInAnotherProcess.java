package id.semai.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;

/** Run in a JVM of its own, which a test then kills: commits one row and one record, says so, and lives on. */
class ServersInAnotherProcess {

    private static final String COMMITTED = "COMMITTED";

    public static void main(String[] args) throws Exception {
        EmbeddedSettings settings = Embedded.settings(Path.of(args[0]));
        DataFolder folder = DataFolder.open(settings.dataDirectory());
        KafkaServer kafka = new KafkaServer(settings, folder);
        kafka.begin();
        PostgresServer postgres = PostgresServer.start(settings, folder);
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl(), PostgresServer.USER, null)) {
            connection.createStatement().execute("CREATE TABLE innovation (title text)");
            connection.createStatement().execute("INSERT INTO innovation VALUES ('Posyandu keliling')");
        }
        kafka.start();
        Embedded.send(kafka.address(), "Posyandu keliling");
        System.out.println(COMMITTED);
        Thread.currentThread().join();
    }

    /** Returns once row and record are committed. */
    static Process run(Path dataDirectory) throws IOException {
        Process process = Embedded.java(ServersInAnotherProcess.class, List.of(dataDirectory.toString()));
        BufferedReader output = process.inputReader();
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); !COMMITTED.equals(line); line = output.readLine()) {
            if (line == null) {
                throw new IllegalStateException(said.toString());
            }
            said.append(line).append('\n');
        }
        return process;
    }
}

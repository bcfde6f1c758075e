package id.semai.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.util.unit.DataSize;

/** What the tests of the embedded servers have in common. */
class Embedded {

    private static final String TOPIC = "innovations";

    private static final Logger LINKS = Logger.getLogger("org.junit.jupiter.engine.extension.TempDirectory");

    static {
        LINKS.setLevel(Level.OFF);
        LoggingSystem.get(Embedded.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    }

    private Embedded() {}

    /** On any free ports; the PostgreSQL programs are unpacked once for all tests. */
    static EmbeddedSettings settings(Path dataDirectory) {
        shareProgramsWith(dataDirectory);
        return new EmbeddedSettings(true, dataDirectory, 0, DataSize.ofMegabytes(128), 0, "localhost");
    }

    static List<String> query(PostgresServer postgres, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl(), PostgresServer.USER, null)) {
            List<String> rows = new ArrayList<>();
            ResultSet result = connection.createStatement().executeQuery(sql);
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        }
    }

    static void execute(PostgresServer postgres, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl(), PostgresServer.USER, null)) {
            connection.createStatement().execute(sql);
        }
    }

    static void send(String kafkaAddress, String value) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafkaAddress));
                KafkaProducer<String, String> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafkaAddress, "enable.idempotence", true),
                        new StringSerializer(),
                        new StringSerializer())) {
            if (!admin.listTopics().names().get().contains(TOPIC)) {
                admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1)))
                        .all()
                        .get();
            }
            producer.send(new ProducerRecord<>(TOPIC, value)).get();
        }
    }

    /** Everything ever sent. */
    static List<String> received(String kafkaAddress) {
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafkaAddress), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofMillis(200))) {
                    values.add(message.value());
                }
            }
        }
        return values;
    }

    /** A JVM of its own with the classes of the tests. */
    static Process java(Class<?> main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static void shareProgramsWith(Path dataDirectory) {
        try {
            Path shared = Files.createDirectories(
                    Path.of("target", "postgres-programs").toAbsolutePath());
            Files.createDirectories(dataDirectory);
            if (!Files.exists(dataDirectory.resolve("programs"))) {
                Files.createSymbolicLink(dataDirectory.resolve("programs"), shared);
            }
        } catch (IOException | UnsupportedOperationException e) {
            // Windows without the right to link: every folder unpacks its own.
        }
    }
}

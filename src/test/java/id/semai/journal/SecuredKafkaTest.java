package id.semai.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.semai.prod.Certificate;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.kafka.KafkaAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The settings that README names for a Kafka that asks for a password over TLS, as the relay's connection uses them. */
class SecuredKafkaTest {

    @TempDir
    static Path folder;

    private static Certificate certificate;
    private static KafkaRaftServer server;
    private static int port;

    @BeforeAll
    static void start() throws Exception {
        certificate = Certificate.make(folder);
        port = freePort();
        Path data = folder.resolve("data");
        new Formatter()
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(1)
                .addDirectory(data.toString())
                .setMetadataLogDirectory(data.toString())
                .setControllerListenerName("CONTROLLER")
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .run();
        server = new KafkaRaftServer(new KafkaConfig(settings(data)), Time.SYSTEM);
        server.startup();
    }

    @AfterAll
    static void stop() {
        server.shutdown();
        server.awaitShutdown();
    }

    @Test
    void transactionsGoOutAndComeBack() {
        with("rahasia", certificate, connection -> {
            try (Admin admin = Admin.create(connection.admin())) {
                admin.createTopics(List.of(new NewTopic("aman", 1, (short) 1)))
                        .all()
                        .get();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
            try (var producer =
                    new KafkaProducer<>(connection.producer("aman"), new StringSerializer(), new StringSerializer())) {
                producer.initTransactions();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>("aman", "k", "v"));
                producer.commitTransaction();
            }
            try (var consumer =
                    new KafkaConsumer<>(connection.consumer(), new StringDeserializer(), new StringDeserializer())) {
                consumer.assign(List.of(new TopicPartition("aman", 0)));
                consumer.seekToBeginning(consumer.assignment());
                assertThat(consumer.poll(Duration.ofSeconds(20))).hasSize(1);
            }
        });
    }

    @Test
    void aWrongPasswordOrAnotherCertificateGetsNowhere() throws Exception {
        with("salah", certificate, SecuredKafkaTest::requireRefused);
        Path elsewhere = Files.createDirectory(folder.resolve("other"));
        with("rahasia", Certificate.make(elsewhere), SecuredKafkaTest::requireRefused);
    }

    private static void requireRefused(KafkaConnection connection) {
        try (Admin admin = Admin.create(connection.admin())) {
            assertThatThrownBy(() -> admin.listTopics().names().get())
                    .hasCauseInstanceOf(AuthenticationException.class);
        }
    }

    private static void with(String password, Certificate trusted, Consumer<KafkaConnection> use) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(KafkaAutoConfiguration.class, SslAutoConfiguration.class))
                .withUserConfiguration(KafkaConnection.class)
                .withPropertyValues(
                        "spring.kafka.bootstrap-servers=localhost:" + port,
                        "spring.kafka.security.protocol=SASL_SSL",
                        "spring.kafka.properties.sasl.mechanism=PLAIN",
                        "spring.kafka.properties.sasl.jaas.config=" + PLAIN + " username=\"semai\" password=\""
                                + password + "\";",
                        "spring.kafka.ssl.trust-store-location=file:" + trusted.trustStore(),
                        "spring.kafka.ssl.trust-store-type=PKCS12",
                        "spring.kafka.ssl.trust-store-password=" + Certificate.PASSWORD)
                .run(context -> use.accept(context.getBean(KafkaConnection.class)));
    }

    private static final String PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule required";

    private static Properties settings(Path data) throws Exception {
        int controller = freePort();
        Properties settings = new Properties();
        settings.putAll(Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@localhost:" + controller),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("inter.broker.listener.name", "INSIDE"),
                Map.entry("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,INSIDE:PLAINTEXT,OUTSIDE:SASL_SSL"),
                Map.entry(
                        "listeners",
                        "CONTROLLER://localhost:" + controller + ",INSIDE://localhost:" + freePort()
                                + ",OUTSIDE://localhost:" + port),
                Map.entry("log.dirs", data.toString()),
                Map.entry("sasl.enabled.mechanisms", "PLAIN"),
                Map.entry("listener.name.outside.plain.sasl.jaas.config", PLAIN + " user_semai=\"rahasia\";"),
                Map.entry("ssl.keystore.location", certificate.keyStore().toString()),
                Map.entry("ssl.keystore.type", "PKCS12"),
                Map.entry("ssl.keystore.password", Certificate.PASSWORD),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "1"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "1")));
        return settings;
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

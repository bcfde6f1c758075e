package id.semai.chaos;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A real Kafka in a process of its own, that can be killed, frozen and started again with what it holds. */
final class KafkaProcess {

    private static final String SETTINGS =
            """
            process.roles = broker,controller
            node.id = 1
            controller.listener.names = CONTROLLER
            auto.create.topics.enable = false
            log.retention.ms = -1
            default.replication.factor = 1
            offsets.topic.replication.factor = 1
            offsets.topic.num.partitions = 1
            transaction.state.log.replication.factor = 1
            transaction.state.log.min.isr = 1
            transaction.state.log.num.partitions = 1
            group.initial.rebalance.delay.ms = 0
            # So that a killed broker is let in again within seconds.
            broker.session.timeout.ms = 1500
            broker.heartbeat.interval.ms = 200
            log.cleaner.dedupe.buffer.size = 16777216
            log.index.size.max.bytes = 1048576
            """;

    private final Path folder;
    private final int port;
    private final int controllerPort;
    private Process process;

    KafkaProcess(Path folder, int port, int controllerPort) {
        this.folder = folder;
        this.port = port;
        this.controllerPort = controllerPort;
    }

    /** Runs the broker until its input ends, that is until the harness is gone. */
    public static void main(String[] args) throws Exception {
        System.setOut(System.err);
        ((ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME))
                .setLevel(ch.qos.logback.classic.Level.ERROR);
        Path folder = Path.of(args[0]);
        Properties settings = new Properties();
        settings.load(new StringReader(SETTINGS));
        settings.setProperty("log.dirs", folder.toString());
        settings.setProperty("controller.quorum.voters", "1@localhost:" + args[2]);
        settings.setProperty(
                "listeners", "PLAINTEXT://localhost:%s,CONTROLLER://localhost:%s".formatted(args[1], args[2]));
        formatOnce(folder);
        new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM).startup();
        while (System.in.read() >= 0) {
            // until the harness is gone
        }
        Runtime.getRuntime().halt(0);
    }

    String address() {
        return "localhost:" + port;
    }

    /** Returns when it takes connections. */
    void start() {
        process = ChildProcess.java(
                KafkaProcess.class,
                folder.resolveSibling("kafka.log"),
                List.of("-Xmx512m"),
                folder.toString(),
                Integer.toString(port),
                Integer.toString(controllerPort));
        Patience.await("Kafka", Duration.ofMinutes(3), () -> {
            if (!process.isAlive()) {
                throw new AssertionError("Kafka ended; see " + folder.resolveSibling("kafka.log"));
            }
            return takesConnections();
        });
    }

    void signal(String name) {
        ChildProcess.signal(process.pid(), name);
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    private boolean takesConnections() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("localhost", port), 500);
            return true;
        } catch (java.io.IOException notYet) {
            return false;
        }
    }

    private static void formatOnce(Path folder) throws Exception {
        if (!Files.exists(folder.resolve("meta.properties"))) {
            Files.createDirectories(folder);
            new Formatter()
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(1)
                    .addDirectory(folder.toString())
                    .setMetadataLogDirectory(folder.toString())
                    .setControllerListenerName("CONTROLLER")
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                    .run();
        }
    }
}

package id.semai.journal;

import id.semai.Ports;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.springframework.util.FileSystemUtils;

/** A real Kafka broker on a port of its own that can be stopped and started again with what it holds. */
public final class Broker {

    private static Broker shared;

    private final int port = Ports.next();
    private final int controllerPort = Ports.next();
    private final Path folder;
    private KafkaRaftServer server;

    public Broker() {
        try {
            folder = Files.createTempDirectory("semai-kafka");
            format();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** @param folder of an embedded Kafka that has stopped: what it held is there again */
    public Broker(Path folder) {
        this.folder = folder;
    }

    /** One for all tests that do not stop it; it ends with the test run. */
    public static synchronized Broker shared() {
        if (shared == null) {
            shared = new Broker();
            shared.start();
            Runtime.getRuntime().addShutdownHook(new Thread(shared::stop));
        }
        return shared;
    }

    public String address() {
        return "localhost:" + port;
    }

    public void start() {
        server = new KafkaRaftServer(new KafkaConfig(settings()), Time.SYSTEM);
        server.startup();
    }

    public void stop() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** After it was stopped: what it held is gone. */
    public void remove() {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void format() throws Exception {
        new Formatter()
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(1)
                .addDirectory(folder.toString())
                .setMetadataLogDirectory(folder.toString())
                .setControllerListenerName("CONTROLLER")
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .run();
    }

    private Properties settings() {
        Properties settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@localhost:" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listeners", "PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort);
        settings.put("log.dirs", folder.toString());
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        return settings;
    }
}

package id.semai.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * A real Kafka, broker and controller in this process. It takes seconds, so it begins when the application begins and
 * is waited for when the application is nearly there; it stops when everybody who sends or reads has stopped.
 *
 * <p>The only class that knows Kafka's internals.
 */
class KafkaServer implements SmartLifecycle, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(KafkaServer.class);
    private static final int NODE = 1;

    private static final String SETTINGS =
            """
            process.roles = broker,controller
            node.id = 1
            controller.listener.names = CONTROLLER
            inter.broker.listener.name = INSIDE
            listener.security.protocol.map = CONTROLLER:PLAINTEXT,INSIDE:PLAINTEXT,OUTSIDE:PLAINTEXT
            auto.create.topics.enable = false

            # Nothing is ever erased, and an acknowledged event survives a power cut: no second broker holds it.
            log.retention.ms = -1
            log.retention.bytes = -1
            log.flush.interval.messages = 1
            # Ten years: a reader that was away for long goes on where it stopped.
            offsets.retention.minutes = 5256000

            default.replication.factor = 1
            min.insync.replicas = 1
            offsets.topic.replication.factor = 1
            transaction.state.log.replication.factor = 1
            transaction.state.log.min.isr = 1
            group.initial.rebalance.delay.ms = 0
            # After a kill the controller lets the dead broker's session end before it takes the new one.
            broker.session.timeout.ms = 6000

            # A laptop's share of threads, files and memory: the cleaner alone would take 128 MB.
            offsets.topic.num.partitions = 4
            transaction.state.log.num.partitions = 4
            num.network.threads = 2
            num.io.threads = 4
            log.index.size.max.bytes = 1048576
            log.cleaner.dedupe.buffer.size = 16777216
            """;

    private final EmbeddedSettings settings;
    private final Path directory;
    private final int port;
    private final int insidePort = Port.anyFree();
    private final FutureTask<KafkaRaftServer> starting = new FutureTask<>(this::launch);
    private volatile boolean running;
    private boolean begun;

    KafkaServer(EmbeddedSettings settings, DataFolder folder) {
        this.settings = settings;
        this.directory = folder.kafka();
        this.port = settings.kafkaPort() == 0 ? Port.anyFree() : settings.kafkaPort();
    }

    static void prepare(EmbeddedSettings settings) {
        new Port(settings.kafkaPort(), "Kafka", "semai.embedded.kafka-port").requireFree();
    }

    /** Returns at once; {@link #start} waits for what begins here. */
    synchronized void begin() {
        prepare(settings);
        new Thread(starting, "kafka-start").start();
        begun = true;
    }

    /** @throws EmbeddedFailure if Kafka cannot run, which ends the application's start */
    @Override
    public void start() {
        try {
            starting.get();
            running = true;
        } catch (ExecutionException e) {
            throw new EmbeddedFailure(
                    "Kafka bawaan tidak dapat dimulai dari «" + directory + "»: "
                            + e.getCause().getMessage() + ".",
                    e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** First to start, last to stop. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    @Override
    public synchronized void close() {
        running = false;
        if (begun) {
            shutDown();
        }
        begun = false;
    }

    /** The address for this application itself: works whatever name is advertised to others. */
    String insideAddress() {
        return "127.0.0.1:" + insidePort;
    }

    /** The address for everybody else. */
    String address() {
        return settings.kafkaHost() + ":" + port;
    }

    private KafkaRaftServer launch() throws Exception {
        survive();
        formatOnce();
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties()), Time.SYSTEM);
        server.startup();
        return server;
    }

    /** Kafka halts the whole process when its disk fails; people's work must go on, and events wait in the journal. */
    private static void survive() {
        Exit.Procedure goOn = (status, message) -> {
            log.error("Kafka bawaan berhenti ({}): peristiwa menunggu sampai Semai dijalankan ulang.", message);
            throw new IllegalStateException("Kafka berhenti dengan status " + status);
        };
        Exit.setHaltProcedure(goOn);
        Exit.setExitProcedure(goOn);
    }

    private void formatOnce() throws Exception {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(directory);
        new Formatter()
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(NODE)
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(directory.toString())
                .addDirectory(directory.toString())
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .run();
    }

    private Properties properties() throws IOException {
        Properties all = new Properties();
        all.load(new StringReader(SETTINGS));
        int controllerPort = Port.anyFree();
        String outside = settings.kafkaStaysOnThisMachine() ? "127.0.0.1" : "0.0.0.0";
        all.setProperty("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        all.setProperty(
                "listeners",
                "CONTROLLER://127.0.0.1:" + controllerPort + ",INSIDE://" + insideAddress() + ",OUTSIDE://" + outside
                        + ":" + port);
        all.setProperty("advertised.listeners", "INSIDE://" + insideAddress() + ",OUTSIDE://" + address());
        all.setProperty("log.dirs", directory.toString());
        return all;
    }

    private void shutDown() {
        try {
            KafkaRaftServer server = starting.get();
            server.shutdown();
            server.awaitShutdown();
        } catch (ExecutionException e) {
            log.debug("Kafka never ran, so there is nothing to stop");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package id.semai.chaos;

import id.semai.journal.SeededBug;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** PostgreSQL, Kafka and two nodes, each in a process of its own. */
final class Cluster implements AutoCloseable {

    static final Duration SHORT_LEASE = Duration.ofMillis(1_200);

    final Path folder;
    final PostgresProcess postgres;
    final KafkaProcess kafka;
    final NodeProcess a;
    final NodeProcess b;
    private final SharedClasses classes;
    final Tally tally = new Tally();
    private final int rate;
    private String world;
    private SeededBug bug;
    private Duration lease = SHORT_LEASE;

    Cluster(int rate) {
        this.rate = rate;
        List<Integer> ports = freePorts(3);
        try {
            folder = Files.createTempDirectory(
                    Files.createDirectories(Path.of("target", "chaos").toAbsolutePath()), "run");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        postgres = new PostgresProcess(folder.resolve("postgres"), ports.get(0));
        kafka = new KafkaProcess(folder.resolve("kafka"), ports.get(1), ports.get(2));
        classes = new SharedClasses(folder);
        a = new NodeProcess("a", folder, classes);
        b = new NodeProcess("b", folder, classes);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        postgres.start();
        kafka.start();
    }

    /**
     * Two new nodes on a database and topics of their own.
     *
     * @param bug null for none
     */
    void begin(String world, SeededBug bug, Duration lease) {
        this.world = world;
        this.bug = bug;
        this.lease = lease;
        postgres.client("postgres").sql("create database " + world).update();
        launch(a, true);
        requireReady(a);
        start(b);
        classes.archive(b.pid());
        load(true);
    }

    /** Ends the nodes of a world that has been checked. */
    void end() {
        nodes().forEach(NodeProcess::kill);
    }

    /** What starts from now on has this lease. */
    void lease(Duration lease) {
        this.lease = lease;
    }

    void load(boolean on) {
        nodes().forEach(node -> node.load(on));
    }

    List<NodeProcess> nodes() {
        return List.of(a, b);
    }

    NodeProcess other(NodeProcess node) {
        return node == a ? b : a;
    }

    /** The node that ships; waits for one if need be. */
    NodeProcess shipper() {
        Patience.await("a node that ships", Duration.ofSeconds(90), () -> nodes().stream()
                .anyMatch(NodeProcess::isShipping));
        return nodes().stream().filter(NodeProcess::isShipping).findFirst().orElseGet(this::shipper);
    }

    void awaitShipping(NodeProcess node) {
        Patience.await("node " + node.name + " to ship", Duration.ofSeconds(60), node::isShipping);
    }

    void kill(NodeProcess node) {
        node.kill();
        tally.kills++;
    }

    /** Starts nodes that are down, and again who could not start for want of a database. */
    void start(NodeProcess... nodes) {
        for (NodeProcess node : nodes) {
            launch(node, false);
        }
        for (NodeProcess node : nodes) {
            requireReady(node);
            node.load(true);
        }
    }

    /** Kills Kafka, and starts it again later. */
    void withoutKafka(Duration time) {
        Instant from = Instant.now();
        kafka.kill();
        tally.kills++;
        Load.sleep(time.toMillis());
        tally.kafkaOutages.add(new Tally.Outage(from, Instant.now()));
        kafka.start();
    }

    void killPostgres() {
        postgres.kill();
        tally.kills++;
    }

    JdbcClient database() {
        return postgres.client(world);
    }

    String topic(String name) {
        return world + "-" + name;
    }

    String databaseUrl() {
        return postgres.url(world);
    }

    /** Nobody is in the middle of anything, and everything has been shipped. */
    boolean isQuiet() {
        return IntStream.range(0, 5).allMatch(look -> {
            Load.sleep(100);
            return database()
                    .sql(
                            """
                            select not exists (select from semai.unshipped)
                                and not exists (select from semai.relay where batch_id is not null)
                                and not exists (
                                    select from pg_stat_activity
                                    where datname = current_database() and pid <> pg_backend_pid()
                                    and state <> 'idle')
                            """)
                    .query(Boolean.class)
                    .single();
        });
    }

    @Override
    public void close() {
        nodes().forEach(NodeProcess::abandon);
        kafka.kill();
        postgres.close();
    }

    /** Removes what a run has left, which is of interest only if it failed. */
    void forget() throws IOException {
        close();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted((one, two) -> two.compareTo(one))
                    .forEach(file -> file.toFile().delete());
        }
    }

    private void requireReady(NodeProcess node) {
        for (int attempt = 1; !node.isReadyInTime(); attempt++) {
            if (attempt == 4) {
                throw new AssertionError("Node " + node.name + " does not start; see " + folder);
            }
            launch(node, false);
        }
        tally.starts.add(node.startTime());
    }

    private void launch(NodeProcess node, boolean first) {
        Map<String, String> properties = new HashMap<>(Map.of(
                "chaos.first", Boolean.toString(first),
                "chaos.rate", Integer.toString(rate),
                "chaos.database", postgres.url(world),
                "chaos.kafka", kafka.address(),
                "chaos.bug", bug == null ? "" : bug.code(),
                "semai.journal.relay", topic("relay"),
                "semai.journal.lease", lease.toMillis() + "ms"));
        properties.put("semai.journal.topics.stage-transitions", topic("stages"));
        properties.put("semai.journal.topics.innovations", topic("innovations"));
        properties.put("semai.journal.topics.units", topic("units"));
        properties.put("semai.journal.topics.relay", topic("marks"));
        node.launch(properties);
    }

    private static List<Integer> freePorts(int count) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int number = 0; number < count; number++) {
                sockets.add(new ServerSocket(0));
            }
            List<Integer> ports =
                    sockets.stream().map(ServerSocket::getLocalPort).toList();
            for (ServerSocket socket : sockets) {
                socket.close();
            }
            return ports;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

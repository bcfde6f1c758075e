package id.semai.chaos;

import id.semai.journal.FaultPoint;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What breaks at random: a pack of all faults, shuffled by the seed and dealt again and again. */
final class Faults {

    private static final Duration SOON = Duration.ofSeconds(40);

    private final Cluster cluster;
    private final Random random;

    Faults(Cluster cluster, long seed) {
        this.cluster = cluster;
        this.random = new Random(seed);
    }

    private record Fault(String name, Runnable strike) {}

    /** At least one pack, and as many kills as asked for. */
    void strike(int kills) {
        int enough = cluster.tally.kills + kills;
        do {
            List<Fault> pack = pack();
            Collections.shuffle(pack, random);
            for (Fault fault : pack) {
                strike(fault);
            }
        } while (cluster.tally.kills < enough);
    }

    private void strike(Fault fault) {
        long began = System.nanoTime();
        fault.strike.run();
        cluster.tally.fault(fault.name);
        System.out.printf(
                "chaos: %-28s %5.1f s, %d kills so far%n",
                fault.name, (System.nanoTime() - began) / 1e9, cluster.tally.kills);
        pause(1_000);
    }

    /** Every fault once, and at each point one of the two: who wants more lets the packs follow one another. */
    private List<Fault> pack() {
        List<Fault> pack = new ArrayList<>();
        for (FaultPoint point : FaultPoint.values()) {
            pack.add(
                    random.nextBoolean()
                            ? new Fault("kill at " + point, () -> killAt(point))
                            : new Fault("freeze at " + point, () -> freezeAt(point)));
        }
        pack.addAll(Arrays.asList(
                new Fault("kill a node at any moment", this::killAnyNode),
                new Fault("kill both nodes", this::killBothNodes),
                new Fault("freeze a node at any moment", this::freezeAnyNode),
                new Fault("kill Kafka", this::killKafka),
                new Fault("freeze Kafka", this::freezeKafka),
                new Fault("kill PostgreSQL", this::killPostgres),
                new Fault("hold a snapshot", this::holdSnapshot),
                new Fault("restart one by one", this::restartOneByOne)));
        return pack;
    }

    /** Returns the node that waits at the point; to bring one to a take-over, the other is killed and started later. */
    NodeProcess hold(FaultPoint point) {
        return point.isTakeOver() ? holdHeir(point) : holdShipper(point);
    }

    private NodeProcess holdShipper(FaultPoint point) {
        for (int attempt = 0; attempt < 5; attempt++) {
            NodeProcess shipper = cluster.shipper();
            shipper.arm(point);
            if (Patience.within(Duration.ofSeconds(8), () -> shipper.at() == point)) {
                cluster.tally.point(point);
                return shipper;
            }
            shipper.disarm();
        }
        throw new AssertionError("No node came to " + point);
    }

    private NodeProcess holdHeir(FaultPoint point) {
        NodeProcess shipper = cluster.shipper();
        NodeProcess heir = cluster.other(shipper);
        heir.arm(point);
        cluster.kill(shipper);
        Patience.await("node " + heir.name + " at " + point, SOON, () -> heir.at() == point);
        cluster.tally.point(point);
        return heir;
    }

    private void killAt(FaultPoint point) {
        NodeProcess held = hold(point);
        NodeProcess other = cluster.other(held);
        pause(200);
        cluster.kill(held);
        if (point.isTakeOver()) {
            cluster.start(other, held);
        } else {
            cluster.start(held);
        }
        cluster.shipper();
    }

    private void freezeAt(FaultPoint point) {
        NodeProcess held = hold(point);
        NodeProcess other = cluster.other(held);
        pause(200);
        held.freeze();
        if (point.isTakeOver()) {
            cluster.start(other);
        }
        cluster.awaitShipping(other);
        pause(1_000);
        held.thaw();
        held.go();
        cluster.shipper();
    }

    private void killAnyNode() {
        NodeProcess node = cluster.nodes().get(random.nextInt(2));
        pause(1_000);
        cluster.kill(node);
        cluster.start(node);
        cluster.shipper();
    }

    private void killBothNodes() {
        cluster.nodes().forEach(cluster::kill);
        cluster.start(cluster.a, cluster.b);
        cluster.shipper();
    }

    private void freezeAnyNode() {
        NodeProcess shipper = cluster.shipper();
        pause(500);
        shipper.freeze();
        cluster.awaitShipping(cluster.other(shipper));
        shipper.thaw();
    }

    private void killKafka() {
        cluster.withoutKafka(Duration.ofMillis(3_000 + random.nextInt(2_000)));
        cluster.shipper();
    }

    private void freezeKafka() {
        cluster.kafka.signal("STOP");
        Load.sleep(1_000 + random.nextInt(4_000));
        cluster.kafka.signal("CONT");
        cluster.shipper();
    }

    private void killPostgres() {
        cluster.killPostgres();
        pause(1_500);
        cluster.postgres.start();
        cluster.shipper();
    }

    private void holdSnapshot() {
        try (Connection connection = DriverManager.getConnection(cluster.databaseUrl(), "postgres", "");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            statement.executeQuery("select count(*) from semai.unshipped");
            killAnyNode();
            Load.sleep(3_000);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void restartOneByOne() {
        for (NodeProcess node : cluster.nodes()) {
            node.terminate();
            cluster.start(node);
        }
        cluster.shipper();
    }

    private void pause(int atMostMillis) {
        Load.sleep(random.nextInt(atMostMillis));
    }
}

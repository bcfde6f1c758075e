package id.semai.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import id.semai.journal.FaultPoint;
import id.semai.journal.SeededBug;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * The proof of the six guarantees: two nodes, PostgreSQL and Kafka, each in a process of its own, are killed and frozen
 * at the worst moments while people work; then the topics are held against the engine's own history.
 *
 * <p>Part of {@code mvn verify -Pchaos}. Alone, and quicker: {@code mvn -Pchaos test-compile
 * failsafe:integration-test failsafe:verify -Dit.test=ChaosIT}, with any of
 *
 * <ul>
 *   <li>{@code -Dchaos.seed=} a printed seed, to repeat its faults in their order
 *   <li>{@code -Dchaos.kills=} the length of a run
 *   <li>{@code -Dchaos.rate=} acts of people a second, on each node
 *   <li>{@code -Dchaos.outage=} instead of all faults, Kafka is away for so many seconds, and nobody is disturbed but by that
 *   <li>{@code -Dchaos.stops=} instead of all faults, the node that ships is stopped in order so many times, and each
 *       take-over is timed
 *   <li>{@code -Dchaos.bug=} a seeded bug, which must make the run fail; or {@code all}, which passes if each one is caught
 * </ul>
 */
class ChaosIT {

    static {
        LoggingSystem logging = LoggingSystem.get(ChaosIT.class.getClassLoader());
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
        // It would say that a PostgreSQL which was killed cannot be stopped.
        logging.setLogLevel("io.zonky", LogLevel.OFF);
    }

    /** That of {@code semai.journal.lease}. */
    private static final Duration DEFAULT_LEASE = Duration.ofSeconds(6);

    private static final Duration DRAINED_WITHIN = Duration.ofSeconds(60);

    private final long seed = Long.getLong("chaos.seed", new Random().nextInt(1_000_000));
    private final int kills = Integer.getInteger("chaos.kills", 4);
    private final int outage = Integer.getInteger("chaos.outage", 0);
    private final int stops = Integer.getInteger("chaos.stops", 0);
    private final String bug = System.getProperty("chaos.bug", "");

    /** A planted mistake has only seconds in which to show. */
    private final int rate = Integer.getInteger("chaos.rate", bug.isEmpty() ? 8 : 20);

    private final Cluster cluster = new Cluster(rate);
    private final Faults faults = new Faults(cluster, seed);
    private final Aims aims = new Aims(cluster, faults);

    @Test
    void proves() throws Exception {
        try {
            if (bug.equals("all")) {
                catchesEverySeededBug();
            } else if (outage > 0) {
                survivesAnOutage();
            } else if (stops > 0) {
                handsOver();
            } else if (bug.isEmpty()) {
                holdsEveryGuarantee();
            } else {
                failsWith(SeededBug.of(bug));
            }
        } finally {
            cluster.close();
        }
        cluster.forget();
    }

    private void holdsEveryGuarantee() throws IOException {
        System.out.println("chaos: seed=" + seed);
        cluster.begin("chaos", null, DEFAULT_LEASE);
        measureTakeOvers();
        for (SeededBug mistake : SeededBug.values()) {
            aims.aimAt(mistake);
        }
        faults.strike(kills);
        judge();
        assertThat(cluster.tally.points).as("fault points met").containsOnlyKeys(FaultPoint.values());
    }

    /** As long before it as during it, so that one can be compared with the other. */
    private void survivesAnOutage() throws IOException {
        cluster.begin("outage", null, DEFAULT_LEASE);
        cluster.shipper();
        Load.sleep(1_000L * outage);
        cluster.withoutKafka(Duration.ofSeconds(outage));
        long back = System.nanoTime();
        cluster.shipper();
        System.out.printf("chaos: ships again %.1f s after Kafka is back%n", seconds(back));
        judge();
    }

    private void handsOver() throws IOException {
        cluster.begin("stops", null, DEFAULT_LEASE);
        for (int stop = 0; stop < stops; stop++) {
            NodeProcess shipper = cluster.shipper();
            Load.sleep(10_000);
            stopInOrder(shipper);
            cluster.start(shipper);
        }
        judge();
    }

    private void judge() throws IOException {
        boolean drained = rest();
        Verdict verdict = verdict();
        printFigures();
        System.out.printf(
                "chaos: seed=%d events=%d kills=%d %s%n",
                seed, verdict.events(), cluster.tally.kills, verdict.figures());
        assertThat(verdict.isClean()).as("%s", verdict.examples()).isTrue();
        assertThat(drained).as("everything shipped, without a person's help").isTrue();
        assertThat(verdict.events()).as("events").isGreaterThan(1_000);
        Truth truth = Truth.of(cluster.database());
        System.out.printf("chaos: migrations %d, releases %d%n", truth.count("migrated"), truth.count("released"));
        assertThat(truth.count("migrated")).as("migrations").isPositive();
        assertThat(truth.count("released")).as("releases").isPositive();
    }

    private void failsWith(SeededBug mistake) {
        Verdict verdict = runWith(mistake);
        System.out.println(caught(mistake, verdict));
        assertThat(verdict.isClean())
                .as("seeded bug %s: %s", mistake.code(), verdict.examples())
                .isTrue();
    }

    private void catchesEverySeededBug() {
        List<String> rows = new ArrayList<>();
        List<SeededBug> missed = new ArrayList<>();
        for (SeededBug mistake : SeededBug.values()) {
            Verdict verdict = runWith(mistake);
            System.out.println(caught(mistake, verdict));
            rows.add("| %s | %s | %d |".formatted(mistake.code(), verdict.wrong(), verdict.events()));
            if (verdict.isClean()) {
                missed.add(mistake);
            }
            cluster.end();
        }
        System.out.println("| bug | caught as | after how many events |\n|---|---|---|");
        rows.forEach(System.out::println);
        assertThat(missed).as("seeded bugs that were not caught").isEmpty();
    }

    private Verdict runWith(SeededBug mistake) {
        cluster.begin(mistake.name().toLowerCase(), mistake, Cluster.SHORT_LEASE);
        Load.sleep(2_000);
        aims.aimAt(mistake);
        Load.sleep(1_000);
        rest();
        return verdict();
    }

    private static String caught(SeededBug mistake, Verdict verdict) {
        return "chaos: bug=%s %s after %d events"
                .formatted(
                        mistake.code(),
                        verdict.isClean() ? "NOT caught" : "caught as " + verdict.wrong(),
                        verdict.events());
    }

    /** Nobody begins anything any more, and the relay has the time it needs. Whether it needed no more. */
    private boolean rest() {
        cluster.nodes().forEach(NodeProcess::rest);
        return Patience.within(DRAINED_WITHIN, cluster::isQuiet);
    }

    private Verdict verdict() {
        return Verdict.of(
                Truth.of(cluster.database()),
                cluster.kafka.address(),
                cluster.topic("stages"),
                cluster.topic("innovations"));
    }

    /** With the lease that Semai has by default, then with the short one of the run. */
    private void measureTakeOvers() {
        NodeProcess shipper = cluster.shipper();
        NodeProcess heir = cluster.other(shipper);
        Load.sleep(2_000);
        long killed = System.nanoTime();
        cluster.kill(shipper);
        cluster.awaitShipping(heir);
        System.out.printf("chaos: take-over after a crash %.1f s%n", seconds(killed));
        cluster.lease(Cluster.SHORT_LEASE);
        cluster.start(shipper);
        Load.sleep(5_000);
        stopInOrder(heir);
        cluster.start(heir);
    }

    private void stopInOrder(NodeProcess shipper) {
        long stopped = System.nanoTime();
        shipper.interrupt();
        cluster.awaitShipping(cluster.other(shipper));
        System.out.printf("chaos: take-over after a clean stop %.2f s%n", seconds(stopped));
        shipper.terminate();
    }

    private void printFigures() throws IOException {
        List<Long> up = new ArrayList<>();
        List<Long> down = new ArrayList<>();
        for (NodeProcess node : cluster.nodes()) {
            try (Stream<String> lines = Files.lines(cluster.folder.resolve("latencies-" + node.name + ".txt"))) {
                lines.map(line -> line.split(" "))
                        .filter(words -> words.length == 2)
                        .forEach(words -> {
                            boolean isDown = cluster.tally.kafkaOutages.stream()
                                    .anyMatch(outage -> outage.covers(Long.parseLong(words[0])));
                            (isDown ? down : up).add(Long.parseLong(words[1]));
                        });
            }
        }
        System.out.printf(
                "chaos: completing a task, p50/p99: Kafka up %s ms (%d), Kafka down %s ms (%d)%n",
                percentiles(up), up.size(), percentiles(down), down.size());
        System.out.printf(
                "chaos: node start %.1f s on average of %d%n",
                cluster.tally.meanStart().toMillis() / 1e3, cluster.tally.starts.size());
        System.out.println("chaos: points " + cluster.tally.points);
        System.out.println("chaos: faults " + cluster.tally.faults);
    }

    private static String percentiles(List<Long> micros) {
        if (micros.isEmpty()) {
            return "-";
        }
        List<Long> sorted = micros.stream().sorted().toList();
        return "%.1f/%.1f".formatted(sorted.get(sorted.size() / 2) / 1e3, sorted.get(sorted.size() * 99 / 100) / 1e3);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}

package id.semai.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.semai.dashboard.Aside;
import id.semai.dashboard.Journey;
import id.semai.dashboard.Step;
import id.semai.events.Wire;
import id.semai.fold.LiveBoard;
import id.semai.journal.Broker;
import id.semai.terminal.CommandFailure;
import id.semai.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The board over a real Kafka that holds what a stranger may have sent there. */
@ExtendWith(OutputCaptureExtension.class)
class ReaderTest {

    @TempDir
    Path folder;

    private Broker broker = Broker.shared();
    private DashboardSettings settings;
    private String stages;
    private String units;

    @BeforeEach
    void name() {
        stages = "stages-" + UUID.randomUUID();
        units = "units-" + UUID.randomUUID();
        settings = Watch.settings(folder.resolve("dashboard"), stages, units);
    }

    @Test
    void aBrokerThatComesLateGoesAwayAndComesBackIsSaidAndReadOn() throws Exception {
        broker = new Broker();
        LiveBoard board = new LiveBoard(Clock.systemUTC().instant());
        Reader reader = new Reader(board, access(Map.of()), settings, Clock.systemUTC());
        reader.start();
        try {
            Awaitility.await().during(Duration.ofSeconds(1)).until(() -> !board.freshness()
                    .connected());

            broker.start();
            await(() -> board.freshness().connected() && !board.freshness().catchingUp());
            create(stages, units);
            send(stages, Wire.started("a"));
            await(() -> board.journey("a").isPresent() && board.freshness().lag() == 0);

            broker.stop();
            long stopped = System.nanoTime();
            await(() -> !board.freshness().connected());
            assertThat(Duration.ofNanos(System.nanoTime() - stopped)).isLessThan(Duration.ofSeconds(5));
            assertThat(board.journey("a")).isPresent();

            broker.start();
            send(stages, Wire.entered("a", 2, "lab", 1));
            await(() -> board.journey("a").orElseThrow().steps().size() == 2);
            await(() -> board.freshness().connected());

            delete(stages);
            create(stages);
            send(stages, Wire.started("b"));
            await(() -> board.journey("b").isPresent());
            assertThat(board.journeys()).hasSize(1);
        } finally {
            reader.stop();
            broker.stop();
        }
        assertThat(Files.exists(settings.folder().resolve("snapshot.json.gz"))).isTrue();
    }

    @Test
    void aHoleInDeliveryIsClosedByReadingOnceMore() throws Exception {
        create(stages, units);
        send(
                stages,
                Wire.started("a"),
                Wire.entered("a", 2, "lab", 1),
                "poison",
                Wire.entered("a", 3, "lab.design", 1));
        send(stages, Wire.started("b"));
        Mischief.LOST_ONCE.add(stages + "/1");

        try (Watch watch = new Watch(access(Mischief.LOSES), settings)) {
            watch.upToDate();

            assertThat(watch.board.journey("a").orElseThrow().steps()).hasSize(3);
            assertThat(watch.board.journey("a").orElseThrow().whole()).isTrue();
            assertThat(watch.board.freshness().incomplete()).isZero();
            assertThat(watch.board.freshness().setAside()).isEqualTo(1);
            assertThat(watch.board.freshness().repeated()).isZero();
        }
        assertThat(Mischief.LOST_ONCE).doesNotContain(stages + "/1");
    }

    @Test
    void whoStopsAnywhereGoesOnWithExactlyTheNextRecord(CapturedOutput output) throws Exception {
        create(stages, units);
        send(stages, Wire.started("a"), "poison", Wire.started("b"), Wire.started("c"));
        send(units, Wire.unit("dikbud", 1, event -> {}), Wire.unit("dinkes", 1, event -> {}));
        KafkaAccess oneByOne = access(Map.of("max.poll.records", "1"));
        for (int life = 1; life <= 6; life++) {
            try (Watch watch = new Watch(oneByOne, settings)) {
                Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> watch.step() == 1);
                watch.keepSnapshot();
                assertThat(told(watch.board)).as("after " + life).isEqualTo(life);
            }
        }

        try (Watch watch = new Watch(oneByOne, settings)) {
            watch.upToDate();
            assertThat(told(watch.board)).isEqualTo(6);
            assertThat(watch.board.freshness().repeated()).isZero();
        }
        assertThat(output).doesNotContain("dibangun ulang", "dibaca ulang");
    }

    @Test
    void aSecondReadingThatIsBrokenOffCountsNothingTwice() throws Exception {
        create(stages, units);
        send(stages, "poison", Wire.started("a"), "poison", Wire.started("b"), Wire.entered("a", 2, "lab", 1));
        send(stages, Wire.entered("a", 3, "lab.design", 1), "poison");
        Mischief.LOST_ONCE.add(stages + "/4");
        Map<String, String> losesAndGoesSlowly = new HashMap<>(Mischief.LOSES);
        losesAndGoesSlowly.put("max.poll.records", "1");

        try (Watch watch = new Watch(access(losesAndGoesSlowly), settings)) {
            while (watch.board.freshness().setAside() < 3) {
                watch.step();
            }
            assertThat(watch.board.hasGaps()).isTrue();
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> watch.step() == 1);
            watch.loseConnection();
            watch.upToDate();

            assertThat(watch.board.journey("a").orElseThrow().steps()).hasSize(3);
            assertThat(watch.board.freshness().incomplete()).isZero();
            assertThat(watch.board.freshness().repeated()).isZero();
            assertThat(watch.board.freshness().setAside()).isEqualTo(3);
            assertThat(watch.board.asides()).extracting(Aside::offset).containsExactly(6L, 2L, 0L);
            assertThat(Files.readAllLines(settings.folder().resolve("set-aside.ndjson")))
                    .hasSize(3);
        }
    }

    @Test
    void aHoleInTheTopicIsSaidAndTheRestGoesOn(CapturedOutput output) throws Exception {
        create(stages, units);
        send(stages, Wire.started("a"), Wire.entered("a", 3, "lab", 1), Wire.started("b"));

        try (Watch watch = new Watch(access(Map.of()), settings)) {
            watch.upToDate();
            send(stages, Wire.entered("a", 4, "lab.design", 1), Wire.entered("b", 2, "lab", 1));
            watch.upToDate();
            while (watch.board.freshness().events() < 5) {
                watch.step();
            }

            assertThat(watch.board.journey("a").orElseThrow().whole()).isFalse();
            assertThat(watch.board.journey("a").orElseThrow().steps())
                    .extracting(Step::sequence)
                    .containsExactly(1, 3, 4);
            assertThat(watch.board.journey("b").orElseThrow().whole()).isTrue();
            assertThat(watch.board.freshness().incomplete()).isEqualTo(1);
        }
        assertThat(output).contains("Inovasi a: peristiwa sebelum nomor 3 belum ada");
    }

    @Test
    void whatIsNoEventIsKeptForInspectionAlsoAfterAKill() throws Exception {
        create(stages, units);
        send(stages, Wire.started("a"), "x".repeat(100_000));
        try (Watch watch = new Watch(access(Map.of()), settings)) {
            watch.upToDate().keepSnapshot();
            send(stages, "second");
            while (watch.board.freshness().setAside() < 2) {
                watch.step();
            }
        }

        try (Watch watch = new Watch(access(Map.of()), settings)) {
            watch.upToDate();

            assertThat(watch.board.freshness().setAside()).isEqualTo(2);
            assertThat(watch.board.asides()).extracting(Aside::offset).containsExactly(2L, 1L);
            assertThat(watch.board.asides().get(1).value()).hasSize(65_536);
            assertThat(watch.board.asides().get(0).reason()).isEqualTo("bukan JSON yang utuh");
            assertThat(Files.readAllLines(settings.folder().resolve("set-aside.ndjson")))
                    .hasSize(2);
        }
    }

    @Test
    void aRestartReadsOnFromTheSnapshotAndADamagedOneIsThrownAway(CapturedOutput output) throws Exception {
        create(stages, units);
        send(units, Wire.unit("dikbud", 1, event -> {}));
        send(stages, Wire.started("a"), Wire.entered("a", 2, "lab", 1));
        try (Watch watch = new Watch(access(Map.of()), settings)) {
            watch.upToDate().keepSnapshot();
        }
        send(stages, Wire.entered("a", 3, "lab.design", 1));

        try (Watch watch = new Watch(access(Map.of()), settings)) {
            assertThat(watch.board.journey("a").orElseThrow().steps()).hasSize(2);
            watch.upToDate();
            assertThat(watch.board.journey("a").orElseThrow().steps()).hasSize(3);
            assertThat(watch.board.freshness().repeated()).isZero();
            assertThat(watch.board.units()).containsOnlyKeys("dikbud");
        }

        Path snapshot = settings.folder().resolve("snapshot.json.gz");
        byte[] damaged = Files.readAllBytes(snapshot);
        damaged[damaged.length / 2] ^= 1;
        Files.write(snapshot, damaged);
        try (Watch watch = new Watch(access(Map.of()), settings)) {
            assertThat(watch.board.journeys()).isEmpty();
            watch.upToDate();
            assertThat(watch.board.journey("a").orElseThrow().steps()).hasSize(3);
        }
        assertThat(output).contains("Potret dasbor rusak atau bukan dari versi ini; dibuang");
    }

    @Test
    void aSnapshotOfOtherTopicsOrOfTopicsThatWereMadeAnewIsThrownAway(CapturedOutput output) throws Exception {
        create(stages, units);
        send(stages, Wire.started("a"), Wire.entered("a", 2, "lab", 1));
        try (Watch watch = new Watch(access(Map.of()), settings)) {
            watch.upToDate().keepSnapshot();
        }
        delete(stages);
        create(stages);
        send(stages, Wire.started("b"));

        try (Watch watch = new Watch(access(Map.of()), settings)) {
            watch.upToDate();
            assertThat(watch.board.journeys()).extracting(Journey::id).containsExactly("b");
            watch.keepSnapshot();
        }
        assertThat(output).contains("Dasbor dibangun ulang dari awal: topiknya dibuat ulang.");

        DashboardSettings others = Watch.settings(settings.folder(), units, units + "-2");
        try (Watch watch = new Watch(access(Map.of()), others)) {
            assertThat(watch.board.journeys()).isEmpty();
        }
        assertThat(output).contains("Potret dasbor berasal dari topik lain");
    }

    @Test
    void theCommandReadsEverythingAndLeavesASnapshot() throws Exception {
        create(stages, units);
        send(stages, Wire.started("a"), Wire.entered("a", 2, "lab", 1), "poison");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Terminal terminal =
                new Terminal(new PrintStream(said, true, StandardCharsets.UTF_8), new PrintStream(said, true), false);

        new Rebuild(access(Map.of()), settings, Clock.systemUTC()).run(terminal);

        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("2 peristiwa dari 1 inovasi dan 0 unit", "1 disisihkan", "Memori");
        try (Watch watch = new Watch(access(Map.of()), settings)) {
            assertThat(watch.board.journey("a").orElseThrow().steps()).hasSize(2);
        }
    }

    @Test
    void theCommandLeavesAFolderAloneThatAnApplicationHolds() throws Exception {
        create(stages, units);
        Rebuild rebuild = new Rebuild(access(Map.of()), settings, Clock.systemUTC());
        Terminal terminal = new Terminal(new PrintStream(new ByteArrayOutputStream()), System.err, false);
        try (Watch watch = new Watch(access(Map.of()), settings)) {
            assertThatThrownBy(() -> rebuild.run(terminal))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("sedang dipakai Semai lain");
        }
        KafkaAccess nowhere = Watch.access(() -> List.of("localhost:1"), Map.of());
        assertThatThrownBy(() -> new Rebuild(nowhere, settings, Clock.systemUTC()).run(terminal))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("tidak dapat dihubungi");
        DashboardSettings absent = Watch.settings(folder, "absent", units);
        assertThatThrownBy(() -> new Rebuild(access(Map.of()), absent, Clock.systemUTC()).run(terminal))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("tidak ada di Kafka");
    }

    /** Records that have come to something, each of which stands for itself. */
    private static long told(LiveBoard board) {
        return board.journeys().size()
                + board.units().size()
                + board.freshness().setAside();
    }

    private KafkaAccess access(Map<String, String> more) {
        return Watch.access(() -> List.of(broker.address()), more);
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(condition);
    }

    private void create(String... topics) throws Exception {
        try (Admin admin = Admin.create(address())) {
            for (String topic : topics) {
                admin.createTopics(Set.of(new NewTopic(topic, 1, (short) 1)))
                        .all()
                        .get();
            }
        }
    }

    private void delete(String topic) throws Exception {
        try (Admin admin = Admin.create(address())) {
            admin.deleteTopics(Set.of(topic)).all().get();
        }
    }

    private void send(String topic, String... values) throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(address(), new StringSerializer(), new StringSerializer())) {
            for (String value : values) {
                String key = value.startsWith("{") ? Wire.key(value) : "someone";
                producer.send(new ProducerRecord<>(topic, key, value)).get();
            }
        }
    }

    private Map<String, Object> address() {
        return Map.of("bootstrap.servers", broker.address());
    }
}

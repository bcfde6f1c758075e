package id.semai.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.semai.events.Wire;
import id.semai.journal.Broker;
import id.semai.journal.Contract;
import id.semai.snapshots.Memory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast the board of the whole country is rebuilt from a real Kafka, and what it weighs: {@code mvn verify -Pbench
 * -Dit.test=DashboardBench}. {@code -Dbench.events} (1000000) and {@code -Dbench.innovations} (36742) set its size.
 */
class DashboardBench {

    private static final int EVENTS = Integer.getInteger("bench.events", 1_000_000);
    private static final int INNOVATIONS = Integer.getInteger("bench.innovations", 36_742);
    private static final Instant BEGAN = Instant.parse("2026-01-05T01:00:00Z");
    private static final List<String> STAGES = List.of(
            "commitment",
            "action-plan.draft",
            "action-plan.review",
            "lab.diagnose",
            "lab.design",
            "lab.deliver",
            "lab.display",
            "rollout.trial",
            "rollout.adoption",
            "rollout.results");

    @TempDir
    Path folder;

    @Test
    void theCountryIsRebuilt() throws Exception {
        Broker broker = new Broker();
        broker.start();
        try {
            fill(broker);
            measure(broker);
            measure(broker);
        } finally {
            broker.stop();
            broker.remove();
        }
    }

    private void measure(Broker broker) throws Exception {
        DashboardSettings settings =
                Watch.settings(folder.resolve(UUID.randomUUID().toString()), "stages", "units");
        long before = heap();
        long began = System.nanoTime();
        String told;
        try (Watch watch = new Watch(Watch.access(() -> List.of(broker.address()), Map.of()), settings)) {
            while (watch.board.freshness().catchingUp()) {
                watch.step();
            }
            Duration taken = Duration.ofNanos(System.nanoTime() - began);
            long weight = heap() - before;
            long writing = System.nanoTime();
            watch.keepSnapshot();
            Duration written = Duration.ofNanos(System.nanoTime() - writing);
            assertThat(watch.board.freshness().events()).isEqualTo(EVENTS);
            assertThat(watch.board.freshness().incomplete()).isZero();
            told = ("dashboard: events=%d innovations=%d rebuilt in %.1f s, %d events/s, heap of the board %d MB,"
                            + " snapshot of %d MB written in %.1f s")
                    .formatted(
                            EVENTS,
                            watch.board.journeys().size(),
                            taken.toMillis() / 1_000.0,
                            1_000L * EVENTS / taken.toMillis(),
                            weight / 1_000_000,
                            Files.size(settings.folder().resolve("snapshot.json.gz")) / 1_000_000,
                            written.toMillis() / 1_000.0);
        }
        System.out.printf("%s and read in %.1f s%n", told, recalling(settings).toMillis() / 1_000.0);
    }

    private static Duration recalling(DashboardSettings settings) throws Exception {
        try (Memory memory = Memory.in(settings.folder(), settings.snapshot())) {
            long began = System.nanoTime();
            assertThat(memory.recall(Set.copyOf(settings.topics().all()))).isPresent();
            return Duration.ofNanos(System.nanoTime() - began);
        }
    }

    private static long heap() {
        System.gc();
        Runtime machine = Runtime.getRuntime();
        return machine.totalMemory() - machine.freeMemory();
    }

    private static void fill(Broker broker) throws Exception {
        Map<String, Object> address = Map.of("bootstrap.servers", broker.address());
        try (Admin admin = Admin.create(address)) {
            admin.createTopics(Set.of(new NewTopic("stages", 12, (short) 1), new NewTopic("units", 12, (short) 1)))
                    .all()
                    .get();
        }
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                broker.address(),
                "compression.type",
                "lz4",
                "batch.size",
                131_072,
                "linger.ms",
                20);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            List<Template> templates = templates();
            for (int event = 0; event < EVENTS; event++) {
                int innovation = event % INNOVATIONS;
                int sequence = event / INNOVATIONS + 1;
                String id = new UUID(0x808d9692e80111f1L, innovation).toString();
                String value =
                        templates.get(Math.min(sequence, templates.size()) - 1).of(id, innovation, sequence);
                if (event % 50_000 == 0) {
                    assertThat(Contract.faults(Wire.JSON.readTree(value)))
                            .as(value)
                            .isEmpty();
                }
                producer.send(new ProducerRecord<>("stages", id, value));
            }
        }
    }

    /** A journey: it starts, and enters and leaves ten stages and some of them again. */
    private static List<Template> templates() {
        List<Template> templates = new ArrayList<>();
        templates.add(Template.of(Wire.example("innovation-started")));
        for (int visit = 1; templates.size() < 200; visit++) {
            for (String stage : STAGES) {
                for (String example : List.of("stage-entered", "stage-completed")) {
                    ObjectNode event = Wire.example(example);
                    Wire.data(event).put("stage", stage).put("visit", visit);
                    templates.add(Template.of(event));
                }
            }
        }
        return templates;
    }

    /** An event with places left free. */
    private record Template(String[] parts) {

        static Template of(ObjectNode event) {
            event.put("subject", "@id@")
                    .put("partitionkey", "@id@")
                    .put("sequence", "@sequence@")
                    .put("time", "@time@");
            Wire.data(event)
                    .put("innovationId", "@id@")
                    .put("title", "Antrean Daring Layanan Nomor @number@")
                    .put("unit", "unit-@unit@")
                    .put("sequence", "@plain@");
            return new Template(
                    Wire.text(event).replace("\"@plain@\"", "@plain@").split("@"));
        }

        String of(String id, int innovation, int sequence) {
            StringBuilder text = new StringBuilder(1_400);
            for (String part : parts) {
                switch (part) {
                    case "id" -> text.append(id);
                    case "sequence" -> text.append("%010d".formatted(sequence));
                    case "plain" -> text.append(sequence);
                    case "time" -> text.append(BEGAN.plusSeconds(86_400L * sequence + innovation));
                    case "number" -> text.append(innovation);
                    case "unit" -> text.append(innovation % 20_000);
                    default -> text.append(part);
                }
            }
            return text.toString();
        }
    }
}

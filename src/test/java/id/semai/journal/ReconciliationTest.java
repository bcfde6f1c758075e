package id.semai.journal;

import static id.semai.journal.JournalWorld.completed;
import static id.semai.journal.JournalWorld.entered;
import static id.semai.journal.JournalWorld.migrated;
import static id.semai.journal.JournalWorld.released;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.semai.stage.Innovation;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

    private final JournalWorld world = new JournalWorld();
    private final CommandsWorld commands = new CommandsWorld(world);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aHealthyTopicIsFoundHealthyWhileItIsWrittenTo() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        AtomicInteger written = new AtomicInteger();
        world.started();
        commands.shipAll();
        world.relay().start();
        ExecutorService writers = Executors.newFixedThreadPool(3);
        List<Future<?>> done = new ArrayList<>();
        for (int writer = 0; writer < 3; writer++) {
            done.add(writers.submit(() -> {
                while (!enough.get()) {
                    Innovation innovation = world.started();
                    world.append(entered(innovation, "commitment"));
                    world.append(migrated(innovation, 3, 4));
                    world.append(completed(innovation, "commitment", "accepted"));
                    world.append(released("lab", 1));
                    written.incrementAndGet();
                }
            }));
        }
        try {
            for (int round = 0; round < 8; round++) {
                int before = written.get();
                await().until(() -> written.get() >= before + 30);
                assertThat(commands.reconcile()).as(commands.said()).isZero();
            }
        } finally {
            enough.set(true);
            for (Future<?> writer : done) {
                writer.get();
            }
            writers.shutdown();
            world.relay().stop();
        }
    }

    @Test
    void whatWaitsIsNotMissing() {
        world.started();
        commands.shipAll();
        world.append(entered(world.started(), "commitment"));

        assertThat(commands.reconcile()).as(commands.said()).isZero();
        assertThat(row(world.settings.topics().stageTransitions())).endsWith(" 2");
    }

    @Test
    void anEventThatLeftTheQueueUnsentIsMissing() {
        Innovation innovation = world.started();
        commands.shipAll();
        world.append(entered(innovation, "commitment"));
        world.database.sql("delete from semai.unshipped").update();

        finds("hilang", "inovasi " + innovation.id() + " urutan 2");
        assertThat(commands.said()).contains("usang:", "inovasi " + innovation.id() + " urutan 1");
    }

    @Test
    void anEventThatIsSentTwiceIsRepeated() throws Exception {
        ConsumerRecord<String, String> record = shipped();
        commands.send(record.topic(), null, record.key(), record.value());

        finds("berulang", "inovasi " + record.key() + " urutan 1 (partisi " + record.partition() + ", offset ");
    }

    @Test
    void anEventInAnotherPartitionIsOutOfOrder() throws Exception {
        Innovation innovation = world.started();
        commands.shipAll();
        ConsumerRecord<String, String> record = world.stages().read().get(0);
        world.append(entered(innovation, "commitment"));
        world.database.sql("delete from semai.unshipped").update();
        commands.send(
                record.topic(),
                (record.partition() + 1) % 12,
                record.key(),
                commands.payloads("sequence").get(1));

        assertThat(commands.reconcile()).isEqualTo(1);
        assertThat(commands.said()).contains("terbalik:", "partisi");
    }

    @Test
    void anEventBehindALaterOneIsAnInversion() throws Exception {
        Innovation innovation = world.started();
        commands.shipAll();
        world.append(entered(innovation, "commitment"));
        world.append(entered(innovation, "commitment.sign"));
        world.database.sql("delete from semai.unshipped").update();
        List<String> payloads = commands.payloads("sequence");
        String topic = world.settings.topics().stageTransitions();
        commands.send(topic, null, innovation.id(), payloads.get(2));
        commands.send(topic, null, innovation.id(), payloads.get(1));

        finds("terbalik", "inovasi " + innovation.id() + " urutan 2 (partisi ");
        assertThat(commands.said()).contains("setelah urutan 3").doesNotContain(", hilang:");
    }

    @Test
    void anEventWithOtherBytesIsAltered() throws Exception {
        Innovation innovation = world.started();
        commands.shipAll();
        world.append(entered(innovation, "commitment"));
        world.database.sql("delete from semai.unshipped").update();
        String altered = commands.payloads("sequence").get(1).replace("commitment", "commitmenT");
        commands.send(world.settings.topics().stageTransitions(), null, innovation.id(), altered);

        finds("berubah", "inovasi " + innovation.id() + " urutan 2 (partisi ");
    }

    @Test
    void whatTheJournalNeverWroteIsUnknown() throws Exception {
        ConsumerRecord<String, String> record = shipped();
        String id = Topic.json(record.value()).get("id").asText();
        commands.send(
                record.topic(),
                3,
                "x",
                record.value().replace(id, UUID.randomUUID().toString()));
        commands.send(record.topic(), 4, "y", "bukan peristiwa");

        finds("asing", "kunci x (partisi 3, offset ");
        assertThat(commands.said()).contains("kunci y (partisi 4, offset ");
    }

    @Test
    void aLastStateThatIsNotTheTrueOneIsFound() throws Exception {
        Innovation stale = world.started();
        commands.shipAll();
        String first = world.innovationsTopic().payloads().get(0);
        Innovation altered = world.started();
        Innovation erased = world.started();
        world.append(entered(stale, "commitment"));
        commands.shipAll();
        String topic = world.settings.topics().innovations();
        commands.send(topic, null, stale.id(), first);
        String state = world.innovationsTopic().read().stream()
                .filter(record -> record.key().equals(altered.id()))
                .findFirst()
                .orElseThrow()
                .value();
        commands.send(topic, null, altered.id(), state.replace("Berjalan", "Selesai"));
        commands.send(topic, null, erased.id(), null);
        commands.send(topic, null, "hantu", first);

        assertThat(commands.reconcile()).isEqualTo(1);
        assertThat(commands.said())
                .contains(topic + ", usang:\n  inovasi " + stale.id())
                .contains(topic + ", berubah:\n  inovasi " + altered.id())
                .contains(topic + ", terhapus:\n  inovasi " + erased.id())
                .contains(topic + ", asing:\n  inovasi hantu");
    }

    @Test
    void aReleaseThatLeftTheQueueUnsentIsMissing() {
        world.started();
        world.append(released("lab", 1));
        commands.shipAll();
        world.append(released("lab", 2));
        world.append(released("lab", 3));
        world.database
                .sql("delete from semai.unshipped u using semai.event e where e.id = u.event and e.sequence = 2")
                .update();

        finds("hilang", "  model lab urutan 2\n");
        assertThat(row(world.settings.topics().stageTransitions())).endsWith(" 1");
    }

    @Test
    void aReleaseThatIsAlteredRepeatedReorderedOrUnknownIsFound() throws Exception {
        world.started();
        world.append(released("lab", 1));
        world.append(released("lab", 2));
        commands.shipAll();
        world.append(released("lab", 3));
        world.append(released("lab", 4));
        world.database.sql("delete from semai.unshipped").update();
        List<String> written = world.journalled(Stream.MODEL);
        String topic = world.settings.topics().stageTransitions();
        commands.send(topic, null, "model:lab", written.get(3).replace("definitions", "definition"));
        commands.send(topic, null, "model:lab", written.get(2));
        commands.send(topic, null, "model:lab", written.get(0));
        String id = Topic.json(written.get(0)).get("id").asText();
        String stranger = written.get(0).replace(id, UUID.randomUUID().toString());
        commands.send(topic, null, "model:hantu", stranger);

        finds("berubah", "  model lab urutan 4 (partisi ");
        assertThat(commands.said())
                .contains("terbalik:\n  model lab urutan 3 (partisi ")
                .contains("berulang:\n  model lab urutan 1 (partisi ")
                .contains("asing:\n  kunci model:hantu (partisi ")
                .doesNotContain(", hilang:");
    }

    @Test
    void aModelInTheTopicOfStatesIsUnknownThere() throws Exception {
        world.append(released("lab", 1));
        world.started();
        commands.shipAll();
        String topic = world.settings.topics().innovations();
        commands.send(topic, null, "model:lab", world.journalled(Stream.MODEL).get(0));

        finds("asing", "inovasi model:lab");
    }

    @Test
    void theStateBeforeAMigrationIsStale() throws Exception {
        Innovation innovation = world.started();
        commands.shipAll();
        String before = world.innovationsTopic().payloads().get(0);
        world.append(migrated(innovation, 3, 4));
        commands.shipAll();
        assertThat(commands.reconcile()).as(commands.said()).isZero();
        commands.send(world.settings.topics().innovations(), null, innovation.id(), before);

        finds("usang", "inovasi " + innovation.id() + " urutan 1");
    }

    @Test
    void aUnitThatIsToldWronglyIsFound() throws Exception {
        world.units.announce(JournalWorld.DIKBUD);
        commands.shipAll();
        ConsumerRecord<String, String> record = world.unitsTopic().read().get(0);
        commands.send(record.topic(), null, record.key(), record.value().replace("true", "false"));

        finds("berubah", "unit " + JournalWorld.DIKBUD.code());
    }

    private ConsumerRecord<String, String> shipped() {
        world.started();
        commands.shipAll();
        return world.stages().read().get(0);
    }

    private void finds(String kind, String example) {
        assertThat(commands.reconcile()).isEqualTo(1);
        assertThat(commands.said()).contains(", " + kind + ":").contains(example);
    }

    private String row(String topic) {
        return commands.said()
                .lines()
                .filter(line -> line.startsWith(topic + "  "))
                .findFirst()
                .orElseThrow();
    }
}

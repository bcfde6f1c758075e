package id.semai.journal;

import static id.semai.journal.JournalWorld.completed;
import static id.semai.journal.JournalWorld.entered;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.semai.stage.Innovation;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageRelayTest {

    private final JournalWorld world = new JournalWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void manyWritersAtOnceAreToldInOrderOnceAndInOnePartitionEach() throws Exception {
        List<Innovation> innovations =
                IntStream.range(0, 5).mapToObj(number -> world.started()).toList();
        world.relay().start();
        ExecutorService writers = Executors.newFixedThreadPool(16);
        List<Future<?>> done = new ArrayList<>();
        for (int writer = 0; writer < 16; writer++) {
            String stage = "stage" + writer;
            done.add(writers.submit(() -> enterAndLeaveOften(innovations, stage)));
        }
        for (Future<?> writer : done) {
            writer.get(120, SECONDS);
        }
        writers.shutdown();
        awaitEmptyQueue();
        world.relay().stop();

        List<ConsumerRecord<String, String>> records = world.stages().read();
        assertThat(records)
                .hasSize(5 + 16 * 60)
                .extracting(ConsumerRecord::value)
                .doesNotHaveDuplicates();
        for (Innovation innovation : innovations) {
            List<ConsumerRecord<String, String>> own = records.stream()
                    .filter(record -> record.key().equals(innovation.id()))
                    .toList();
            assertThat(own.stream().map(ConsumerRecord::partition).distinct()).hasSize(1);
            assertThat(world.stages().sequences(innovation.id()))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, own.size()).boxed().toList());
        }
    }

    @Test
    void theTopicHoldsExactlyWhatTheJournalHolds() {
        Innovation innovation = world.started();
        world.append(entered(innovation, "commitment"));
        shipAll(world.anotherRelay());

        assertThat(world.stages().payloads()).containsExactlyElementsOf(world.journalled(Stream.STAGE_TRANSITION));
        assertThat(world.unitsTopic().payloads()).containsExactlyElementsOf(world.journalled(Stream.UNIT));
        ConsumerRecord<String, String> record = world.stages().read().get(0);
        assertThat(record.key()).isEqualTo(innovation.id());
        assertThat(new String(record.headers().lastHeader("content-type").value(), StandardCharsets.UTF_8))
                .isEqualTo("application/cloudevents+json; charset=UTF-8");
    }

    @Test
    void topicsAreCreatedAsTheContractSays() throws Exception {
        world.anotherRelay().shipOnce();

        try (Admin admin = admin()) {
            JournalSettings.Topics names = world.settings.topics();
            // A broker tells of a topic that it has just created only after a moment.
            Map<String, Integer> partitions = await()
                    .ignoreExceptions()
                    .until(
                            () -> admin.describeTopics(Set.of(
                                            names.stageTransitions(),
                                            names.innovations(),
                                            names.units(),
                                            names.relay()))
                                    .allTopicNames()
                                    .get(),
                            found -> found.size() == 4)
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            topic -> topic.getValue().partitions().size()));
            assertThat(partitions)
                    .isEqualTo(Map.of(
                            names.stageTransitions(),
                            12,
                            names.innovations(),
                            12,
                            names.units(),
                            12,
                            names.relay(),
                            1));
            assertThat(setting(admin, names.stageTransitions(), "retention.ms")).isEqualTo("-1");
            assertThat(setting(admin, names.stageTransitions(), "cleanup.policy"))
                    .isEqualTo("delete");
            assertThat(setting(admin, names.innovations(), "cleanup.policy")).isEqualTo("compact");
            assertThat(setting(admin, names.units(), "cleanup.policy")).isEqualTo("compact");
            assertThat(setting(admin, names.relay(), "cleanup.policy")).isEqualTo("compact");
        }
    }

    @Test
    void aBatchThatKafkaTookBeforeTheCrashIsNotSentAgain() {
        Innovation innovation = world.started();
        StageRelay first = relay(new Unshipped(world.database) {
            @Override
            void forget(long epoch, Batch batch) {
                throw new Crash();
            }
        });
        assertThatThrownBy(first::shipOnce).isInstanceOf(Crash.class);
        assertThat(world.count("unshipped")).isEqualTo(2);
        world.append(entered(innovation, "commitment"));

        shipAll(world.anotherRelay());

        assertThat(world.stages().sequences(innovation.id())).containsExactly(1, 2);
        assertThat(world.unitsTopic().payloads()).hasSize(1);
    }

    @Test
    void aBatchThatKafkaHadNotTakenIsSentByWhoTakesOver() {
        Innovation innovation = world.started();
        StageRelay first = new StageRelay(
                world.unshipped(),
                new KafkaOutlet(world.connection(), new KafkaTopics(world.settings), world.settings) {
                    @Override
                    void commit(Batch batch) {
                        throw new Crash();
                    }
                },
                world.settings);
        assertThatThrownBy(first::shipOnce).isInstanceOf(Crash.class);
        world.append(entered(innovation, "commitment"));

        shipAll(world.anotherRelay());

        assertThat(world.stages().sequences(innovation.id())).containsExactly(1, 2);
    }

    @Test
    void aRelayThatWakesUpAfterItsLeaseHasRunOutSendsNothing() {
        Innovation innovation = world.started();
        StageRelay sleeper = relay(new Unshipped(world.database) {
            @Override
            Optional<Batch> claim(long epoch, int limit) {
                Optional<Batch> claimed = super.claim(epoch, limit);
                shipAll(world.anotherRelay());
                return claimed;
            }
        });

        assertThat(sleeper.shipOnce()).isZero();

        assertThat(sleeper.fencings()).as(sleeper.lastError()).isEqualTo(1);
        assertThat(sleeper.state()).isEqualTo(StageRelay.State.STANDBY);
        assertThat(world.stages().sequences(innovation.id())).containsExactly(1);
        assertThat(world.count("unshipped")).isZero();
    }

    @Test
    void aRelayThatHasLostItsLeaseCanNeitherClaimNorForget() {
        world.started();
        Unshipped queue = world.unshipped();
        long old = queue.acquireLease("old", Duration.ofMillis(1)).orElseThrow();
        Batch batch = queue.claim(old, 500).orElseThrow();
        long young = await().until(() -> queue.acquireLease("young", Duration.ofMinutes(1)), lease -> lease.isPresent())
                .orElseThrow();

        assertThatThrownBy(() -> queue.claim(old, 500)).isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> queue.forget(old, batch)).isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> queue.underWay(old)).isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> queue.renewLease(old, Duration.ofMinutes(1))).isInstanceOf(LeaseLost.class);
        assertThat(queue.underWay(young)).contains(batch);
        assertThat(world.count("unshipped")).isEqualTo(2);
    }

    @Test
    void aBatchIsKnownByMoreThanItsNumber() {
        KafkaOutlet kafka = world.outlet();
        kafka.open();
        kafka.ship(new Batch(7, UUID.randomUUID(), List.of()));
        kafka.close();
        kafka.open();

        assertThat(kafka.holds(new Batch(7, UUID.randomUUID(), List.of())))
                .as("a batch of a database restored from a backup")
                .isFalse();
        kafka.close();
    }

    @Test
    void theLastMarkIsFoundBehindManyThatDoNotCount() throws Exception {
        Batch batch = new Batch(7, UUID.randomUUID(), List.of());
        KafkaOutlet kafka = world.outlet();
        kafka.open();
        kafka.ship(batch);
        try (Producer<String, String> another = producer("another-" + world.settings.relay())) {
            for (int number = 0; number < 100; number++) {
                another.beginTransaction();
                another.send(mark("another", number));
                another.commitTransaction();
                another.beginTransaction();
                another.send(mark(world.settings.relay(), 8));
                another.abortTransaction();
            }
        }
        kafka.close();

        kafka.fence();

        assertThat(kafka.readMark()).isEqualTo(Mark.of(batch));
        kafka.close();
    }

    @Test
    void aMarkBehindAnotherInstallationsOpenTransactionIsWaitedFor() throws Exception {
        Batch batch = new Batch(7, UUID.randomUUID(), List.of());
        KafkaOutlet kafka = world.outlet();
        kafka.open();
        try (Producer<String, String> another = producer("another-" + world.settings.relay())) {
            another.beginTransaction();
            another.send(mark("another", 1)).get();
            kafka.ship(batch);
            kafka.close();
            CompletableFuture<Void> opening = CompletableFuture.runAsync(kafka::open);
            assertThatThrownBy(() -> opening.get(2, SECONDS)).isInstanceOf(TimeoutException.class);
            another.commitTransaction();
            opening.get(10, SECONDS);
        }

        assertThat(kafka.holds(batch)).isTrue();
        kafka.close();
    }

    @ParameterizedTest
    @CsvSource({"relay, cleanup.policy, delete, set it to compact", "units, max.message.bytes, 50000, max.message.bytes"
    })
    void aTopicThatCannotHoldWhatIsPromisedIsNamed(String topic, String setting, String value, String cure)
            throws Exception {
        String name = topic.equals("relay")
                ? world.settings.topics().relay()
                : world.settings.topics().units();
        try (Admin admin = admin()) {
            admin.createTopics(Set.of(new NewTopic(name, 1, (short) 1).configs(Map.of(setting, value))))
                    .all()
                    .get();
        }
        world.started();
        StageRelay relay = world.anotherRelay();

        assertThat(relay.shipOnce()).isZero();

        assertThat(relay.state()).isEqualTo(StageRelay.State.WAITING_FOR_KAFKA);
        assertThat(relay.lastError()).contains(name).contains(cure);
    }

    @Test
    void theStateTopicTellsTheLatestStateOnce() {
        Innovation innovation = world.started();
        StageRelay relay = world.anotherRelay();
        shipAll(relay);
        world.append(entered(innovation, "lab"));
        world.append(entered(innovation, "lab.design"));
        shipAll(relay);
        world.append(completed(innovation, "lab.design", "accepted"));
        shipAll(relay);

        List<ConsumerRecord<String, String>> states = world.innovationsTopic().read();

        assertThat(states).extracting(ConsumerRecord::key).containsOnly(innovation.id());
        assertThat(world.innovationsTopic().sequences(innovation.id())).containsExactly(1, 3, 4);
        assertThat(states.get(2).value()).isEqualTo(world.state(innovation));
        assertThat(new String(states.get(2).headers().lastHeader("content-type").value(), StandardCharsets.UTF_8))
                .isEqualTo("application/cloudevents+json; charset=UTF-8");
    }

    @Test
    void aBatchSentAgainTakesNoOldStateWithIt() {
        Innovation innovation = world.started();
        world.append(entered(innovation, "lab"));
        StageRelay first = relay(new Unshipped(world.database) {
            @Override
            Optional<Batch> claim(long epoch, int limit) {
                super.claim(epoch, limit);
                throw new Crash();
            }
        });
        assertThatThrownBy(first::shipOnce).isInstanceOf(Crash.class);
        world.append(completed(innovation, "lab", "accepted"));

        shipAll(world.anotherRelay());

        assertThat(world.stages().sequences(innovation.id())).containsExactly(1, 2, 3);
        assertThat(world.innovationsTopic().sequences(innovation.id())).containsExactly(3);
    }

    @Test
    void aLaterEventThatCommitsFirstOvertakesNoneOfItsOwnInnovation() {
        Innovation slow = world.started();
        Innovation quick = world.started();
        StageRelay relay = world.anotherRelay();
        shipAll(relay);

        world.transaction.executeWithoutResult(open -> {
            world.journal.append(entered(slow, "commitment"));
            inAnotherThread(() -> world.append(entered(quick, "commitment")));
            inAnotherThread(() -> shipAll(relay));
            assertThat(world.stages().sequences(quick.id())).containsExactly(1, 2);
            assertThat(world.stages().sequences(slow.id())).containsExactly(1);
        });
        shipAll(relay);

        assertThat(world.stages().sequences(slow.id())).containsExactly(1, 2);
    }

    @Test
    void aWatcherSeesWhatWaitsAndWhatWasShipped() {
        world.started();
        StageRelay relay = world.anotherRelay();
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Unshipped queue = world.unshipped(); // gauges hold it weakly
        new RelayMetrics(relay, queue).bindTo(meters);
        assertThat(meters.get("semai.relay.backlog").gauge().value()).isEqualTo(2);

        shipAll(relay);

        assertThat(meters.get("semai.relay.backlog").gauge().value()).isZero();
        assertThat(meters.get("semai.relay.shipped").functionCounter().count()).isEqualTo(2);
        assertThat(meters.get("semai.relay.shipping").gauge().value()).isEqualTo(1);
        assertThat(queue.backlog().events()).isZero();
    }

    @Test
    void aRelayThatIsStoppedLetsAnotherGoOnLongBeforeItsLeaseHasRunOut() {
        world.started();
        JournalSettings patient = new JournalSettings(
                world.settings.topics(), world.settings.relay(), Duration.ofMinutes(2), world.settings.poll());
        StageRelay first = new StageRelay(world.unshipped(), world.outlet(), patient);
        StageRelay second = new StageRelay(world.unshipped(), world.outlet(), patient);
        first.start();
        await().until(() -> first.state() == StageRelay.State.SHIPPING);
        second.start();
        first.stop();

        await().atMost(30, SECONDS).until(() -> second.state() == StageRelay.State.SHIPPING);

        second.stop();
    }

    @Test
    void anotherNodeTakesOverFromOneThatDied() {
        world.started();
        StageRelay dead = world.anotherRelay();
        dead.shipOnce();
        Innovation innovation = world.started();
        StageRelay heir = world.anotherRelay();
        heir.start();

        await().atMost(10, SECONDS).until(() -> world.count("unshipped") == 0);

        heir.stop();
        assertThat(world.stages().sequences(innovation.id())).containsExactly(1);
    }

    private Void enterAndLeaveOften(List<Innovation> innovations, String stage) {
        for (int round = 0; round < 30; round++) {
            Innovation innovation = innovations.get(ThreadLocalRandom.current().nextInt(innovations.size()));
            world.append(entered(innovation, stage));
            world.append(completed(innovation, stage, "accepted"));
        }
        return null;
    }

    private StageRelay relay(Unshipped unshipped) {
        return new StageRelay(unshipped, world.outlet(), world.settings);
    }

    /** Waits for the lease of a relay that is gone, if need be. */
    private void shipAll(StageRelay relay) {
        await().pollInterval(Duration.ofMillis(20)).until(() -> {
            relay.shipOnce();
            return relay.state() == StageRelay.State.SHIPPING;
        });
        while (relay.shipOnce() > 0) {
            // until nothing waits
        }
    }

    private void awaitEmptyQueue() {
        await().atMost(30, SECONDS).until(() -> world.count("unshipped") == 0);
    }

    private static void inAnotherThread(Runnable work) {
        ExecutorService another = Executors.newSingleThreadExecutor();
        try {
            another.submit(work).get(10, SECONDS);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        } finally {
            another.shutdown();
        }
    }

    private Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, world.kafka()));
    }

    private Producer<String, String> producer(String transactionalId) {
        Producer<String, String> producer = new KafkaProducer<>(
                world.connection().producer(transactionalId), new StringSerializer(), new StringSerializer());
        producer.initTransactions();
        return producer;
    }

    private ProducerRecord<String, String> mark(String relay, int batch) {
        return new ProducerRecord<>(world.settings.topics().relay(), relay, new Mark(batch, UUID.randomUUID()).text());
    }

    private static String setting(Admin admin, String topic, String name) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(Set.of(resource))
                .all()
                .get()
                .get(resource)
                .get(name)
                .value();
    }

    /** What no handler of the relay catches, as a killed process runs none. */
    private static class Crash extends Error {}
}

package id.semai.journal;

import static id.semai.journal.JournalWorld.released;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;

class ModelJournalTest {

    private final JournalWorld world = new JournalWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void withoutATransactionNothingIsWritten() {
        assertThatThrownBy(() -> world.models.append(released("lab", 1)))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThat(told()).isEmpty();
        assertThat(world.count("model")).isZero();
    }

    @Test
    void aReleaseIsToldWithItsDiagramAndBelongsToNoGovernment() {
        String diagram = "<?xml version=\"1.0\"?>\n<bpmn:definitions name=\"Jalan – \uD83C\uDF31 & 'tutup'\"/>\n";
        world.append(released("lab", 1));
        world.append(released("lab", 2, diagram));

        JsonNode event = told().get(1);
        assertThat(event.get("type").asText()).isEqualTo("id.semai.model.released.v1");
        assertThat(event.get("source").asText()).isEqualTo("/semai");
        assertThat(event.get("subject").asText()).isEqualTo("model:lab");
        assertThat(event.get("partitionkey").asText()).isEqualTo("model:lab");
        assertThat(event.get("sequence").asText()).isEqualTo("0000000002");
        assertThat(event.get("dataschema").asText()).isEqualTo("urn:semai:schema:model-released.v1");
        assertThat(event.get("data").properties().stream()
                        .map(field -> Map.entry(field.getKey(), field.getValue().asText()))
                        .toList())
                .containsExactly(
                        Map.entry("sequence", "2"),
                        Map.entry("processKey", "lab"),
                        Map.entry("processName", "Proses lab"),
                        Map.entry("processVersion", "2"),
                        Map.entry("previousVersion", "1"),
                        Map.entry("origin", "upload"),
                        Map.entry("originLabel", "Unggahan di halaman model"),
                        Map.entry("role", "administrator"),
                        Map.entry("checksum", "0123456789abcdef".repeat(4)),
                        Map.entry("diagram", diagram));
    }

    @Test
    void whatIsNotKnownOfAReleaseIsLeftOutAndAProcessWithoutANameIsCalledByItsId() {
        world.append(new ModelRelease("lab", " ", 7, null, "folder", null, "0".repeat(64), "<definitions/>"));

        JsonNode data = told().get(0).get("data");
        assertThat(data.get("processName").asText()).isEqualTo("lab");
        assertThat(data.has("role")).isFalse();
        assertThat(data.has("previousVersion")).isFalse();
    }

    @Test
    void eachModelHasASequenceOfItsOwn() {
        assertThat(world.append(released("lab", 1))).isEqualTo(1);
        assertThat(world.append(released("rollout", 4))).isEqualTo(1);
        assertThat(world.append(released("lab", 2))).isEqualTo(2);
    }

    @Test
    void aReleaseThatIsRolledBackPublishesNothingAndTakesNoNumber() {
        world.append(released("lab", 1));
        world.transaction.executeWithoutResult(status -> {
            assertThat(world.models.append(released("lab", 2))).isEqualTo(2);
            assertThat(world.models.append(released("rollout", 1))).isEqualTo(1);
            status.setRollbackOnly();
        });
        shipAll();

        assertThat(world.stages().sequences("model:lab")).containsExactly(1);
        assertThat(world.stages().sequences("model:rollout")).isEmpty();
        assertThat(world.append(released("lab", 2))).isEqualTo(2);
        assertThat(world.append(released("rollout", 1))).isEqualTo(1);
    }

    @Test
    void aSecondReleaseWaitsUntilTheFirstIsCommitted() {
        CompletableFuture<Integer> second = world.transaction.execute(open -> {
            assertThat(world.models.append(released("lab", 1))).isEqualTo(1);
            CompletableFuture<Integer> waits = inAnotherThread(2);
            awaitWaiting();
            assertThat(waits).isNotDone();
            return waits;
        });

        assertThat(second.join()).isEqualTo(2);
        shipAll();
        assertThat(world.stages().sequences("model:lab")).containsExactly(1, 2);
    }

    @Test
    void aSecondReleaseIsTheFirstIfTheFirstIsRolledBack() {
        CompletableFuture<Integer> second = world.transaction.execute(open -> {
            world.models.append(released("lab", 1));
            CompletableFuture<Integer> waits = inAnotherThread(1);
            awaitWaiting();
            open.setRollbackOnly();
            return waits;
        });

        assertThat(second.join()).isEqualTo(1);
        assertThat(told()).hasSize(1);
    }

    @Test
    void manyReleasesAtOnceAreToldInOrderOnceAndInOnePartition() throws Exception {
        world.relay().start();
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        CountDownLatch go = new CountDownLatch(1);
        List<Future<?>> done = new ArrayList<>();
        for (int node = 0; node < 8; node++) {
            done.add(nodes.submit(() -> {
                go.await();
                for (int version = 1; version <= 25; version++) {
                    world.append(released("lab", version));
                }
                return null;
            }));
        }
        go.countDown();
        for (Future<?> each : done) {
            each.get(60, TimeUnit.SECONDS);
        }
        nodes.shutdown();
        Awaitility.await().until(() -> world.count("unshipped") == 0);
        world.relay().stop();

        assertThat(world.stages().sequences("model:lab"))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 200).boxed().toList());
    }

    @Test
    void timeNeverRunsBackwardsWithinAModel() {
        world.append(released("lab", 1));
        world.clock.move(Duration.ofMinutes(-5));
        world.append(released("lab", 2));

        assertThat(told()).extracting(event -> event.get("time").asText()).containsOnly("2026-12-05T02:00:00.123Z");
    }

    @Test
    void aModelTooLargeForARecordIsRefusedWhenItIsReleasedAndLeavesNothing() {
        assertThatThrownBy(() -> world.append(released("lab", 1, "<a b=\"\"/>".repeat(90_000))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Model lab terlalu besar")
                .hasMessageContaining("paling banyak 900.000");

        assertThat(told()).isEmpty();
        assertThat(world.count("unshipped")).isZero();
        assertThat(world.append(released("lab", 1))).isEqualTo(1);
    }

    @Test
    void theLargestModelsGoOutAndHoldNobodyUp() {
        for (int version = 1; version <= 25; version++) {
            world.append(released("lab", version, "x".repeat(899_000)));
        }
        String after = world.started().id();
        StageRelay relay = world.anotherRelay();
        assertThat(world.unshipped().backlog().events()).isEqualTo(25 + 2);

        int first = relay.shipOnce();
        shipAll(relay);

        assertThat(first).as("a batch keeps within its bytes").isBetween(15, 20);
        assertThat(relay.failures()).isZero();
        assertThat(world.stages().sequences("model:lab"))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 25).boxed().toList());
        assertThat(world.stages().sequences(after)).containsExactly(1);
    }

    @Test
    void aProducerThatWasSetToSmallRequestsTakesModelsAllTheSame() {
        world.with(Map.of("max.request.size", "20000"));
        world.append(released("lab", 1, "x".repeat(90_000)));

        shipAll();

        assertThat(world.stages().sequences("model:lab")).containsExactly(1);
    }

    @Test
    void aModelNeverEntersTheTopicOfStates() {
        world.append(released("lab", 1));
        String innovation = world.started().id();
        shipAll();

        assertThat(world.innovationsTopic().read())
                .extracting(record -> record.key())
                .containsOnly(innovation);
    }

    @Test
    void aReleaseThatMakesNoSenseIsRefusedAtBirth() {
        String sum = "0".repeat(64);
        assertThatThrownBy(() -> new ModelRelease("", "Lab", 1, null, "start", null, sum, "<a/>"))
                .hasMessageContaining("no process id");
        assertThatThrownBy(() -> new ModelRelease("lab", "Lab", 0, null, "start", null, sum, "<a/>"))
                .hasMessageContaining("Version 0 of lab");
        assertThatThrownBy(() -> new ModelRelease("lab", "Lab", 3, 3, "start", null, sum, "<a/>"))
                .hasMessageContaining("cannot follow version 3");
        assertThatThrownBy(() -> new ModelRelease("lab", "Lab", 1, null, "magic", null, sum, "<a/>"))
                .hasMessageContaining("\"magic\" is no origin");
        assertThatThrownBy(() -> new ModelRelease("lab", "Lab", 1, null, "start", null, "abc", "<a/>"))
                .hasMessageContaining("\"abc\" is no SHA-256");
        assertThatThrownBy(() -> new ModelRelease("lab", "Lab", 1, null, "start", null, sum, null))
                .hasMessageContaining("diagram of lab");
    }

    private CompletableFuture<Integer> inAnotherThread(int version) {
        return CompletableFuture.supplyAsync(
                () -> world.append(released("lab", version)), another -> new Thread(another).start());
    }

    /** Until somebody waits for a lock. */
    private void awaitWaiting() {
        Awaitility.await().until(() -> world.database
                .sql("select exists (select from pg_stat_activity"
                        + " where datname = current_database() and wait_event_type = 'Lock')")
                .query(Boolean.class)
                .single());
    }

    private void shipAll() {
        shipAll(world.anotherRelay());
    }

    private void shipAll(StageRelay relay) {
        Awaitility.await().until(() -> {
            relay.shipOnce();
            return world.count("unshipped") == 0;
        });
    }

    private List<JsonNode> told() {
        return world.journalled(Stream.MODEL).stream().map(Topic::json).toList();
    }
}

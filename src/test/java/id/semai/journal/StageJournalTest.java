package id.semai.journal;

import static id.semai.journal.JournalWorld.cancelled;
import static id.semai.journal.JournalWorld.completed;
import static id.semai.journal.JournalWorld.entered;
import static id.semai.journal.JournalWorld.finished;
import static id.semai.journal.JournalWorld.innovation;
import static id.semai.journal.JournalWorld.migrated;
import static id.semai.journal.JournalWorld.overdue;
import static id.semai.journal.JournalWorld.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.semai.stage.Innovation;
import id.semai.stage.JourneyMigration;
import id.semai.stage.Stage;
import id.semai.stage.StageTransition;
import id.semai.stage.TransitionType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.MDC;
import org.springframework.transaction.IllegalTransactionStateException;

class StageJournalTest {

    private final JournalWorld world = new JournalWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void withoutATransactionNothingIsWritten() {
        Innovation innovation = world.started();

        assertThatThrownBy(() -> world.journal.append(entered(innovation, "commitment")))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThat(told()).hasSize(1);
    }

    @Test
    void aTransactionThatRollsBackLeavesNothingAndTakesNoNumber() {
        Innovation innovation = world.started();
        long waiting = world.count("unshipped");

        world.transaction.executeWithoutResult(status -> {
            world.journal.append(entered(innovation, "commitment"));
            status.setRollbackOnly();
        });

        assertThat(told()).hasSize(1);
        assertThat(world.count("unshipped")).isEqualTo(waiting);
        world.append(entered(innovation, "commitment"));
        assertThat(last().at("/data/sequence").asInt()).isEqualTo(2);
        assertThat(last().at("/data/visit").asInt()).isEqualTo(1);
    }

    @Test
    void theEnvelopeIsACloudEventThatValuesAloneExplain() {
        Innovation innovation = world.started();
        MDC.put("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        try {
            world.append(entered(innovation, "lab.design"));
        } finally {
            MDC.clear();
        }

        JsonNode event = last();
        assertThat(event.get("specversion").asText()).isEqualTo("1.0");
        assertThat(event.get("type").asText()).isEqualTo("id.semai.stage.entered.v1");
        assertThat(event.get("source").asText()).isEqualTo("/semai/sumbawa");
        assertThat(event.get("subject").asText()).isEqualTo(innovation.id());
        assertThat(event.get("partitionkey").asText()).isEqualTo(innovation.id());
        assertThat(event.get("time").asText()).isEqualTo("2026-12-05T02:00:00.123Z");
        assertThat(event.get("datacontenttype").asText()).isEqualTo("application/json");
        assertThat(event.get("dataschema").asText()).isEqualTo("urn:semai:schema:stage-entered.v1");
        assertThat(event.get("sequence").isTextual()).isTrue();
        assertThat(event.get("sequence").asText()).isEqualTo("0000000002");
        assertThat(event.get("traceparent").asText()).startsWith("00-0af7651916cd43dd");
        assertThat(fields(event.get("data")))
                .containsExactly(
                        Map.entry("innovationId", innovation.id()),
                        Map.entry("title", "Sekolah Lapang Literasi"),
                        Map.entry("titleProvisional", "false"),
                        Map.entry("kind", "new"),
                        Map.entry("kindLabel", "Gagasan, teknologi, atau cara baru"),
                        Map.entry("workshopId", "w-1"),
                        Map.entry("cycleYear", "2026"),
                        Map.entry("government", "52.04"),
                        Map.entry("governmentName", "Kabupaten Sumbawa"),
                        Map.entry("unit", "sumbawa.dikbud"),
                        Map.entry("unitName", "Dinas Pendidikan dan Kebudayaan"),
                        Map.entry("unitKind", "agency"),
                        Map.entry("unitKindLabel", "Sekretariat, dinas, badan"),
                        Map.entry("sequence", "2"),
                        Map.entry("stage", "lab.design"),
                        Map.entry("stageName", "Tahap lab.design"),
                        Map.entry("visit", "1"),
                        Map.entry("enteredAt", "2026-12-05T10:00:00.123+08:00"),
                        Map.entry("dueAt", "2026-12-31T23:59:59+08:00"),
                        Map.entry("processKey", "innovation-journey"),
                        Map.entry("processVersion", "3"));
    }

    @Test
    void aStageThatIsEnteredAgainIsItsNextVisit() {
        Innovation innovation = world.started();
        world.append(entered(innovation, "action-plan.draft"));
        world.clock.move(Duration.ofHours(2));
        world.append(completed(innovation, "action-plan.draft", "submitted"));
        world.append(entered(innovation, "action-plan.review"));
        assertThat(last().at("/data/previousStage").asText()).isEqualTo("action-plan.draft");
        world.append(completed(innovation, "action-plan.review", "returned"));
        world.append(entered(innovation, "action-plan.draft"));
        world.clock.move(Duration.ofSeconds(90));
        world.append(completed(innovation, "action-plan.draft", "submitted"));

        assertThat(told().stream().skip(1).map(StageJournalTest::visitAndDuration))
                .containsExactly("1 -", "1 7200", "1 -", "1 0", "2 -", "2 90");
        assertThat(last().at("/data/previousStage").asText()).isEqualTo("action-plan.review");
        assertThat(last().at("/data/enteredAt").asText()).isEqualTo("2026-12-05T12:00:00.123+08:00");
        assertThat(last().at("/data/outcomeLabel").asText()).isEqualTo("Diajukan");
    }

    @Test
    void theStateIsWhatTheEventsBeforeHaveLeft() {
        Innovation innovation = world.started();
        assertThat(fields(state(innovation).get("data")))
                .contains(
                        Map.entry("innovationId", innovation.id()),
                        Map.entry("unitName", "Dinas Pendidikan dan Kebudayaan"),
                        Map.entry("sequence", "1"),
                        Map.entry("status", "running"),
                        Map.entry("statusLabel", "Berjalan"),
                        Map.entry("startedAt", "2026-12-05T10:00:00.123+08:00"))
                .noneMatch(field ->
                        field.getKey().equals("stage") || field.getKey().equals("openStages"));

        world.append(entered(innovation, "lab"));
        world.append(entered(innovation, "lab.design"));
        world.append(overdue(innovation, "lab"));
        JsonNode inside = state(innovation).get("data");
        assertThat(inside.get("stage").asText()).isEqualTo("lab.design");
        assertThat(inside.get("stageName").asText()).isEqualTo("Tahap lab.design");
        assertThat(inside.get("visit").asInt()).isEqualTo(1);
        assertThat(inside.get("overdue").asBoolean()).isFalse();
        assertThat(inside.get("openStages").asText()).isEqualTo("lab lab.design");

        world.append(
                transition(TransitionType.STAGE_COMPLETED, innovation, "lab.design", Map.of("quantityBaseline", 12.5)));
        assertThat(state(innovation).at("/data/stage").asText()).isEqualTo("lab");
        assertThat(state(innovation).at("/data/overdue").asBoolean()).isTrue();
        assertThat(state(innovation).at("/data/outcome").isMissingNode()).isTrue();
        world.append(cancelled(innovation, "lab", "stopped-by-order"));
        world.clock.move(Duration.ofHours(1));
        world.append(finished(innovation, "stopped"));

        JsonNode end = state(innovation);
        assertThat(end.get("type").asText()).isEqualTo("id.semai.innovation.changed.v1");
        assertThat(end.get("sequence").asText()).isEqualTo("0000000007");
        assertThat(end.get("time")).isEqualTo(last().get("time"));
        assertThat(end.get("id")).isNotEqualTo(last().get("id"));
        assertThat(fields(end.get("data")))
                .contains(
                        Map.entry("status", "finished"),
                        Map.entry("finishedAt", "2026-12-05T11:00:00.123+08:00"),
                        Map.entry("outcome", "stopped"),
                        Map.entry("outcomeLabel", "Dihentikan"),
                        Map.entry("quantityBaseline", "12.5"))
                .noneMatch(field ->
                        field.getKey().equals("stage") || field.getKey().equals("openStages"));
    }

    @Test
    void aDeadlineThatPassesIsToldWithTheVisitItBelongsTo() {
        Innovation innovation = world.started();
        world.append(entered(innovation, "lab"));
        world.append(overdue(innovation, "lab"));

        assertThat(last().get("type").asText()).isEqualTo("id.semai.stage.overdue.v1");
        assertThat(last().at("/data/dueAt").asText()).isEqualTo("2026-12-31T23:59:59+08:00");
        assertThat(last().at("/data").has("durationSeconds")).isFalse();
    }

    @Test
    void decliningIsCalledDifferentlyForAStageAndForAJourney() {
        Innovation innovation = world.started();
        world.append(entered(innovation, "commitment"));
        world.append(completed(innovation, "commitment", "declined"));
        assertThat(last().at("/data/outcomeLabel").asText()).isEqualTo("Belum bersedia");
        world.append(finished(innovation, "declined"));
        assertThat(last().at("/data/outcomeLabel").asText()).isEqualTo("Tidak dilanjutkan");
    }

    @Test
    void whatAModelLeavesUnsaidIsStillSaid() {
        Innovation innovation = world.started();
        world.append(entered(innovation, "lab"));
        world.append(entered(innovation, "lab.design"));
        world.append(completed(innovation, "lab.design", null));
        assertThat(last().at("/data/outcome").asText()).isEqualTo("completed");
        world.append(cancelled(innovation, "lab", null));
        assertThat(last().at("/data/reasonCode").asText()).isEqualTo("interrupted");
    }

    @Test
    void aMigrationIsTheInnovationsNextEventAndItsStagesStayOpen() {
        Innovation innovation = world.started();
        world.append(entered(innovation, "lab"));
        world.append(entered(innovation, "lab.design"));
        world.append(overdue(innovation, "lab.design"));
        JsonNode before = state(innovation).get("data");
        world.clock.move(Duration.ofHours(2));

        world.append(migrated(innovation, 3, 4));

        assertThat(last().get("type").asText()).isEqualTo("id.semai.innovation.migrated.v1");
        assertThat(last().get("sequence").asText()).isEqualTo("0000000005");
        assertThat(fields(last().get("data")))
                .containsExactly(
                        Map.entry("innovationId", innovation.id()),
                        Map.entry("title", "Sekolah Lapang Literasi"),
                        Map.entry("titleProvisional", "false"),
                        Map.entry("kind", "new"),
                        Map.entry("kindLabel", "Gagasan, teknologi, atau cara baru"),
                        Map.entry("workshopId", "w-1"),
                        Map.entry("cycleYear", "2026"),
                        Map.entry("government", "52.04"),
                        Map.entry("governmentName", "Kabupaten Sumbawa"),
                        Map.entry("unit", "sumbawa.dikbud"),
                        Map.entry("unitName", "Dinas Pendidikan dan Kebudayaan"),
                        Map.entry("unitKind", "agency"),
                        Map.entry("unitKindLabel", "Sekretariat, dinas, badan"),
                        Map.entry("sequence", "5"),
                        Map.entry("processKey", "innovation-journey"),
                        Map.entry("fromVersion", "3"),
                        Map.entry("processVersion", "4"));
        ObjectNode after = before.deepCopy();
        after.put("sequence", 5).put("changedAt", "2026-12-05T12:00:00.123+08:00");
        assertThat(state(innovation).get("data")).isEqualTo(after);
        assertThat(state(innovation).get("sequence")).isEqualTo(last().get("sequence"));

        world.append(completed(innovation, "lab.design", "accepted"));
        assertThat(last().at("/data/sequence").asInt()).isEqualTo(6);
        assertThat(visitAndDuration(last())).isEqualTo("1 7200");
    }

    @Test
    void aMigrationTellsWhatTheLastEventToldAndInventsNothing() {
        world.units.announce(JournalWorld.DIKBUD);
        Innovation bare =
                new Innovation("i-7", "Inovasi Dikbud 2026", true, JournalWorld.DIKBUD.code(), null, 2026, null);
        world.append(started(bare));
        world.append(new StageTransition(
                TransitionType.STAGE_ENTERED,
                new Innovation("i-7", "Judul yang baru", false, JournalWorld.DIKBUD.code(), null, 2026, null),
                new Stage("lab", "Laboratorium"),
                null,
                null,
                null,
                "lab",
                3,
                Map.of()));

        world.append(migrated(bare, 2, 1));

        assertThat(last().at("/data/title").asText()).isEqualTo("Judul yang baru");
        assertThat(last().at("/data/titleProvisional").asBoolean()).isFalse();
        assertThat(last().get("data").has("workshopId")).isFalse();
        assertThat(last().get("data").has("kind")).isFalse();
        assertThat(state(bare).at("/data/title").asText()).isEqualTo("Judul yang baru");
    }

    @Test
    void theChronicleOfAMigratedJourneyIsAsIfItHadNotMigrated() {
        Innovation innovation = world.started();
        world.append(entered(innovation, "lab"));
        world.append(migrated(innovation, 3, 4));
        world.append(completed(innovation, "lab", "accepted"));
        world.append(finished(innovation, "adopted"));

        Chronicle chronicle =
                new Chronicles(world.database).find(innovation.id()).orElseThrow();

        assertThat(chronicle.stays()).singleElement().satisfies(stay -> {
            assertThat(stay.stage()).isEqualTo("lab");
            assertThat(stay.leftAt()).isNotNull();
        });
        assertThat(chronicle.outcome()).isEqualTo("Diterapkan");
    }

    @Test
    void aMigrationWaitsForTheTransitionUnderWay() {
        Innovation innovation = world.started();
        CompletableFuture<Void> migration = world.transaction.execute(open -> {
            world.journal.append(entered(innovation, "lab"));
            CompletableFuture<Void> waits = CompletableFuture.runAsync(
                    () -> world.append(migrated(innovation, 3, 4)), another -> new Thread(another).start());
            Awaitility.await().until(() -> world.database
                    .sql("select exists (select from pg_stat_activity"
                            + " where datname = current_database() and wait_event_type = 'Lock')")
                    .query(Boolean.class)
                    .single());
            return waits;
        });
        migration.join();

        assertThat(told())
                .extracting(event -> event.at("/data/sequence").asInt())
                .containsExactly(1, 2, 3);
        assertThat(last().get("type").asText()).endsWith("migrated.v1");
        assertThat(state(innovation).at("/data/openStages").asText()).isEqualTo("lab");
    }

    @Test
    void aMigrationThatMakesNoSenseIsRefusedAtBirth() {
        for (int[] versions : new int[][] {{0, 1}, {1, 0}, {2, 2}}) {
            assertThatThrownBy(() -> new JourneyMigration("i-1", "lab", versions[0], versions[1]))
                    .hasMessageContaining("i-1 cannot migrate from version " + versions[0] + " of lab");
        }
    }

    @Test
    void resultsStandBesideTheOtherFactsAndNeverReplaceOne() {
        Innovation innovation = world.started();
        world.append(finishedWith(innovation, Map.of("instrument", "perkada", "quantityAfter", 12.5)));
        assertThat(last().at("/data/instrumentLabel").asText()).isEqualTo("Peraturan Kepala Daerah");
        assertThat(last().at("/data/quantityAfter").asDouble()).isEqualTo(12.5);

        Innovation another = world.started();
        assertThatThrownBy(() -> world.append(finishedWith(another, Map.of("title", "Judul lain"))))
                .hasMessageContaining("title");
    }

    @Test
    void timeNeverRunsBackwardsWithinAnInnovation() {
        Innovation innovation = world.started();
        world.clock.move(Duration.ofMinutes(-5));
        world.append(entered(innovation, "commitment"));

        assertThat(last().get("time").asText()).isEqualTo("2026-12-05T02:00:00.123Z");
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void nonsenseIsRefusedAndLeavesNothing(List<String> history, String refused, String because) {
        Innovation innovation = innovation();
        world.units.announce(JournalWorld.DIKBUD);
        history.forEach(step -> does(innovation, step));
        long waiting = world.count("unshipped");

        assertThatThrownBy(() -> does(innovation, refused))
                .isInstanceOfAny(IllegalStateException.class, IllegalArgumentException.class)
                .hasMessageContaining(because)
                .hasMessageContaining(innovation.id());

        assertThat(told()).hasSize(history.size());
        assertThat(world.count("unshipped")).isEqualTo(waiting);
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> nonsense() {
        return Stream.of(
                refusal(List.of(), "enter lab", "not started"),
                refusal(List.of("start"), "start", "has started already"),
                refusal(List.of("start"), "complete lab", "Stage lab of innovation"),
                refusal(List.of("start"), "cancel lab", "is not open"),
                refusal(List.of("start"), "overdue lab", "is not open"),
                refusal(List.of("start", "enter lab"), "enter lab", "is open already"),
                refusal(List.of("start", "enter lab", "complete lab"), "complete lab", "is not open"),
                refusal(List.of("start", "enter lab", "enter lab.design"), "finish", "[lab, lab.design]"),
                refusal(List.of("start", "finish"), "enter lab", "has finished"),
                refusal(List.of("start", "finish"), "finish", "has finished"),
                refusal(List.of(), "migrate", "not started"),
                refusal(List.of("start", "finish"), "migrate", "has finished"),
                refusal(List.of("start", "migrate", "finish"), "migrate", "has finished"),
                refusal(List.of("start", "enter lab", "migrate"), "enter lab", "is open already"),
                refusal(List.of("start"), "vanish", "cannot finish as \"vanished\""));
    }

    @Test
    void anUnknownUnitIsNamed() {
        Innovation stray = new Innovation("i-1", "Tanpa rumah", true, "sumbawa.tiada", null, 2026, null);

        assertThatThrownBy(() -> world.append(started(stray)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sumbawa.tiada");
    }

    @Test
    void whatKafkaCouldNotTakeIsRefusedWhenItIsWritten() {
        world.units.announce(JournalWorld.DIKBUD);
        Innovation boundless =
                new Innovation("i-2", "é".repeat(450_000), false, JournalWorld.DIKBUD.code(), null, 2026, null);

        assertThatThrownBy(() -> world.append(started(boundless)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than the 900000 that can be sent");
        assertThat(world.count("innovation")).isZero();
    }

    @Test
    void theJournalIsAppendOnly() {
        world.started();

        for (String change : Set.of("update semai.event set payload = ''", "delete from semai.event")) {
            assertThatThrownBy(() -> world.database.sql(change).update()).hasMessageContaining("append-only");
        }
    }

    private List<JsonNode> told() {
        return world.journalled(id.semai.journal.Stream.STAGE_TRANSITION).stream()
                .map(Topic::json)
                .toList();
    }

    private JsonNode last() {
        return Topic.json(world.database
                .sql("select payload from semai.event where stream = 'stage-transition'"
                        + " and sequence = (select max(sequence) from semai.event where stream = 'stage-transition')")
                .query(String.class)
                .single());
    }

    private void does(Innovation innovation, String step) {
        if (step.equals("migrate")) {
            world.append(migrated(innovation, 3, 4));
        } else {
            world.append(step(innovation, step));
        }
    }

    private static StageTransition step(Innovation innovation, String step) {
        String stage = step.substring(step.indexOf(' ') + 1);
        return switch (step.split(" ")[0]) {
            case "start" -> started(innovation);
            case "enter" -> entered(innovation, stage);
            case "complete" -> completed(innovation, stage, "accepted");
            case "cancel" -> cancelled(innovation, stage, "deleted");
            case "overdue" -> overdue(innovation, stage);
            case "finish" -> finished(innovation, "stopped");
            case "vanish" -> finished(innovation, "vanished");
            default -> throw new IllegalArgumentException(step);
        };
    }

    private JsonNode state(Innovation innovation) {
        return Topic.json(world.state(innovation));
    }

    private static StageTransition transition(
            TransitionType type, Innovation innovation, String stage, Map<String, Object> results) {
        return new StageTransition(
                type, innovation, new Stage(stage, "Tahap " + stage), null, "accepted", null, "lab", 3, results);
    }

    private static StageTransition finishedWith(Innovation innovation, Map<String, Object> results) {
        return new StageTransition(
                TransitionType.INNOVATION_FINISHED,
                innovation,
                null,
                null,
                "adopted",
                null,
                "innovation-journey",
                3,
                results);
    }

    private static org.junit.jupiter.params.provider.Arguments refusal(
            List<String> history, String refused, String because) {
        return org.junit.jupiter.params.provider.Arguments.of(history, refused, because);
    }

    private static String visitAndDuration(JsonNode event) {
        JsonNode data = event.get("data");
        return data.get("visit").asText() + " " + data.path("durationSeconds").asText("-");
    }

    private static List<Map.Entry<String, String>> fields(JsonNode data) {
        return data.properties().stream()
                .map(field -> Map.entry(field.getKey(), field.getValue().asText()))
                .toList();
    }
}

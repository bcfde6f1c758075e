package id.semai.fold;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.semai.dashboard.Happening;
import id.semai.dashboard.Journey;
import id.semai.dashboard.Step;
import id.semai.dashboard.UnitFacts;
import id.semai.events.Wire;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class LiveBoardTest {

    private static final TopicPartition PLACE = new TopicPartition("stages", 0);

    private final LiveBoard board = new LiveBoard(Instant.EPOCH);

    @Test
    void aBoardThatForgetsSaysAtOnceThatItIsNotComplete() {
        LiveBoard forgetful = new LiveBoard(Instant.EPOCH);
        forgetful.behind(0, false);
        forgetful.forgetAll();
        assertThat(forgetful.freshness().catchingUp()).isTrue();
    }

    @Test
    void aRecordedInnovationStandsOnTheBoardAsItWasTold() {
        Wire.sample().forEach(this::apply);

        Journey journey = board.journeys().iterator().next();
        assertThat(journey.title()).isEqualTo("Antrean Daring Puskesmas Unter Iwes");
        assertThat(journey.titleProvisional()).isFalse();
        assertThat(journey.government()).isEqualTo("52.04");
        assertThat(journey.kind()).isEqualTo("new");
        assertThat(journey.whole()).isTrue();
        assertThat(journey.steps()).extracting(Step::sequence).hasSize(33).isSorted();
        assertThat(journey.last().what()).isEqualTo(Happening.FINISHED);
        assertThat(journey.last().outcome()).isEqualTo("adopted");
        assertThat(journey.results()).containsEntry("quantityAfter", 125).containsEntry("instrument", "decree");
        assertThat(board.label("stage", "commitment")).isEqualTo("Komitmen inovasi");
        assertThat(board.label("outcome", "adopted")).isEqualTo("Diterapkan");
        assertThat(board.label("government", "52.04")).isEqualTo("Kabupaten Sumbawa");
        assertThat(board.label("reason", "unheard-of")).isEqualTo("unheard-of");
        assertThat(board.freshness().events()).isEqualTo(33);
        assertThat(board.freshness().lastEvent()).isEqualTo(journey.last().time());
    }

    @Test
    void whatIsDeliveredAgainChangesNothing() {
        Wire.sample().forEach(this::apply);
        List<Journey> before = List.copyOf(board.journeys());
        long version = board.version();

        Wire.sample().forEach(this::apply);
        apply(Wire.sample().get(4));

        assertThat(board.journeys()).containsExactlyElementsOf(before);
        assertThat(board.freshness().repeated()).isEqualTo(34);
        assertThat(board.freshness().events()).isEqualTo(33);
        assertThat(board.version()).isEqualTo(version);
    }

    @Test
    void anInversionHealsByItself() {
        List<String> mixed = new ArrayList<>(Wire.sample());
        Collections.shuffle(mixed, new Random(2016));
        mixed.forEach(this::apply);

        LiveBoard inOrder = new LiveBoard(Instant.EPOCH);
        Wire.sample().forEach(event -> inOrder.apply(Wire.told(event), PLACE, false));
        assertThat(board.journeys()).isEqualTo(inOrder.journeys());
        assertThat(board.hasGaps()).isFalse();
    }

    @Test
    void behindAGapNothingIsCountedUntilItIsKnownWhatIsMissing() {
        apply(Wire.started("a"));

        assertThat(apply(Wire.entered("a", 3, "lab", 1))).isTrue();
        assertThat(apply(Wire.entered("a", 4, "lab.design", 1))).isFalse();
        assertThat(steps("a")).containsExactly(1);
        assertThat(board.gaps(PLACE)).containsExactly("a");
        assertThat(board.gaps(new TopicPartition("stages", 1))).isEmpty();

        apply(Wire.entered("a", 2, "commitment", 1));
        assertThat(steps("a")).containsExactly(1, 2, 3, 4);
        assertThat(board.hasGaps()).isFalse();
        assertThat(board.journey("a").orElseThrow().whole()).isTrue();
    }

    @Test
    void whatIsMissingForGoodLeavesAMark() {
        apply(Wire.started("a"));
        apply(Wire.entered("a", 3, "lab", 1));
        apply(Wire.entered("b", 2, "lab", 1));
        board.settle(PLACE);
        apply(Wire.entered("a", 4, "lab.design", 1));

        assertThat(steps("a")).containsExactly(1, 3, 4);
        assertThat(steps("b")).containsExactly(2);
        assertThat(board.journeys()).extracting(Journey::whole).containsOnly(false);
        assertThat(board.freshness().incomplete()).isEqualTo(2);
    }

    @Test
    void typesAndVersionsThatAreNotKnownAreCountedAndStopNothing() {
        apply(Wire.started("a"));
        apply(Wire.of("stage-entered", "a", 2, event -> {
            event.put("type", "id.semai.stage.entered.v2");
            event.putObject("data").put("innovationId", "a");
        }));
        apply(Wire.entered("a", 3, "lab", 1));
        apply(Wire.of("stage-entered", "workshop-7", 1, event -> {
            event.put("type", "id.semai.workshop.opened.v1");
            Wire.data(event).remove("innovationId");
        }));

        Journey journey = board.journey("a").orElseThrow();
        assertThat(journey.steps())
                .extracting(Step::what)
                .containsExactly(Happening.STARTED, Happening.OTHER, Happening.ENTERED);
        assertThat(journey.unit()).isEqualTo("pkm-unter-iwes");
        assertThat(board.freshness().others())
                .containsEntry("id.semai.stage.entered.v2", 1L)
                .containsEntry("id.semai.workshop.opened.v1", 1L);
        assertThat(board.journeys()).hasSize(1);
    }

    @Test
    void aMigrationIsAStepThatLeavesStagesAlone() {
        apply(Wire.started("a"));
        apply(Wire.of("innovation-migrated", "a", 2));

        Step step = board.journey("a").orElseThrow().last();
        assertThat(step.what()).isEqualTo(Happening.MIGRATED);
        assertThat(step.processVersion()).isEqualTo(2);
        assertThat(step.stage()).isNull();
        assertThat(step.visit()).isZero();
    }

    @Test
    void theNewestReleaseOfAModelStands() {
        apply(Wire.model("lab", 1, 1));
        apply(Wire.model("lab", 3, 3));
        apply(Wire.model("lab", 2, 2));

        assertThat(board.models().get("lab").version()).isEqualTo(3);
        assertThat(board.models().get("lab").diagram()).startsWith("<?xml");
        assertThat(board.journeys()).isEmpty();
    }

    @Test
    void aUnitWithoutAnyInnovationIsKnown() {
        applyUnit("dikbud", 1, 0);
        board.applyUnit(
                Wire.told(Wire.unit("dikbud", 2, event -> Wire.data(event).put("active", false))), 1);
        applyUnit("dikbud", 1, 2);

        UnitFacts unit = board.units().get("dikbud");
        assertThat(unit.active()).isFalse();
        assertThat(unit.sequence()).isEqualTo(2);
        assertThat(unit.district()).isEqualTo("Unter Iwes");
    }

    @Test
    void aUnitThatWasTakenBackIsGoneUntilItIsToldAgain() {
        applyUnit("dikbud", 1, 5);
        board.forgetUnit("dikbud", 6);
        assertThat(board.units()).isEmpty();

        applyUnit("dikbud", 1, 7);
        board.forgetUnit("dikbud", 6);
        assertThat(board.units()).containsOnlyKeys("dikbud");
    }

    @Test
    void theNewestEventDecidesHowSomethingIsCalledWhateverTheOrder() {
        apply(Wire.started("a"));
        apply(Wire.started("b"));
        apply(Wire.of("stage-entered", "a", 2, event -> named(event, "Baru", 20)));
        apply(Wire.of("stage-entered", "b", 2, event -> named(event, "Lama", 10)));

        assertThat(board.label("stage", "lab")).isEqualTo("Baru");
    }

    @Test
    void whoeverHoldsAJourneyDoesNotSeeItChange() {
        apply(Wire.started("a"));
        Journey before = board.journey("a").orElseThrow();
        apply(Wire.entered("a", 2, "lab", 1));

        assertThat(before.steps()).hasSize(1);
        assertThat(board.journey("a").orElseThrow().steps()).hasSize(2);
        assertThat(before.steps())
                .isEqualTo(board.journey("a").orElseThrow().steps().subList(0, 1));
    }

    private static void named(ObjectNode event, String name, int second) {
        event.put("time", Wire.BEGAN.plusSeconds(second).toString());
        Wire.data(event).put("stage", "lab").put("stageName", name);
    }

    private boolean apply(String event) {
        return board.apply(Wire.told(event), PLACE, false);
    }

    private void applyUnit(String code, int sequence, long offset) {
        board.applyUnit(Wire.told(Wire.unit(code, sequence, event -> {})), offset);
    }

    private List<Integer> steps(String innovation) {
        return board.journey(innovation).orElseThrow().steps().stream()
                .map(Step::sequence)
                .toList();
    }
}

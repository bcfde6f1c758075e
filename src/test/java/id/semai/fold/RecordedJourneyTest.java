package id.semai.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.semai.events.Wire;
import id.semai.figures.Figures;
import id.semai.figures.Figures.Ending;
import id.semai.figures.Figures.Funnel;
import id.semai.figures.Figures.Improvement;
import id.semai.figures.Figures.Source;
import id.semai.figures.Figures.StageFigures;
import id.semai.figures.Figures.Week;
import id.semai.figures.Filter;
import id.semai.figures.Reckoning;
import id.semai.figures.Timeline;
import java.time.Instant;
import java.time.ZoneId;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** The figures of the contract's recorded innovation, from its events as a consumer reads them. */
class RecordedJourneyTest {

    private static final TopicPartition PLACE = new TopicPartition("stages", 0);
    private static final Instant NOW = Instant.parse("2026-11-28T00:00:00Z");
    private static final ZoneId WITA = ZoneId.of("Asia/Makassar");

    private final LiveBoard board = new LiveBoard(Instant.EPOCH);

    @Test
    void itsFiguresAreThoseThatItsEventsTell() {
        Wire.sample().forEach(event -> board.apply(Wire.told(event), PLACE, false));
        Figures figures = new Reckoning().figures(board, Filter.ALL, NOW, WITA);

        assertThat(figures.totals())
                .isEqualTo(new Figures.Totals(1, 0, 1, 0, 0, 0, 0, 0, 1, 7_022 / 86_400_000d, 7_022 / 86_400_000d));
        assertThat(figures.funnel())
                .extracting(Funnel::stage, Funnel::name, Funnel::reached, Funnel::share)
                .containsExactly(
                        tuple("commitment", "Komitmen inovasi", 1, null),
                        tuple("action-plan", "Rencana aksi inovasi", 1, 1.0),
                        tuple("lab", "Laboratorium inovasi", 1, 1.0),
                        tuple("rollout", "Uji coba dan penerapan", 1, 1.0));
        assertThat(figures.stages())
                .filteredOn(stage -> stage.stage().startsWith("action-plan."))
                .extracting(StageFigures::entered, StageFigures::completed, StageFigures::returns, StageFigures::median)
                .containsExactly(tuple(2, 2, 1, 476 / 86_400_000d), tuple(2, 2, 1, 708 / 86_400_000d));
        assertThat(figures.endings()).containsExactly(new Ending("adopted", "Diterapkan", null, null, 1));
        assertThat(figures.improvements())
                .containsExactly(new Improvement("quantity", 1, 1, 1), new Improvement("quality", 1, 1, 1));
        assertThat(figures.trend()).containsExactly(new Week("2026-11-23", 1, 1, 1, 0, 0));
    }

    @Test
    void itsTimelineHasEveryVisit() {
        Wire.sample().forEach(event -> board.apply(Wire.told(event), PLACE, false));
        Timeline timeline = new Reckoning()
                .timeline(board, board.journeys().iterator().next().id(), NOW, WITA)
                .orElseThrow();

        assertThat(timeline.stays()).hasSize(15).allSatisfy(stay -> assertThat(stay.left())
                .isNotNull());
        assertThat(timeline.instrumentName()).isEqualTo("Keputusan Kepala Daerah");
    }

    @Test
    void theSourcesOfDemandsThatAnEventTellsAreOnTheBoard() {
        Wire.sample()
                .forEach(event -> board.apply(
                        Wire.told(event.replace(
                                "\"instrument\":",
                                "\"demandSources\":\"lapor\",\"demandSourcesLabel\":\"SP4N-LAPOR!\",\"instrument\":")),
                        PLACE,
                        false));

        assertThat(new Reckoning().figures(board, Filter.ALL, NOW, WITA).demands())
                .containsExactly(new Source("lapor", "SP4N-LAPOR!", 1, 1));
    }
}

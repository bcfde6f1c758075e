package id.semai.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.semai.dashboard.Happening;
import id.semai.figures.Figures.Band;
import id.semai.figures.Figures.Choice;
import id.semai.figures.Figures.Ending;
import id.semai.figures.Figures.Funnel;
import id.semai.figures.Figures.GovernmentRow;
import id.semai.figures.Figures.Improvement;
import id.semai.figures.Figures.Source;
import id.semai.figures.Figures.StageFigures;
import id.semai.figures.Figures.Totals;
import id.semai.figures.Figures.Week;
import id.semai.figures.Timeline.Stay;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Small boards whose figures can be found with a pencil. Steps happen at noon UTC. */
class ReckoningTest {

    private static final ZoneId WITA = ZoneId.of("Asia/Makassar");
    private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");

    private final Reckoning reckoning = new Reckoning();

    private static Tale adopted() {
        return Tale.of("adopted", "dinkes", "2026-01-01")
                .enters("commitment", "2026-01-01")
                .completes("commitment", "2026-01-11", "signed")
                .enters("lab", "2026-01-11")
                .enters("lab.design", "2026-01-11")
                .completes("lab.design", "2026-01-21", "returned")
                .enters("lab.design", 2, "2026-01-21", null)
                .completes("lab.design", 2, "2026-01-25", "accepted")
                .completes("lab", "2026-01-25", "completed")
                .enters("rollout", "2026-01-25")
                .completes("rollout", "2026-02-10", "adopted")
                .finishes("2026-02-10", "adopted", null);
    }

    private static Tale stopped() {
        return Tale.of("stopped", "dikbud", "2026-02-01")
                .enters("commitment", "2026-02-01")
                .completes("commitment", "2026-02-03", "signed")
                .enters("lab", 1, "2026-02-03", "2026-02-20")
                .late("lab", "2026-02-20")
                .cancels("lab", "2026-03-03", "stopped-by-order")
                .finishes("2026-03-03", "stopped", "resources");
    }

    private static Tale open() {
        return Tale.of("open", "dinkes", "2026-05-01")
                .enters("commitment", "2026-05-01")
                .completes("commitment", "2026-05-05", "signed")
                .enters("lab", 1, "2026-05-05", "2026-06-30")
                .enters("lab.design", 1, "2026-05-05", "2026-06-29");
    }

    private static Tale declined() {
        return Tale.of("declined", "alas", "2026-06-01")
                .enters("commitment", "2026-06-01")
                .completes("commitment", "2026-06-04", "declined")
                .finishes("2026-06-04", "declined", "not-willing")
                .unnamed();
    }

    private static PlainBoard board() {
        return new PlainBoard().with(open(), declined(), stopped(), adopted());
    }

    private Figures figures(PlainBoard board) {
        return figures(board, Filter.ALL);
    }

    private Figures figures(PlainBoard board, Filter filter) {
        return reckoning.figures(board, filter, NOW, WITA);
    }

    @Test
    void innovationsAreCountedByWhatBecameOfThem() {
        assertThat(figures(board()).totals()).isEqualTo(new Totals(4, 1, 1, 1, 1, 0, 0, 1, 1, 40.0, 40.0));
    }

    @Test
    void theFunnelShowsWhoWentOnFromTheMainStageBefore() {
        assertThat(figures(board()).funnel())
                .containsExactly(
                        new Funnel("commitment", "stage:COMMITMENT", 4, 0, null),
                        new Funnel("lab", "stage:LAB", 3, 1, 0.75),
                        new Funnel("rollout", "stage:ROLLOUT", 1, 0, 1 / 3.0));
    }

    @Test
    void aStageIsMeasuredByItsVisits() {
        assertThat(figures(board()).stages())
                .containsExactly(
                        new StageFigures("commitment", "stage:COMMITMENT", 4, 0, 0, 4, 0, 0, 3.0, 10.0),
                        new StageFigures("lab", "stage:LAB", 3, 1, 0, 1, 1, 0, 14.0, 28.0),
                        new StageFigures("lab.design", "stage:LAB.DESIGN", 3, 1, 1, 2, 0, 1, 4.0, 10.0),
                        new StageFigures("rollout", "stage:ROLLOUT", 1, 0, 0, 1, 0, 0, 16.0, 16.0));
    }

    @Test
    void endingsNameOutcomeAndReason() {
        assertThat(figures(board()).endings())
                .containsExactly(
                        new Ending("adopted", "outcome:ADOPTED", null, null, 1),
                        new Ending("declined", "outcome:DECLINED", "not-willing", "reason:NOT-WILLING", 1),
                        new Ending("stopped", "outcome:STOPPED", "resources", "reason:RESOURCES", 1));
    }

    @Test
    void aDeadlineIsMissedWhenItLiesBeforeNowAndNotAtNow() {
        PlainBoard board =
                new PlainBoard().with(Tale.of("i", "u", "2026-06-29").enters("lab", 1, "2026-06-29", "2026-06-30"));
        Figures onTime = figures(board);
        Figures late = reckoning.figures(board, Filter.ALL, NOW.plusMillis(1), WITA);

        assertThat(List.of(onTime.totals().overdue(), onTime.trend().get(0).overdue()))
                .containsOnly(0);
        assertThat(List.of(late.totals().overdue(), late.trend().get(0).overdue()))
                .containsOnly(1);
    }

    @Test
    void aStageWithoutADeadlineIsLateFromItsOverdueEvent() {
        Tale tale = Tale.of("i", "u", "2026-05-01").enters("lab", "2026-05-05").late("lab", "2026-06-10");

        assertThat(figures(new PlainBoard().with(tale)).totals().overdue()).isOne();
        assertThat(figures(new PlainBoard().with(tale)).trend())
                .extracting(Week::overdue)
                .containsExactly(0, 0, 0, 0, 0, 0, 1, 1, 1, 1);
    }

    @Test
    void stagesSideBySideAreAllOpenAndTheInnovationIsOne() {
        Tale tale = Tale.of("i", "u", "2026-05-01")
                .enters("lab", 1, "2026-05-01", "2026-05-20")
                .enters("fair", 1, "2026-05-31", "2026-06-20")
                .enters("lab.design", 1, "2026-06-10", "2026-06-20")
                .completes("lab.design", "2026-06-15", "accepted")
                .enters("lab.deliver", 1, "2026-06-16", null);
        Figures figures = figures(new PlainBoard().with(tale));

        assertThat(figures.totals().overdue()).isOne();
        assertThat(figures.funnel()).extracting(Funnel::now).containsExactly(1, 1);
        assertThat(figures.stages())
                .extracting(StageFigures::stage, StageFigures::now, StageFigures::overdue)
                .containsExactly(
                        tuple("lab", 1, 1), tuple("lab.design", 0, 0), tuple("lab.deliver", 1, 0), tuple("fair", 1, 1));
        assertThat(figures.ageing()).extracting(Band::innovations).containsExactly(0, 1, 0, 0, 0);
    }

    @Test
    void theSameStageSideBySideIsOneInnovationInTwoVisits() {
        Tale tale = Tale.of("i", "u", "2026-05-01")
                .enters("lab", 1, "2026-05-01", "2026-05-20")
                .enters("lab", 2, "2026-05-02", "2026-05-20")
                .completes("lab", 2, "2026-05-05", "accepted");
        StageFigures lab = figures(new PlainBoard().with(tale)).stages().get(0);

        assertThat(lab).isEqualTo(new StageFigures("lab", "stage:LAB", 2, 1, 1, 1, 0, 1, 3.0, 3.0));
    }

    @Test
    void migrationsAndUnknownEventsChangeNoFigure() {
        Tale disturbed = Tale.of("open", "dinkes", "2026-05-01")
                .add(Happening.MIGRATED, "2026-05-01", null, 0, null, null, null)
                .enters("commitment", "2026-05-01")
                .add(Happening.OTHER, "2026-05-02", "lab", 7, "2026-05-02", "adopted", "policy")
                .completes("commitment", "2026-05-05", "signed")
                .enters("lab", 1, "2026-05-05", "2026-06-30")
                .add(Happening.MIGRATED, "2026-05-05", "lab", 1, null, null, null)
                .enters("lab.design", 1, "2026-05-05", "2026-06-29");

        assertThat(figures(new PlainBoard().with(disturbed, adopted())))
                .isEqualTo(figures(new PlainBoard().with(open(), adopted())));
    }

    @Test
    void whatComesAfterTheEndCountsForNothing() {
        PlainBoard board = board();
        Figures before = figures(board);

        assertThat(figures(board.with(stopped().enters("rollout", "2026-04-01"))))
                .isEqualTo(before);
    }

    @Test
    void aVisitThatHasEndedIsNotEndedAgain() {
        Tale tale = Tale.of("i", "u", "2026-05-01")
                .enters("lab", "2026-05-01")
                .completes("lab", "2026-05-04", "accepted")
                .cancels("lab", "2026-05-20", "interrupted")
                .late("lab", "2026-05-21")
                .enters("lab", "2026-05-22");
        Figures figures = figures(new PlainBoard().with(tale));

        assertThat(figures.stages()).containsExactly(new StageFigures("lab", "stage:LAB", 1, 0, 0, 1, 0, 0, 3.0, 3.0));
        assertThat(figures.trend()).extracting(Week::overdue).containsOnly(0);
    }

    @Test
    void anInnovationWithMissingEventsIsCountedByWhatIsKnown() {
        Tale holed = Tale.of("holed", "u")
                .completes("lab.design", 2, "2026-05-10", "accepted")
                .late("lab.deliver", "2026-06-01")
                .incomplete();
        Figures figures = figures(new PlainBoard().with(holed));

        assertThat(figures.totals()).isEqualTo(new Totals(1, 1, 0, 0, 0, 0, 0, 1, 1, null, null));
        assertThat(figures.funnel()).containsExactly(new Funnel("lab", "stage:LAB", 1, 1, null));
        assertThat(figures.stages())
                .containsExactly(
                        new StageFigures("lab", "stage:LAB", 0, 0, 0, 0, 0, 0, null, null),
                        new StageFigures("lab.design", "stage:LAB.DESIGN", 1, 0, 0, 1, 0, 1, null, null),
                        new StageFigures("lab.deliver", "stage:LAB.DELIVER", 1, 1, 1, 0, 0, 0, null, null));
        assertThat(figures.ageing()).extracting(Band::innovations).containsExactly(1, 0, 0, 0, 0);
    }

    @Test
    void stagesLeftOpenByAMissingEventCloseWithTheInnovation() {
        Tale holed = Tale.of("holed", "u", "2026-01-01")
                .enters("lab", 1, "2026-01-01", "2026-01-20")
                .finishes("2026-02-01", "adopted", null)
                .incomplete();
        Figures figures = figures(new PlainBoard().with(holed));

        assertThat(figures.totals().overdue()).isZero();
        assertThat(figures.stages())
                .containsExactly(new StageFigures("lab", "stage:LAB", 1, 0, 0, 0, 0, 0, null, null));
        assertThat(figures.trend())
                .extracting(Week::overdue)
                .startsWith(0, 0, 0, 1, 0)
                .endsWith(0);
    }

    @Test
    void anInnovationWhoseStartIsUnknownHasNoSpan() {
        Tale holed = Tale.of("holed", "u").enters("lab", "2026-01-01").finishes("2026-02-01", "adopted", null);

        assertThat(figures(new PlainBoard().with(holed, adopted())).totals())
                .extracting(Totals::adopted, Totals::median)
                .containsExactly(2, 40.0);
    }

    @Test
    void ageIsCountedInWholeDaysAndEachBandHasBothItsEnds() {
        PlainBoard board = new PlainBoard();
        String[] entered = {
            "2026-06-30",
            "2026-05-31",
            "2026-05-30",
            "2026-05-01",
            "2026-04-30",
            "2026-04-01",
            "2026-03-31",
            "2026-01-01",
            "2025-12-31"
        };
        for (String day : entered) {
            board.with(Tale.of(day, "u", day).enters("lab", day));
        }

        assertThat(figures(board).ageing())
                .containsExactly(
                        new Band(0, 30, 2),
                        new Band(31, 60, 2),
                        new Band(61, 90, 2),
                        new Band(91, 180, 2),
                        new Band(181, null, 1));
    }

    @Test
    void betweenTwoStagesAgeIsCountedSinceTheLastWasLeft() {
        Tale between = Tale.of("i", "u", "2026-01-01")
                .enters("commitment", "2026-01-01")
                .completes("commitment", "2026-06-01", "signed");

        assertThat(figures(new PlainBoard().with(between)).ageing())
                .extracting(Band::innovations)
                .containsExactly(1, 0, 0, 0, 0);
        assertThat(figures(new PlainBoard().with(Tale.of("j", "u", "2026-01-01")))
                        .ageing())
                .extracting(Band::innovations)
                .containsExactly(0, 0, 0, 1, 0);
    }

    @Test
    void quantilesAreTheNearestRank() {
        Spans spans = new Spans();
        assertThat(spans.quantile(50)).isNull();
        for (int days = 20; days >= 1; days--) {
            spans.add(days * 86_400_000L);
        }

        assertThat(List.of(spans.quantile(50), spans.quantile(85), spans.quantile(100)))
                .containsExactly(10.0, 17.0, 20.0);
        spans.add(0);
        assertThat(spans.quantile(85)).isEqualTo(17.0);
    }

    @Test
    void clocksThatDisagreeMakeNoNegativeSpan() {
        Tale tale = Tale.of("i", "u", "2026-05-02")
                .enters("lab", "2026-05-05")
                .completes("lab", "2026-05-04", "accepted")
                .finishes("2026-05-01", "adopted", null);
        Figures figures = figures(new PlainBoard().with(tale));

        assertThat(figures.totals().median()).isZero();
        assertThat(figures.stages().get(0).median()).isZero();
    }

    @Test
    void theTrendCountsEachWeekAtItsEndAndTheCurrentOneNow() {
        Tale tale = Tale.of("i", "u", "2026-06-10")
                .enters("lab", 1, "2026-06-10", "2026-06-20")
                .completes("lab", "2026-06-23", "completed")
                .finishes("2026-06-23", "adopted", null);
        Tale late = Tale.of("j", "u", "2026-06-29").enters("lab", 1, "2026-06-29", "2026-06-29");

        assertThat(figures(new PlainBoard().with(tale, late)).trend())
                .containsExactly(
                        new Week("2026-06-08", 1, 0, 0, 1, 0),
                        new Week("2026-06-15", 0, 0, 0, 1, 1),
                        new Week("2026-06-22", 0, 1, 1, 0, 0),
                        new Week("2026-06-29", 1, 0, 0, 1, 1));
    }

    @Test
    void weeksBeginOnMondayInTheZoneOfTheBoard() {
        Instant sundayEveningInUtc = Instant.parse("2026-06-28T17:00:00Z");
        PlainBoard board = new PlainBoard().with(Tale.of("i", "u", "2026-06-28"));

        assertThat(reckoning
                        .figures(board, Filter.ALL, sundayEveningInUtc, ZoneId.of("UTC"))
                        .trend())
                .extracting(Week::monday)
                .containsExactly("2026-06-22");
        assertThat(reckoning
                        .figures(board, Filter.ALL, sundayEveningInUtc, WITA)
                        .trend())
                .extracting(Week::monday)
                .containsExactly("2026-06-22", "2026-06-29");
    }

    @Test
    void whatHappensAtMidnightBelongsToTheWeekThatBegins() {
        ZoneId noonInUtcIsMidnight = ZoneId.of("Etc/GMT-12");
        PlainBoard board = new PlainBoard().with(Tale.of("i", "u", "2026-06-22"), Tale.of("j", "u", "2026-06-28"));

        assertThat(reckoning
                        .figures(board, Filter.ALL, NOW, noonInUtcIsMidnight)
                        .trend())
                .containsExactly(new Week("2026-06-22", 1, 0, 0, 1, 0), new Week("2026-06-29", 1, 0, 0, 2, 0));
    }

    @Test
    void theTrendGoesBackAYearAndKnowsWhatWasOpenBefore() {
        Tale old = Tale.of("i", "u", "2020-01-01").enters("lab", 1, "2020-01-01", "2020-02-01");
        List<Week> trend = figures(new PlainBoard().with(old)).trend();

        assertThat(trend).hasSize(53).allMatch(week -> week.started() == 0 && week.open() == 1 && week.overdue() == 1);
        assertThat(trend.get(0).monday()).isEqualTo("2025-06-30");
        assertThat(figures(new PlainBoard()).trend()).isEmpty();
    }

    @Test
    void aUnitHasAnInnovationOnceItIsNamedAndUnlessItCameToNothing() {
        PlainBoard board = board().unit("dinkes", "52.04", null, true)
                .unit("dikbud", "52.04", null, true)
                .unit("alas", "52.04", "Alas", true)
                .unit("utan", "52.04", "Utan", true)
                .unit("gone", "52.04", null, false)
                .unit("far", "33.03", null, true)
                .with(
                        Tale.of("invited", "utan", "2026-06-01").unnamed(),
                        Tale.of("last-year", "utan", "2025-06-01").year(2025),
                        Tale.of("withdrawn", "alas", "2026-06-01").finishes("2026-06-02", "withdrawn", null),
                        Tale.of("deleted", "alas", "2026-06-01").finishes("2026-06-02", "cancelled", "deleted"));

        assertThat(figures(board).oneAgency().year()).isEqualTo(2026);
        assertThat(figures(board).oneAgency().governments())
                .containsExactly(
                        new GovernmentRow("33.03", "Kab. 33.03", 1, 1, 0, 0),
                        new GovernmentRow("52.04", "Kab. 52.04", 4, 2, 1, 1));
        assertThat(figures(board, new Filter("52.04", null, null, 2025, "lab", "new"))
                        .oneAgency()
                        .governments())
                .containsExactly(new GovernmentRow("52.04", "Kab. 52.04", 4, 3, 1, 0));
    }

    @Test
    void theTableOfUnitsShowsAlsoThoseWithoutAnInnovation() {
        PlainBoard board = board().unit("dinkes", "52.04", null, true)
                .unit("dikbud", "52.04", null, false)
                .unit("utan", "52.04", "Utan", true)
                .unit("gone", "52.04", null, false);

        assertThat(reckoning.units(board, Filter.ALL, NOW, WITA))
                .extracting(
                        UnitRow::unit,
                        UnitRow::active,
                        UnitRow::thisYear,
                        UnitRow::innovations,
                        UnitRow::open,
                        UnitRow::overdue,
                        UnitRow::adopted,
                        UnitRow::stopped)
                .containsExactly(
                        tuple("dikbud", false, 1, 1, 0, 0, 0, 1),
                        tuple("dinkes", true, 2, 2, 1, 1, 1, 0),
                        tuple("utan", true, 0, 0, 0, 0, 0, 0),
                        tuple("alas", false, 0, 1, 0, 0, 0, 0));
    }

    @Test
    void lessIsBetterWhereTheTargetLiesBelowTheValueBefore() {
        PlainBoard board = new PlainBoard()
                .with(
                        measured("met", 80, 120, 125),
                        measured("better", 80, 120, 100),
                        measured("worse", 80, 120, 70),
                        measured("faster", 180, 45, 45),
                        measured("slower", 180, 45, 200),
                        measured("no target", 10, null, 11),
                        measured("same", 10, 10, 10),
                        measured("not yet", 10, 20, null),
                        measured("nonsense", 10, 20, "viele"));

        assertThat(figures(board).improvements())
                .containsExactly(new Improvement("quantity", 7, 3, 4), new Improvement("quality", 0, 0, 0));
    }

    private static Tale measured(String id, Object baseline, Object target, Object after) {
        Tale tale = Tale.of(id, "u", "2026-01-01").result("quantityBaseline", baseline);
        if (target != null) {
            tale.result("quantityTarget", target);
        }
        return after == null ? tale : tale.result("quantityAfter", after);
    }

    @Test
    void anInnovationMayAnswerDemandsFromSeveralSources() {
        PlainBoard board = new PlainBoard()
                .with(
                        adopted()
                                .result("demandSources", "lapor survey")
                                .result("demandSourcesLabel", "SP4N-LAPOR!; Survei"),
                        open().result("demandSources", "survey").result("demandSourcesLabel", "Survei"),
                        stopped().result("demandSources", "media,survey"),
                        declined());

        assertThat(figures(board).demands())
                .containsExactly(
                        new Source("survey", "Survei", 3, 1),
                        new Source("lapor", "SP4N-LAPOR!", 1, 1),
                        new Source("media", "media", 1, 0));
    }

    @Test
    void theOrderOfStagesIsThatInWhichMostCameIntoThemWhateverTheFilter() {
        Tale signsAtTheLaunch = Tale.of("other", "utan", "2026-01-01")
                .enters("lab", "2026-01-01")
                .enters("lab.design", "2026-01-01")
                .completes("lab.design", "2026-01-02", "accepted")
                .completes("lab", "2026-01-02", "completed")
                .enters("commitment", "2026-01-02");

        Filter filter = new Filter(null, "utan", null, null, null, null);
        assertThat(figures(board().with(signsAtTheLaunch), filter).stages())
                .extracting(StageFigures::stage)
                .containsExactly("commitment", "lab", "lab.design", "rollout");
        assertThat(figures(new PlainBoard().with(signsAtTheLaunch)).stages())
                .extracting(StageFigures::stage)
                .containsExactly("lab", "lab.design", "commitment");
    }

    @Test
    void eachInnovationHasOneVoiceInTheOrder() {
        PlainBoard board = new PlainBoard()
                .with(Tale.of("j", "u", "2026-01-01")
                        .enters("a", "2026-01-01")
                        .enters("b", "2026-01-02")
                        .enters("y", "2026-01-03"));
        for (String id : List.of("i1", "i2", "i3")) {
            board.with(Tale.of(id, "u", "2026-01-01").enters("a", "2026-01-01").enters("x", "2026-01-02"));
        }

        assertThat(figures(board).funnel()).extracting(Funnel::stage).containsExactly("a", "b", "x", "y");
    }

    @Test
    void aStageOfTheFilterIsOneInWhichTheInnovationIsNow() {
        PlainBoard board = board().with(Tale.of("labour", "u", "2026-01-01").enters("labour", "2026-01-01"));

        assertThat(reckoning.innovations(board, new Filter(null, null, null, null, "lab", null), NOW, WITA))
                .extracting(InnovationRow::id)
                .containsExactly("open");
        assertThat(figures(board, new Filter(null, null, null, null, "rollout", null))
                        .totals()
                        .innovations())
                .isZero();
    }

    @Test
    void eachFieldOfTheFilterLeavesOut() {
        PlainBoard board = board().unit("dinkes", "52.04", "Alas", true)
                .with(adopted().kind("new"), open().year(2025).government("33.03"));

        assertThat(count(board, new Filter("33.03", null, null, null, null, null)))
                .isOne();
        assertThat(count(board, new Filter(null, "dinkes", null, null, null, null)))
                .isEqualTo(2);
        assertThat(count(board, new Filter(null, null, "Alas", null, null, null)))
                .isEqualTo(2);
        assertThat(count(board, new Filter(null, null, null, 2025, null, null))).isOne();
        assertThat(count(board, new Filter(null, null, null, null, null, "new")))
                .isOne();
        assertThat(count(board, new Filter("33.03", null, null, null, null, "new")))
                .isZero();
    }

    private int count(PlainBoard board, Filter filter) {
        return figures(board, filter).totals().innovations();
    }

    @Test
    void unitsAndDistrictsAreOfferedWithinOneGovernment() {
        PlainBoard board = board().unit("alas", "52.04", "Alas", true).unit("dinkes", "52.04", null, true);

        assertThat(figures(board).choices().units())
                .containsExactly(new Choice("alas", "Unit alas"), new Choice("dinkes", "Unit dinkes"));
        assertThat(figures(board).choices().districts()).containsExactly(new Choice("Alas", "Alas"));
        board.unit("far", "33.03", "Bobotsari", true);
        assertThat(figures(board).choices().units()).isEmpty();
        assertThat(figures(board).choices().governments())
                .containsExactly(new Choice("33.03", "Kab. 33.03"), new Choice("52.04", "Kab. 52.04"));
        assertThat(figures(board, new Filter("33.03", null, null, null, null, null))
                        .choices()
                        .units())
                .containsExactly(new Choice("far", "Unit far"));
    }

    @Test
    void aRowOfAnInnovationSaysWhereItIsOrHowItEnded() {
        assertThat(reckoning.innovations(board(), new Filter(null, "dinkes", null, null, null, null), NOW, WITA))
                .containsExactly(
                        new InnovationRow(
                                "adopted",
                                "Judul adopted",
                                false,
                                "dinkes",
                                2026,
                                null,
                                null,
                                null,
                                false,
                                40,
                                "adopted",
                                "outcome:ADOPTED"),
                        new InnovationRow(
                                "open",
                                "Judul open",
                                false,
                                "dinkes",
                                2026,
                                null,
                                "lab.design",
                                "stage:LAB.DESIGN",
                                true,
                                56,
                                null,
                                null));
    }

    @Test
    void aTimelineTellsEachVisit() {
        Timeline timeline = reckoning
                .timeline(board().with(stopped().result("quantityBaseline", 3)), "stopped", NOW, WITA)
                .orElseThrow();

        assertThat(timeline.stays())
                .containsExactly(
                        new Stay(
                                "commitment",
                                "stage:COMMITMENT",
                                0,
                                1,
                                at("2026-02-01"),
                                at("2026-02-03"),
                                null,
                                "signed",
                                "stage-outcome:SIGNED",
                                null,
                                null,
                                false,
                                false,
                                2.0),
                        new Stay(
                                "lab",
                                "stage:LAB",
                                0,
                                1,
                                at("2026-02-03"),
                                at("2026-03-03"),
                                at("2026-02-20"),
                                null,
                                null,
                                "stopped-by-order",
                                "reason:STOPPED-BY-ORDER",
                                true,
                                true,
                                28.0));
        assertThat(timeline.measures()).containsExactly(new Measure("quantity", null, null, 3.0, null, null));
        assertThat(timeline.days()).isEqualTo(30.0);
        assertThat(timeline.outcomeName()).isEqualTo("outcome:STOPPED");
        assertThat(reckoning.timeline(board(), "nobody", NOW, WITA)).isEmpty();
    }

    private static Instant at(String day) {
        return Instant.ofEpochMilli(Tale.noon(day));
    }

    @Test
    void anInnovationThatMovedOnIsFoldedAnew() {
        PlainBoard board = board();
        figures(board);

        assertThat(figures(board.with(open().completes("lab.design", "2026-06-30", "accepted")))
                        .totals()
                        .overdue())
                .isZero();
    }

    @Test
    void anEmptyBoardHasPanelsWithoutNumbers() {
        Figures figures = figures(new PlainBoard());

        assertThat(figures.totals()).isEqualTo(new Totals(0, 0, 0, 0, 0, 0, 0, 0, 0, null, null));
        assertThat(figures.funnel()).isEmpty();
        assertThat(figures.ageing()).extracting(Band::innovations).containsOnly(0);
        assertThat(Arrays.asList(figures.endings(), figures.demands(), figures.heat(), figures.trend()))
                .allMatch(List::isEmpty);
    }
}

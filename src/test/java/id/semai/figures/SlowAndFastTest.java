package id.semai.figures;

import static org.assertj.core.api.Assertions.assertThat;

import id.semai.figures.Figures.Heat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** {@code -Dfigures.seed=} and {@code -Dfigures.boards=} try others, and more. */
class SlowAndFastTest {

    private static final long SEED = Long.getLong("figures.seed", 2016);
    private static final int BOARDS = Integer.getInteger("figures.boards", 3);
    private static final int INNOVATIONS = 250;
    private static final List<ZoneId> ZONES =
            List.of(ZoneId.of("Asia/Makassar"), ZoneId.of("UTC"), ZoneId.of("America/New_York"));

    private final Random random = new Random(SEED);

    @Test
    void everyNumberOfEveryCombinationOfFiltersIsWhatASlowCountSays() {
        for (int i = 0; i < BOARDS; i++) {
            Instant now = Instant.parse("2026-11-28T07:30:00Z").plusMillis(random.nextInt(1_000_000_000));
            ZoneId zone = ZONES.get(i % ZONES.size());
            PlainBoard board = new RandomBoard(SEED + i, now.toEpochMilli()).of(INNOVATIONS);
            board.model("journey", HeatTest.JOURNEY).model("lab-work", HeatTest.LAB);
            compareAll(board, now, zone);
        }
        System.out.printf(
                "figures: seed=%d boards=%d innovations=%d filters=64 differences=0%n",
                SEED, BOARDS, BOARDS * INNOVATIONS);
    }

    private void compareAll(PlainBoard board, Instant now, ZoneId zone) {
        Reckoning reckoning = new Reckoning();
        for (int fields = 0; fields < 64; fields++) {
            compare(reckoning, board, filter(fields), now, zone);
        }
        board.with(new RandomBoard(random.nextLong(), now.toEpochMilli()).journey("i7"));
        compare(reckoning, board, Filter.ALL, now, zone);
    }

    /** One of each of the fields whose bits are set. */
    private Filter filter(int fields) {
        return new Filter(
                (fields & 1) == 0 ? null : any(RandomBoard.GOVERNMENTS),
                (fields & 2) == 0 ? null : "u" + random.nextInt(RandomBoard.UNITS),
                (fields & 4) == 0 ? null : any(RandomBoard.DISTRICTS),
                (fields & 8) == 0 ? null : 2024 + random.nextInt(3),
                (fields & 16) == 0 ? null : any(RandomBoard.STAGES),
                (fields & 32) == 0 ? null : any(RandomBoard.KINDS));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static void compare(Reckoning reckoning, PlainBoard board, Filter filter, Instant now, ZoneId zone) {
        Figures fast = reckoning.figures(board, filter, now, zone);
        Naive slow = new Naive(board, filter, now.toEpochMilli(), zone);
        String about = "seed " + SEED + ", " + filter;

        assertThat(fast.totals()).as(about).isEqualTo(slow.totals());
        assertThat(fast.funnel()).as(about).isEqualTo(slow.funnel());
        assertThat(fast.stages()).as(about).isEqualTo(slow.stages());
        assertThat(fast.ageing()).as(about).isEqualTo(slow.ageing());
        assertThat(fast.trend()).as(about).isEqualTo(slow.trend());
        assertThat(fast.endings()).as(about).isEqualTo(slow.endings());
        assertThat(fast.oneAgency().year()).as(about).isEqualTo(slow.year());
        assertThat(fast.oneAgency().governments()).as(about).isEqualTo(slow.governments());
        assertThat(fast.demands()).as(about).isEqualTo(slow.demands());
        assertThat(fast.improvements()).as(about).isEqualTo(slow.improvements());
        assertThat(reckoning.units(board, filter, now, zone)).as(about).isEqualTo(slow.unitRows());
        compareHeat(fast, slow, about);
        assertThatPanelsAgree(fast, about);
    }

    private static void compareHeat(Figures fast, Naive slow, String about) {
        for (Heat heat : fast.heat().get(0).elements()) {
            Set<String> stages = heat.stage() == null ? Set.of("lab.design", "lab.deliver") : Set.of(heat.stage());
            assertThat(heat.now()).as(about).isEqualTo(slow.now(stages));
            assertThat(heat.overdue()).as(about).isEqualTo(slow.overdue(stages));
            assertThat(heat.visits())
                    .as(about)
                    .isEqualTo(slow.stages().stream()
                            .filter(figures -> stages.contains(figures.stage()))
                            .mapToInt(Figures.StageFigures::entered)
                            .sum());
        }
    }

    private static void assertThatPanelsAgree(Figures figures, String about) {
        assertThat(figures.ageing().stream().mapToInt(Figures.Band::innovations).sum())
                .as(about)
                .isEqualTo(figures.totals().open());
        assertThat(figures.endings().stream()
                        .mapToInt(Figures.Ending::innovations)
                        .sum())
                .as(about)
                .isEqualTo(figures.totals().innovations() - figures.totals().open());
    }
}

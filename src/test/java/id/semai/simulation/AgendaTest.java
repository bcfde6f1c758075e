package id.semai.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import id.semai.stage.Government;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When what is planned happens, and beside what. */
class AgendaTest {

    private static final Instant NINE = Instant.parse("2026-11-02T02:00:00Z");
    private static final Region SUMBAWA = region("52.04");
    private static final Region BLORA = region("33.16");

    private final Agenda agenda = new Agenda(Duration.ofMinutes(10));
    private final List<String> done = new ArrayList<>();

    @Test
    void whatFallsIntoOneStepHappensAtItsBeginInTheOrderInWhichItWasPlanned() {
        plan(NINE.plusSeconds(599), "third");
        plan(NINE.plusSeconds(600), "later");
        plan(NINE, "first");
        plan(NINE.plusSeconds(1), "second");

        assertThat(agenda.next()).isEqualTo(NINE);
        agenda.takeUntil(NINE).forEach(errand -> errand.work().run());
        assertThat(done).containsExactly("third", "first", "second");
        assertThat(agenda.next()).isEqualTo(NINE.plusSeconds(600));
    }

    /** A timer may be due at any second: what it leads to comes after it. */
    @Test
    void whatIsPlannedAsSoonAsPossibleIsNeverInThePast() {
        for (int second = 0; second < 1_200; second++) {
            Instant now = NINE.plusSeconds(second);
            Agenda another = new Agenda(Duration.ofMinutes(10));
            another.plan(another.after(now), SUMBAWA, () -> {});
            assertThat(another.next()).isAfter(now).isBeforeOrEqualTo(now.plusSeconds(600));
        }
    }

    @Test
    void theErrandsOfOneGovernmentKeepTheirOrderAndThoseOfTwoMeet() {
        CountDownLatch both = new CountDownLatch(2);
        List<Boolean> met = new ArrayList<>();
        for (Region region : List.of(SUMBAWA, BLORA)) {
            agenda.plan(NINE, region, () -> meet(both, met));
        }
        ConcurrentHashMap<Region, List<Integer>> order = new ConcurrentHashMap<>();
        IntStream.range(0, 200).forEach(number -> {
            Region region = number % 2 == 0 ? SUMBAWA : BLORA;
            agenda.plan(NINE, region, () -> order.computeIfAbsent(region, any -> new ArrayList<>())
                    .add(number));
        });
        try (Crew crew = new Crew(2)) {
            crew.does(agenda.takeUntil(NINE));
        }
        assertThat(met).containsExactly(true, true);
        assertThat(order.get(SUMBAWA)).hasSize(100).isSorted();
        assertThat(order.get(BLORA)).hasSize(100).isSorted();
    }

    private static void meet(CountDownLatch both, List<Boolean> met) {
        both.countDown();
        try {
            boolean came = both.await(10, TimeUnit.SECONDS);
            synchronized (met) {
                met.add(came);
            }
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
    }

    private void plan(Instant at, String what) {
        agenda.plan(at, SUMBAWA, () -> done.add(what));
    }

    private static Region region(String code) {
        return new Region(
                new Government("uji-" + code, code, "Kabupaten " + code, ZoneId.of("Asia/Makassar")), List.of(), 0);
    }
}

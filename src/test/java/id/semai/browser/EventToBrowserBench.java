package id.semai.browser;

import static id.semai.journeys.Office.answers;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import id.semai.dashboardpages.Pipe;
import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.journeys.Office.Person;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

/**
 * The whole way: a form is sent by REST, the engine's transaction commits, the event goes through Kafka to the board, and from
 * there to the open pages, which all look at the same figures. Measured on the wire with one and with many connections, and in
 * a real page beside as many others. {@code mvn verify -Pbench -Dit.test=EventToBrowserBench}; {@code -Dbench.changes} (25),
 * {@code -Dbench.others} (999). The one who works, those who look and the server share the machine.
 *
 * <p>It measures and asserts nothing, for no machine is like another.
 */
@EndToEnd
@DirtiesContext
class EventToBrowserBench {

    private static final int CHANGES = Integer.getInteger("bench.changes", 25);
    private static final int OTHERS = Integer.getInteger("bench.others", 999);
    private static final int WARM_UP = 10;
    private static final String UNIT = "kec-alas";
    private static final String NOTES_WHEN_THE_NUMBER_CHANGES =
            """
            () => {
              window.shown = {};
              const look = () => {
                const words = document.querySelector("[data-angka='innovations'] strong")?.textContent ?? "";
                window.shown[words] ??= performance.timeOrigin + performance.now();
              };
              new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
              look();
            }
            """;

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    Office office;

    private final Random pace = new Random(2016);
    private final List<Double> fromTheForm = Collections.synchronizedList(new ArrayList<>());
    private final List<Double> fromItsAnswer = Collections.synchronizedList(new ArrayList<>());
    private volatile long sent;
    /** The same by the clock that the page has, too. */
    private volatile long sentAt;

    private volatile long answered;

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void onTheWire(int connections) {
        Person innovator = warm();
        Map<String, String> session = office.session("koordinator");
        int before = innovations();
        List<Ear> ears = Stream.generate(() -> new Ear(session, before))
                .limit(connections)
                .toList();
        await().atMost(Duration.ofMinutes(1)).until(() -> ears.stream().allMatch(ear -> ear.heard >= before));
        forget();
        for (int change = 1; change <= CHANGES; change++) {
            int next = before + change;
            work(innovator);
            await().pollInterval(Duration.ofMillis(20))
                    .until(() -> ears.stream().allMatch(ear -> ear.heard >= next));
        }
        ears.forEach(ear -> fromTheForm.addAll(ear.fromTheForm));
        ears.forEach(ear -> fromItsAnswer.addAll(ear.fromItsAnswer));
        tell("on the wire, connections=" + connections);
        ears.forEach(Ear::close);
    }

    @Test
    void inAPage() {
        Person innovator = warm();
        Map<String, String> session = office.session("koordinator");
        int before = innovations();
        List<Ear> others =
                Stream.generate(() -> new Ear(session, before)).limit(OTHERS).toList();
        try (Desk desk = Desk.of(browser, office, "koordinator", Screen.DESKTOP)) {
            Page page = desk.page();
            page.navigate(office.url("/dasbor"));
            page.locator(".bagan canvas").first().waitFor();
            page.evaluate(NOTES_WHEN_THE_NUMBER_CHANGES);
            await().atMost(Duration.ofMinutes(1)).until(() -> others.stream().allMatch(ear -> ear.heard >= before));
            forget();
            for (int change = 1; change <= CHANGES; change++) {
                String next = Integer.toString(before + change);
                work(innovator);
                page.waitForFunction("next => window.shown[next]", next);
                double shown = ((Number) page.evaluate("next => window.shown[next]", next)).doubleValue();
                fromTheForm.add(shown - sentAt);
                fromItsAnswer.add(Math.max(0, shown - sentAt - (answered - sent) / 1e6));
            }
            tell("in a page, other connections=" + OTHERS);
        }
        others.forEach(Ear::close);
    }

    private Person warm() {
        Person innovator = office.inBrowser("inovator." + UNIT);
        for (int i = 0; i < WARM_UP; i++) {
            innovator.start("innovation-journey", answers("innovation-proposal"));
        }
        return innovator;
    }

    /** Not at the pace of anything that happens on the way. */
    private void work(Person innovator) {
        pause(300 + pace.nextInt(300));
        sentAt = System.currentTimeMillis();
        sent = System.nanoTime();
        innovator.start("innovation-journey", answers("innovation-proposal"));
        answered = System.nanoTime();
    }

    /** Once it stands still. */
    private int innovations() {
        int[] last = {-1};
        await().pollInterval(Duration.ofSeconds(1)).until(() -> last[0] == (last[0] = total()));
        return last[0];
    }

    private int total() {
        return office.as("koordinator")
                .page("/dasbor/angka")
                .json()
                .path("totals")
                .path("innovations")
                .asInt();
    }

    private void forget() {
        fromTheForm.clear();
        fromItsAnswer.clear();
    }

    private void tell(String what) {
        System.out.println("event to browser: " + what + " changes=" + CHANGES + " from sending the form "
                + figures(fromTheForm) + ", from its answer " + figures(fromItsAnswer));
    }

    private static String figures(List<Double> delays) {
        List<Double> sorted = delays.stream().sorted().toList();
        return "p50=" + at(sorted, 50) + " p95=" + at(sorted, 95) + " longest=" + at(sorted, 100) + " ms";
    }

    private static long at(List<Double> sorted, int percent) {
        return Math.round(sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)));
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An open page, as the wire sees it. */
    private class Ear {

        private static final String COUNT = "\"totals\":{\"innovations\":";

        private final List<Double> fromTheForm = new ArrayList<>();
        private final List<Double> fromItsAnswer = new ArrayList<>();
        private final Pipe pipe;
        private volatile int heard;

        Ear(Map<String, String> session, int before) {
            pipe = Pipe.reading(
                    URI.create(office.url("/")).getPort(),
                    "/dasbor/langsung",
                    session.entrySet().stream()
                            .map(header -> header.getKey() + ": " + header.getValue())
                            .toArray(String[]::new));
            pipe.tell(line -> hear(line, before));
        }

        private void hear(String line, int before) {
            int from = line.indexOf(COUNT);
            if (!line.startsWith("data: ") || from < 0) {
                return;
            }
            int now = Integer.parseInt(line.substring(from + COUNT.length(), line.indexOf(',', from)));
            if (now > heard && now > before) {
                long at = System.nanoTime();
                fromTheForm.add((at - sent) / 1e6);
                fromItsAnswer.add(answered < sent ? 0 : (at - answered) / 1e6);
            }
            heard = Math.max(heard, now);
        }

        void close() {
            pipe.close();
        }
    }
}

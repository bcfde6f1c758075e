package id.semai.dashboardpages;

import static org.awaitility.Awaitility.await;

import id.semai.dashboardpages.Showing.Source;
import id.semai.dashboardpages.Showing.Subject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/**
 * How long it takes from a change of the board until open pages have it, on the wire, with one and with many of them; the
 * way from the journal through Kafka to the board comes on top.
 */
class ViewersBench {

    private static final int CHANGES = Integer.getInteger("bench.changes", 40);
    /** As large as what changes with an innovation in a lab of 86 units. */
    private static final String PANELS = "\"" + "x".repeat(6_000) + "\"";

    private final AtomicInteger state = new AtomicInteger(1);
    private final long[] changed = new long[CHANGES + 2];
    private final List<Long> delays = Collections.synchronizedList(new ArrayList<>());

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 1_000})
    void fromTheBoardToTheBrowser(int browsers) throws Exception {
        Showings showings = new Showings(new Changing());
        Viewers viewers = new Viewers(showings, 2_000);
        viewers.start();
        WebServer web = open(showings, viewers);
        List<Pipe> pipes = Stream.generate(() -> Pipe.reading(web.getPort(), LiveServlet.PATH))
                .limit(browsers)
                .toList();
        await().atMost(Duration.ofMinutes(1)).until(() -> pipes.stream().allMatch(pipe -> pipe.has("\"totals\":1")));
        pipes.forEach(pipe -> pipe.tell(this::heard));

        Random pace = new Random(2016);
        for (int change = 2; change < CHANGES + 2; change++) {
            Thread.sleep(600 + pace.nextInt(600));
            changed[change] = System.nanoTime();
            state.set(change);
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> delays.size() == browsers * CHANGES);
        tell(browsers);
        pipes.forEach(Pipe::close);
        viewers.stop();
        web.stop();
    }

    private void heard(String line) {
        if (line.startsWith("data: ")) {
            int from = line.indexOf("\"totals\":") + 9;
            int change = Integer.parseInt(line.substring(from, line.indexOf(',', from)));
            delays.add(System.nanoTime() - changed[change]);
        }
    }

    private void tell(int browsers) {
        List<Long> sorted = delays.stream().sorted().toList();
        System.out.println("live: browsers=" + browsers + " changes=" + CHANGES + " p50=" + at(sorted, 50) + " ms p95="
                + at(sorted, 95) + " ms longest=" + at(sorted, 100) + " ms");
        delays.clear();
        state.set(1);
    }

    private static long at(List<Long> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1_000_000;
    }

    private static WebServer open(Showings showings, Viewers viewers) {
        TomcatServletWebServerFactory tomcat = new TomcatServletWebServerFactory(0);
        WebServer web = tomcat.getWebServer(context -> {
            LiveServlet live = new LiveServlet(request -> Sight.EVERYTHING, showings, viewers, Duration.ofMinutes(10));
            var servlet = context.addServlet("live", live);
            servlet.setAsyncSupported(true);
            servlet.addMapping(LiveServlet.PATH);
        });
        web.start();
        return web;
    }

    private class Changing implements Source {

        @Override
        public Object state() {
            return state.get();
        }

        @Override
        public Map<String, byte[]> panels(Subject subject) {
            Map<String, byte[]> panels = new LinkedHashMap<>();
            int now = state.get();
            panels.put("totals", Integer.toString(now).getBytes(StandardCharsets.UTF_8));
            panels.put("funnel", PANELS.replaceFirst("x", Integer.toString(now)).getBytes(StandardCharsets.UTF_8));
            return panels;
        }
    }
}

package id.semai.dashboardpages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.semai.dashboardpages.Showing.Source;
import id.semai.dashboardpages.Showing.Subject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.ErrorPage;
import org.springframework.boot.web.server.GracefulShutdownResult;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.server.WebServer;

/** Open pages on a real Tomcat, over a board that changes when the test says so. */
@Timeout(60)
class ViewersTest {

    private static final String PATH = LiveServlet.PATH;
    /** More than a connection takes that nobody reads from. */
    private static final String LONG = "\"" + "x".repeat(300_000) + "\"";

    private final AtomicInteger state = new AtomicInteger(1);
    private final AtomicInteger drawn = new AtomicInteger();
    private final AtomicInteger errorPages = new AtomicInteger();
    private final List<Pipe> pipes = new ArrayList<>();

    private volatile Sight sight = Sight.EVERYTHING;
    private volatile String detail = "\"x\"";
    private Viewers viewers;
    private WebServer web;

    @AfterEach
    void close() {
        pipes.forEach(Pipe::close);
        viewers.stop();
        web.stop();
    }

    @Test
    void whoDoesNotReadHoldsNobodyUp() {
        open(Duration.ofSeconds(50));
        detail = LONG;
        IntStream.range(0, 50).forEach(each -> pipes.add(Pipe.deaf(web.getPort())));
        List<Pipe> readers = Stream.generate(() -> read(PATH)).limit(150).toList();
        await().until(() -> viewers.count() == 200 && readers.stream().allMatch(pipe -> pipe.has("\"totals\":1")));

        for (int change = 2; change <= 6; change++) {
            int now = change;
            state.set(now);
            long began = System.nanoTime();
            await().atMost(Duration.ofSeconds(5))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> readers.stream().allMatch(pipe -> pipe.has("\"totals\":" + now)));
            System.out.println("live: 200 pages, 50 of them deaf, change " + now + " with 150 readers after "
                    + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began) + " ms");
        }
        assertThat(drawn).as("drawn for two hundred").hasValueLessThan(12);
    }

    @Test
    void onlyWhatHasChangedIsSent() {
        open(Duration.ofSeconds(50));
        Pipe pipe = read(PATH);
        await().until(() -> pipe.has("\"totals\":1"));
        assertThat(pipe.has("\"detail\"")).isTrue();
        int before = pipe.lines().size();

        state.set(2);

        await().until(() -> pipe.has("\"totals\":2"));
        assertThat(pipe.lines().subList(before, pipe.lines().size())).noneMatch(line -> line.contains("\"detail\""));
    }

    @Test
    void whoComesAgainGetsWhatTheyLack() {
        open(Duration.ofSeconds(50));
        Pipe first = read(PATH);
        await().until(() -> first.has("\"totals\":1"));
        String id = first.lines().stream()
                .filter(line -> line.startsWith("id: "))
                .findFirst()
                .orElseThrow()
                .substring(4);

        Pipe again = read(PATH, "Last-Event-ID: " + id);
        Pipe asked = read(PATH + "?sejak=" + id);
        Pipe fromElsewhere = read(PATH, "Last-Event-ID: lain.1");
        await().until(() -> fromElsewhere.has("\"totals\":1") && again.has(": semai") && asked.has(": semai"));
        assertThat(again.has("\"totals\"")).isFalse();
        assertThat(asked.has("\"totals\"")).isFalse();

        state.set(2);
        await().until(() -> again.has("\"totals\":2") && asked.has("\"totals\":2"));
        assertThat(again.has("\"detail\"")).isFalse();
    }

    @Test
    void whoMayNoLongerLookIsGivenNothingWhenTheStreamBeginsAnew() {
        open(Duration.ofSeconds(1));
        Pipe pipe = read(PATH);
        await().until(() -> pipe.has("\"totals\":1"));

        sight = Sight.NOTHING;

        await().atMost(Duration.ofSeconds(4)).until(pipe::isOver);
        Pipe again = read(PATH);
        await().until(() -> again.has("HTTP/1.1 401"));
    }

    @Test
    void theEndDoesNotWaitForOpenPages() throws Exception {
        open(Duration.ofSeconds(50));
        List<Pipe> readers = Stream.generate(() -> read(PATH)).limit(20).toList();
        await().until(() -> readers.stream().allMatch(pipe -> pipe.has("\"totals\":1")));

        long began = System.nanoTime();
        viewers.stop();
        GracefulShutdownResult[] result = new GracefulShutdownResult[1];
        web.shutDownGracefully(done -> result[0] = done);
        await().atMost(Duration.ofSeconds(3)).until(() -> result[0] != null);

        System.out.println(
                "live: graceful end after " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began) + " ms");
        assertThat(result[0]).isEqualTo(GracefulShutdownResult.IDLE);
        await().until(() -> readers.stream().allMatch(Pipe::isOver));
    }

    @Test
    void whoNeverReadsDoesNotHoldUpTheEndForLong() {
        open(Duration.ofSeconds(50));
        detail = LONG;
        IntStream.range(0, 50).forEach(each -> pipes.add(Pipe.deaf(web.getPort())));
        await().until(() -> viewers.count() == 50);

        long began = System.nanoTime();
        viewers.stop();
        GracefulShutdownResult[] result = new GracefulShutdownResult[1];
        web.shutDownGracefully(done -> result[0] = done);
        await().atMost(Duration.ofSeconds(30)).until(() -> result[0] != null);
        System.out.println("live: graceful end with 50 deaf after "
                + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began) + " ms");
    }

    /** Their streams have begun, so an error page could only fail, and fill the log. */
    @Test
    void whoHasGoneIsShownNoErrorPage() {
        open(Duration.ofSeconds(50));
        List<Pipe> readers = Stream.generate(() -> read(PATH)).limit(20).toList();
        await().until(() -> readers.stream().allMatch(pipe -> pipe.has("\"totals\":1")));

        readers.forEach(Pipe::close);
        await().until(() -> {
            state.incrementAndGet();
            return viewers.count() == 0;
        });
        await().during(Duration.ofMillis(500)).atMost(Duration.ofSeconds(5)).until(() -> errorPages.get() == 0);
    }

    @Test
    void moreThanANodeCanTellAreTurnedAway() {
        open(Duration.ofSeconds(50), 2);
        List<Pipe> two = Stream.generate(() -> read(PATH)).limit(2).toList();
        await().until(() -> two.stream().allMatch(pipe -> pipe.has("\"totals\":1")));
        Pipe third = read(PATH);
        await().until(() -> third.has("HTTP/1.1 503"));
    }

    private Pipe read(String address, String... headers) {
        Pipe pipe = Pipe.reading(web.getPort(), address, headers);
        pipes.add(pipe);
        return pipe;
    }

    private void open(Duration longest) {
        open(longest, 1_000);
    }

    private void open(Duration longest, int most) {
        Showings showings = new Showings(new Changing());
        viewers = new Viewers(showings, most);
        viewers.start();
        TomcatServletWebServerFactory tomcat = new TomcatServletWebServerFactory(0);
        tomcat.setShutdown(Shutdown.GRACEFUL);
        tomcat.addErrorPages(new ErrorPage("/galat"));
        web = tomcat.getWebServer(context -> {
            var servlet = context.addServlet("live", new LiveServlet(request -> sight, showings, viewers, longest));
            servlet.setAsyncSupported(true);
            servlet.addMapping(PATH);
            context.addServlet("galat", new ErrorPages()).addMapping("/galat");
        });
        web.start();
    }

    private class ErrorPages extends HttpServlet {

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) {
            errorPages.incrementAndGet();
        }
    }

    private class Changing implements Source {

        @Override
        public Object state() {
            return state.get();
        }

        @Override
        public Map<String, byte[]> panels(Subject subject) {
            drawn.incrementAndGet();
            Map<String, byte[]> panels = new LinkedHashMap<>();
            int now = state.get();
            panels.put("totals", Integer.toString(now).getBytes(StandardCharsets.UTF_8));
            panels.put(
                    "detail",
                    (detail.equals(LONG) ? LONG.replaceFirst("x", "" + now) : detail).getBytes(StandardCharsets.UTF_8));
            return panels;
        }
    }
}

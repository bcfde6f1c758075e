package id.semai.dashboardpages;

import id.semai.dashboardpages.Showing.Subject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Where pages hear of changes. A stream ends within a minute and the browser comes again at once, so that whoever has lost
 * the session or a right is stopped by what stops every request. A servlet, since Spring would write with a thread that
 * waits for each browser.
 */
class LiveServlet extends HttpServlet {

    static final String PATH = "/dasbor/langsung";

    private static final Duration LONGEST = Duration.ofSeconds(55);

    private final transient Onlookers onlookers;
    private final transient Showings showings;
    private final transient Viewers viewers;

    LiveServlet(Onlookers onlookers, Showings showings, Viewers viewers) {
        this.onlookers = onlookers;
        this.showings = showings;
        this.viewers = viewers;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Sight sight = onlookers.sight(request);
            if (sight.isNothing()) {
                throw Refusal.nobody();
            }
            viewers.requireRoom();
            open(showings.of(new Subject(Question.filter(request), sight)), request, response);
        } catch (Refusal refusal) {
            refuse(refusal, response);
        }
    }

    private void open(Showing showing, HttpServletRequest request, HttpServletResponse response) throws IOException {
        long known = showing.picture().numberOf(lastSeen(request));
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        // For proxies that would otherwise gather what is sent bit by bit.
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext connection = request.startAsync();
        connection.setTimeout(LONGEST.toMillis() - ThreadLocalRandom.current().nextInt(10_000));
        new Viewer(connection, response.getOutputStream(), showing, known).begin();
    }

    private static String lastSeen(HttpServletRequest request) {
        String header = request.getHeader("Last-Event-ID");
        return header == null ? request.getParameter("sejak") : header;
    }

    private static void refuse(Refusal refusal, HttpServletResponse response) throws IOException {
        response.setStatus(refusal.status().value());
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write("{\"message\":\"" + refusal.getMessage() + "\"}");
    }
}

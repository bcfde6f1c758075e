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
    static final Duration LONGEST = Duration.ofSeconds(55);

    private static final String TYPE = "text/event-stream;charset=UTF-8";

    private final transient Onlookers onlookers;
    private final transient Showings showings;
    private final transient Viewers viewers;
    private final Duration longest;

    /** @param longest until a stream ends; each a bit earlier than that, so that they do not all come again together */
    LiveServlet(Onlookers onlookers, Showings showings, Viewers viewers, Duration longest) {
        this.onlookers = onlookers;
        this.showings = showings;
        this.viewers = viewers;
        this.longest = longest;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Subject subject = Subject.of(onlookers.sight(request), request);
            viewers.requireRoom();
            open(showings.of(subject), request, response);
        } catch (Refusal refusal) {
            refuse(refusal, response);
        }
    }

    /** A stream without its body has nothing to wait for. */
    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Subject.of(onlookers.sight(request), request);
            response.setContentType(TYPE);
        } catch (Refusal refusal) {
            response.setStatus(refusal.status().value());
        }
    }

    private void open(Showing showing, HttpServletRequest request, HttpServletResponse response) throws IOException {
        long known = showing.picture().numberOf(lastSeen(request));
        response.setContentType(TYPE);
        response.setHeader("Cache-Control", "no-store");
        // For proxies that would otherwise gather what is sent bit by bit.
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext connection = request.startAsync();
        connection.setTimeout(longest.toMillis() - ThreadLocalRandom.current().nextLong(longest.toMillis() / 5));
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

package id.semai.prod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.coyote.http11.Http11NioProtocol;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** A bare Tomcat as Semai's is, but that a second is long for it. */
class SlowClientsTest {

    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final int BYTES_A_SECOND = 1_000;
    private static final String HOST = "Host: localhost\r\n";

    private static final AtomicInteger busy = new AtomicInteger();
    private static WebServer server;

    private Socket socket;
    private String answer = "";

    @BeforeAll
    static void start() {
        TomcatServletWebServerFactory tomcat = new TomcatServletWebServerFactory(0);
        new SlowClients().customize(tomcat);
        tomcat.addConnectorCustomizers(connector -> shorten((Http11NioProtocol) connector.getProtocolHandler()));
        server = tomcat.getWebServer(context -> {
            context.addServlet("reader", new Reader()).addMapping("/read");
            context.addServlet("other", new Other()).addMapping("/other");
        });
        server.start();
    }

    private static void shorten(Http11NioProtocol http) {
        http.setConnectionTimeout(2_000);
        http.setKeepAliveTimeout(2_000);
        if (http instanceof PatientHttp patient) {
            patient.have(new PatientHttp.Patience(A_SECOND, A_SECOND, BYTES_A_SECOND));
        }
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @BeforeEach
    void connect() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        socket.setSoTimeout(5);
        socket.setTcpNoDelay(true);
    }

    @AfterEach
    void hangUp() throws IOException {
        socket.close();
        await().until(() -> busy.get() == 0);
    }

    @Test
    void aHeaderThatComesDropByDropIsNotWaitedFor() throws IOException {
        send("GET /other HTTP/1.1\r\n" + HOST + "X-Drop: ");
        drop().until(() -> isLetGoAfter("x"));
        assertThat(answer).isEmpty();
    }

    @Test
    void norIsARequestLine() {
        drop().until(() -> isLetGoAfter("G"));
    }

    @Test
    void aBodyThatComesDropByDropHoldsNoThread() throws IOException {
        send("POST /read HTTP/1.1\r\n" + HOST + "Content-Length: 1000000\r\n\r\n");
        drop().until(() -> isLetGoAfter("x"));
        assertThat(busy).hasValue(0);
    }

    @Test
    void norDoesOneInPieces() throws IOException {
        send("POST /read HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked\r\n\r\n");
        drop().until(() -> isLetGoAfter("1\r\nx\r\n"));
        assertThat(busy).hasValue(0);
    }

    @Test
    void norDoesOneThatNobodyReads() throws IOException {
        send("POST /other HTTP/1.1\r\n" + HOST + "Content-Length: 1000000\r\n\r\n");
        drop().until(() -> isLetGoAfter("x"));
        assertThat(answer).startsWith("HTTP/1.1 200");
    }

    @Test
    void aBodyThatNeverComesHoldsNoThread() throws IOException {
        send("POST /read HTTP/1.1\r\n" + HOST + "Content-Length: 1000000\r\n\r\n");
        await().until(() -> busy.get() == 1);
        await().until(() -> isLetGoAfter(""));
        assertThat(busy).hasValue(0);
    }

    @Test
    void aConnectionWithoutAWordIsLetGo() {
        await().until(() -> isLetGoAfter(""));
    }

    @Test
    void soIsOneThatIsKeptAliveWithoutAnotherWord() throws IOException {
        send("GET /other HTTP/1.1\r\n" + HOST + "\r\n");
        await().until(() -> isLetGoAfter(""));
        assertThat(answer).startsWith("HTTP/1.1 200");
    }

    @Test
    void whoIsSlowButComesForwardIsServed() throws IOException {
        int pieces = 25;
        String piece = "x".repeat(300);
        send("POST /read HTTP/1.1\r\n" + HOST + "Content-Length: " + pieces * piece.length() + "\r\n\r\n");
        AtomicInteger sent = new AtomicInteger();
        drop().until(() -> isLetGoAfter(sent.get() < pieces ? piece : "") || sent.incrementAndGet() >= pieces);
        await().until(() -> !isLetGoAfter("") && !answer.isEmpty());
        assertThat(answer).startsWith("HTTP/1.1 200").endsWith("7500");
    }

    @Test
    void aBodyThatNobodyReadsAndThatComesIsNoReasonToHangUp() throws IOException {
        String request = "POST /other HTTP/1.1\r\n" + HOST + "Content-Length: 200000\r\n\r\n" + "x".repeat(200_000);
        for (int again = 0; again < 2; again++) {
            send(request);
            answer = "";
            await().until(() -> !isLetGoAfter("") && answer.startsWith("HTTP/1.1 200"));
        }
    }

    /** Ten drops a second. */
    private static ConditionFactory drop() {
        return await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(100));
    }

    private void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private boolean isLetGoAfter(String text) {
        try {
            send(text);
            byte[] some = new byte[10_000];
            int read = socket.getInputStream().read(some);
            answer += read < 0 ? "" : new String(some, 0, read, StandardCharsets.US_ASCII);
            return read < 0;
        } catch (SocketTimeoutException nothingYet) {
            return false;
        } catch (IOException closed) {
            return true;
        }
    }

    private static class Reader extends HttpServlet {

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            busy.incrementAndGet();
            try {
                response.getWriter().print(request.getInputStream().readAllBytes().length);
            } finally {
                busy.decrementAndGet();
            }
        }
    }

    private static class Other extends HttpServlet {

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print("ok");
        }
    }
}

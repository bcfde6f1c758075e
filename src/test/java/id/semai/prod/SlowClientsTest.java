package id.semai.prod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.semai.prod.PatientHttp.Pace;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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
    /** The same, but with Tomcat's own patience. */
    private static WebServer stock;

    private Socket socket;
    private String answer = "";
    private long read;

    @BeforeAll
    static void start() {
        TomcatServletWebServerFactory tomcat = new TomcatServletWebServerFactory(0);
        new SlowClients().customize(tomcat);
        server = start(tomcat);
        stock = start(new TomcatServletWebServerFactory(0));
    }

    private static WebServer start(TomcatServletWebServerFactory tomcat) {
        tomcat.addConnectorCustomizers(connector -> shorten((Http11NioProtocol) connector.getProtocolHandler()));
        WebServer started = tomcat.getWebServer(context -> {
            context.addServlet("reader", new Reader()).addMapping("/read");
            context.addServlet("other", new Other()).addMapping("/other");
            context.addServlet("long", new Lengthy()).addMapping("/long");
        });
        started.start();
        return started;
    }

    private static void shorten(Http11NioProtocol http) {
        http.setConnectionTimeout(2_000);
        http.setKeepAliveTimeout(2_000);
        http.setProperty("socket.txBufSize", "8192");
        if (http instanceof PatientHttp patient) {
            patient.have(new PatientHttp.Patience(
                    A_SECOND, new Pace(A_SECOND, BYTES_A_SECOND), new Pace(A_SECOND, 20 * BYTES_A_SECOND)));
        }
    }

    @AfterAll
    static void stop() {
        server.stop();
        stock.stop();
    }

    @BeforeEach
    void connect() throws IOException {
        socket = connected(server);
    }

    private static Socket connected(WebServer server) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort()));
        socket.setSoTimeout(5);
        socket.setTcpNoDelay(true);
        return socket;
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

    @Test
    void whoReadsALongAnswerSlowlyIsHungUpOn() throws IOException {
        send("GET /long HTTP/1.1\r\n" + HOST + "\r\n");
        drop().until(() -> isLetGoReading(1_000));
        assertThat(busy).hasValue(0);
    }

    @Test
    void soIsWhoReadsNothingOfIt() throws IOException {
        send("GET /long HTTP/1.1\r\n" + HOST + "\r\n");
        await().until(() -> busy.get() == 1);
        await().until(() -> busy.get() == 0);
    }

    @Test
    void whoReadsItAtAnOrdinaryPaceGetsAllOfIt() throws IOException {
        send("GET /long HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n");
        drop().until(() -> isLetGoReading(40_000));
        assertThat(read).isGreaterThan(Lengthy.BYTES);
    }

    @Test
    void anAnswerWithoutABodyIsGivenAtOnceHoweverLongItWouldBe() throws IOException {
        send("HEAD /long HTTP/1.1\r\n" + HOST + "\r\n");
        await().until(() -> !isLetGoAfter("") && answer.startsWith("HTTP/1.1 200"));
        assertThat(busy).hasValue(0);
    }

    /** A header, a body and an answer at once, for longer than any of them has with patience. */
    @Test
    void tomcatAloneWaitsForEachDropAnew() throws IOException {
        try (Socket header = connected(stock);
                Socket body = connected(stock);
                Socket reader = connected(stock)) {
            write(header, "GET /other HTTP/1.1\r\n" + HOST + "X-Drop: ");
            write(body, "POST /read HTTP/1.1\r\n" + HOST + "Content-Length: 1000000\r\n\r\n");
            write(reader, "GET /long HTTP/1.1\r\n" + HOST + "\r\n");
            long until = System.nanoTime() + A_SECOND.multipliedBy(5).toNanos();
            drop().until(() -> {
                write(header, "x");
                write(body, "x");
                assertThat(reader.getInputStream().read(new byte[1_000])).isPositive();
                return System.nanoTime() > until;
            });
            assertThat(busy).hasValue(2);
            assertThatThrownBy(() -> header.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        }
    }

    /** Ten drops a second. */
    private static ConditionFactory drop() {
        return await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(100));
    }

    private void send(String text) throws IOException {
        write(socket, text);
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private boolean isLetGoReading(int most) {
        try {
            for (int left = most; left > 0; ) {
                int now = socket.getInputStream().read(new byte[left]);
                if (now < 0) {
                    return true;
                }
                left -= now;
                read += now;
            }
            return false;
        } catch (SocketTimeoutException nothingYet) {
            return false;
        } catch (IOException closed) {
            return true;
        }
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

    private static class Lengthy extends HttpServlet {

        static final int BYTES = 400_000;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            busy.incrementAndGet();
            try {
                response.getOutputStream().write(new byte[BYTES]);
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

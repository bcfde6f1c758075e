package id.semai.messages;

import static id.semai.messages.Mailroom.BASE;
import static id.semai.messages.Mailroom.HEAD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.semai.journeys.EndToEnd;
import id.semai.journeys.Story;
import id.semai.messages.MessageSettings.Mode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** The same letters, to a gateway that knows how to reach people otherwise. */
@EndToEnd
class WebhookTest {

    private static final String SECRET = "kunci-acak-penguji";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    AutowireCapableBeanFactory beans;

    private final List<Posted> posted = new CopyOnWriteArrayList<>();
    private volatile int answer = 204;
    private HttpServer gateway;
    private Mailroom room;
    private Courier courier;
    private Messenger messenger;

    @BeforeEach
    void open() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        gateway.createContext("/pesan", this::receive);
        gateway.start();
        room = new Mailroom(beans);
        room.open();
        courier = room.courier(new WebhookChannel(url(gateway.getAddress().getPort()), SECRET));
        messenger = room.messenger(Mode.AT_ONCE, 3, courier);
    }

    @AfterEach
    void close() {
        room.close();
        gateway.stop(0);
    }

    @Test
    void aLetterIsPostedWithAllThatAGatewayNeeds() throws Exception {
        Story story = room.proposed();
        String task = room.task(story, "Task_SignCommitment").getId();
        go();
        go();
        assertThat(posted).hasSize(1);
        JsonNode letter = posted.get(0).json();
        assertThat(letter.path("id").asText()).hasSize(36);
        assertThat(letter.path("recipient").asText()).isEqualTo(HEAD);
        assertThat(letter.path("subject").asText()).isEqualTo("Semai: 1 tugas baru");
        assertThat(letter.path("text").asText())
                .contains("Antrean Daring Puskesmas Alas", BASE)
                .doesNotContain("Wahyuni", HEAD);
        assertThat(letter.at("/tasks/0/kind").asText()).isEqualTo("new");
        assertThat(letter.at("/tasks/0/task").asText()).isEqualTo(task);
        assertThat(letter.at("/tasks/0/dueAt").asText()).endsWith("T23:59:59+08:00");
        assertThat(letter.at("/tasks/0/link").asText()).endsWith("#/?task=" + task);
        assertThat(letter.at("/tasks/0/innovationLink").asText()).isEqualTo(BASE + "/inovasi/" + story.innovation);
    }

    @Test
    void itsSignatureProvesWhoSentIt() throws Exception {
        room.proposed();
        go();
        assertThat(posted.get(0).signature()).isEqualTo(signature(posted.get(0).body()));
    }

    /** A gateway that does not look takes both; one that looks takes the first alone. */
    @Test
    void aLetterForgedOnItsWayIsTakenByWhoDoesNotLookAtItsSignature() throws Exception {
        room.proposed();
        go();
        Posted genuine = posted.get(0);
        byte[] forged = new String(genuine.body(), StandardCharsets.UTF_8)
                .replace(HEAD, "penyusup")
                .getBytes(StandardCharsets.UTF_8);
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(url(gateway.getAddress().getPort()))
                                .header(WebhookChannel.SIGNATURE, genuine.signature())
                                .POST(HttpRequest.BodyPublishers.ofByteArray(forged))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
        assertThat(posted)
                .hasSize(2)
                .extracting(letter -> letter.json().path("recipient").asText())
                .containsExactly(HEAD, "penyusup");
        assertThat(posted)
                .extracting(letter -> letter.signature().equals(signature(letter.body())))
                .containsExactly(true, false);
    }

    @Test
    void whatTheGatewayRefusesComesAgainUnderTheSameId() throws Exception {
        answer = 503;
        room.proposed();
        go();
        go();
        assertThat(posted).hasSize(1);
        answer = 200;
        room.clock.move(Duration.ofMinutes(1));
        go();
        go();
        assertThat(posted).hasSize(2);
        assertThat(posted.get(1).json().path("id"))
                .isEqualTo(posted.get(0).json().path("id"));
    }

    @Test
    void aGatewayThatHangsIsNotWaitedForLong() throws Exception {
        room.proposed();
        messenger.look();
        try (ServerSocket silent = new ServerSocket(0)) {
            Courier hasty =
                    room.courier(new WebhookChannel(url(silent.getLocalPort()), SECRET, Duration.ofMillis(300)));
            long began = System.nanoTime();
            hasty.round();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
            assertThat(hasty.failures()).isEqualTo(1);
        }
    }

    /** As the gateway reckons it, which knows the secret. */
    private static String signature(byte[] body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    }

    private void go() {
        messenger.look();
        courier.round();
    }

    private static URI url(int port) {
        return URI.create("http://127.0.0.1:" + port + "/pesan");
    }

    private void receive(HttpExchange exchange) throws IOException {
        posted.add(new Posted(
                exchange.getRequestBody().readAllBytes(),
                exchange.getRequestHeaders().getFirst(WebhookChannel.SIGNATURE)));
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    private record Posted(byte[] body, String signature) {

        JsonNode json() throws IOException {
            return JSON.readTree(body);
        }
    }
}

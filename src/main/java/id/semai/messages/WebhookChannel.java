package id.semai.messages;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.semai.messages.Content.Item;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * To a gateway that knows how to reach the person, as for Telegram or WhatsApp. Each letter is posted as JSON; any
 * answer of the 200s means that the gateway has taken it. The header {@code X-Semai-Signature} is {@code sha256=} and
 * the hexadecimal HMAC-SHA256 of the body under the secret; a repetition has the same {@code id}.
 */
class WebhookChannel implements Channel {

    static final String NAME = "webhook";
    static final String SIGNATURE = "X-Semai-Signature";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI url;
    private final SecretKeySpec secret;
    private final Duration patience;
    private final HttpClient http;

    WebhookChannel(URI url, String secret) {
        this(url, secret, PATIENCE);
    }

    WebhookChannel(URI url, String secret, Duration patience) {
        this.url = url;
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .build();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void send(Letter letter, Content content) {
        int status = post(body(letter, content));
        if (status < 200 || status > 299) {
            throw new IllegalStateException("The gateway answered " + status);
        }
    }

    /** The whole exchange is bounded, not only the wait for its first line. */
    private int post(byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .header(SIGNATURE, "sha256=" + signature(body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        CompletableFuture<HttpResponse<Void>> exchange = http.sendAsync(request, BodyHandlers.discarding());
        try {
            return exchange.copy()
                    .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .join()
                    .statusCode();
        } catch (CompletionException failure) {
            exchange.cancel(true);
            throw new IllegalStateException(failure.getCause());
        }
    }

    private String signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance(secret.getAlgorithm());
            mac.init(secret);
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] body(Letter letter, Content content) {
        try {
            return JSON.writeValueAsBytes(new Post(
                    letter.id().toString(),
                    letter.person(),
                    content.subject(),
                    content.plain(),
                    content.items().stream().map(Task::of).toList()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param recipient the account's name */
    record Post(String id, String recipient, String subject, String text, List<Task> tasks) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Task(
            String kind,
            String task,
            String name,
            String unit,
            String stage,
            String dueAt,
            String link,
            String innovation,
            String innovationLink) {

        static Task of(Item item) {
            Notice notice = item.notice();
            return new Task(
                    notice.kind().code(),
                    notice.task(),
                    notice.name(),
                    notice.unit(),
                    notice.stage(),
                    notice.dueAt() == null
                            ? null
                            : OffsetDateTime.ofInstant(notice.dueAt(), notice.zone())
                                    .toString(),
                    item.taskLink(),
                    notice.innovation(),
                    item.innovationLink());
        }
    }
}

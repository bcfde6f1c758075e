package id.semai.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@EndToEnd
class ScriptPolicyTest {

    @Autowired
    Office office;

    /** With a nonce and strict-dynamic a browser heeds neither 'unsafe-inline' nor lists of hosts. */
    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void scriptsInMarkupThatSomebodySmuggledInDoNotRun(String app) throws Exception {
        HttpResponse<Void> page = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(office.url("/camunda/app/" + app + "/default/")))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
        assertThat(page.headers().firstValue("content-security-policy").orElse(""))
                .containsPattern("script-src [^;]*'nonce-[^']{16,}'")
                .containsPattern("script-src [^;]*'strict-dynamic'")
                .contains("object-src 'none'", "base-uri 'self'");
    }
}

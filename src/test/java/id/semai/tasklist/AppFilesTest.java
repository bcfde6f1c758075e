package id.semai.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is large is fetched once; what Semai changes with a release is never kept without asking. */
@EndToEnd
class AppFilesTest {

    private static final String OURS = "/camunda/app/tasklist/scripts/drafts.js?bust=7.24.0";

    @Autowired
    Office office;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void librariesComeCompressedAndStay() throws Exception {
        HttpResponse<byte[]> library = get("/camunda/lib/deps.js?bust=7.24.0", "Accept-Encoding", "gzip");
        assertThat(header(library, "Content-Encoding")).isEqualTo("gzip");
        assertThat(library.body()).hasSizeBetween(100_000, 1_500_000);
        assertThat(header(library, "Cache-Control")).contains("max-age=31536000");
    }

    @Test
    void afterAnUpgradeAndAfterAStepBackABrowserGetsOurFilesAnew() throws Exception {
        HttpResponse<byte[]> script = get(OURS, "Accept-Encoding", "gzip");
        assertThat(header(script, "Cache-Control")).isEqualTo("no-cache");
        assertThat(header(script, "Content-Encoding")).isEqualTo("gzip");
        assertThat(get(OURS, "If-None-Match", header(script, "ETag")).statusCode())
                .isEqualTo(304);
        HttpResponse<byte[]> asKeptFromAnotherRelease = get(
                OURS,
                "If-None-Match",
                "W/\"of another release\"",
                "If-Modified-Since",
                "Tue, 01 Jan 2199 00:00:00 GMT");
        assertThat(asKeptFromAnotherRelease.statusCode()).isEqualTo(200);
        assertThat(header(get("/camunda/app/tasklist/scripts/config.js"), "Cache-Control"))
                .isEqualTo("no-cache");
    }

    @Test
    void answersThatHoldWhatPeopleWroteAreNotCompressed() throws Exception {
        assertThat(get("/camunda/app/tasklist/locales/id.json", "Accept-Encoding", "gzip")
                        .headers()
                        .firstValue("Content-Encoding"))
                .isEmpty();
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(office.url(path)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse(null);
    }
}

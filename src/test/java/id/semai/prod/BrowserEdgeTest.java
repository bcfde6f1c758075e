package id.semai.prod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** What browsers and other sites are told, and which role of the database is too mighty. */
@EndToEnd
class BrowserEdgeTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    Office office;

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcClient database;

    @Autowired
    ProcessEngineConfiguration engine;

    @Autowired
    ServletWebServerApplicationContext server;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/contract/",
                "/serah-terima",
                "/audit",
                "/sandi",
                "/inovasi/1",
                "/cetak/naskah-komitmen/1",
                "/camunda/app/tasklist/default/",
                "/engine-rest/task",
                "/api/drafts/1",
                "/tidak/ada"
            })
    void noAnswerIsFramedOrGuessedAt(String path) {
        HttpResponse<String> answer = send(request(path));
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(header(answer, "Server")).isNull();
        if (!path.startsWith("/camunda")) {
            assertThat(header(answer, "Content-Security-Policy")).contains("script-src 'self';");
            assertThat(answer.body()).doesNotContainPattern("<script(?![^>]*\\bsrc=)|\\son[a-z]+=\"");
        }
    }

    @Test
    void browsersThatCameByTlsStayWithIt() {
        HttpRequest.Builder overTls = request("/").header("X-Forwarded-Proto", "https");
        assertThat(header(send(overTls), "Strict-Transport-Security")).isEqualTo("max-age=31536000");
        assertThat(header(send(request("/")), "Strict-Transport-Security")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site,cross-site",
        "Sec-Fetch-Site,same-site",
        "Origin,https://situs-lain.example",
        "Origin,null"
    })
    void anotherSiteChangesNothingWhateverTheBrowserAdds(String header, String value) {
        for (String path : new String[] {
            "/engine-rest/deployment/create",
            "/api/serah-terima",
            "/api/sandi",
            "/api/sesi",
            "/api/drafts/1",
            "/camunda/api/admin/auth/user/default/login/tasklist"
        }) {
            HttpResponse<String> answer = send(request(path)
                    .header("Authorization", basic("admin"))
                    .header("Content-Type", "text/plain")
                    .header(header, value)
                    .POST(HttpRequest.BodyPublishers.ofString("{}")));
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
            assertThat(answer.body()).contains("situs lain");
        }
    }

    @Test
    void ownPagesAndProgramsAreNoOtherSite() {
        for (String[] header :
                new String[][] {{"Sec-Fetch-Site", "same-origin"}, {"Origin", office.url("")}, {"X-Nothing", "x"}}) {
            HttpResponse<String> answer = send(request("/api/sesi")
                    .header("Content-Type", "application/json")
                    .header(header[0], header[1])
                    .POST(HttpRequest.BodyPublishers.ofString("{}")));
            assertThat(answer.statusCode()).as(header[0]).isEqualTo(204);
        }
    }

    @Test
    void aBodyThatIsTooLongIsNotRead() {
        byte[] body = new byte[(int) BodyLimit.LONGEST_OF_OURS + 1];
        HttpResponse<String> told = send(request("/api/serah-terima")
                .header("Authorization", basic("admin"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
        assertThat(told.statusCode()).isEqualTo(413);
        String json = "{\"giver\":\"" + "a".repeat((int) BodyLimit.LONGEST_OF_OURS) + "\"}";
        HttpResponse<String> untold = send(request("/api/serah-terima")
                .header("Authorization", basic("admin"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))));
        assertThat(untold.statusCode()).isBetween(400, 499);
    }

    @Test
    void aRefusalIsOneWhateverKindOfAnswerSomebodyAsksFor() {
        HttpResponse<String> answer = send(request("/api/cases/tidak-ada/diagrams")
                .header("Authorization", basic("admin"))
                .header("Accept", "text/event-stream"));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("tidak ada");
    }

    @ParameterizedTest
    @CsvSource({
        "/engine-rest,2001",
        "/engine-rest,2147483647",
        "/engine-rest,%32%30%30%31",
        "/engine-rest,5&maxResults=5000"
    })
    void nobodyGetsMoreThanTwoThousandRowsAtOnce(String root, String asked) {
        HttpResponse<String> answer =
                send(request(root + "/task?maxResults=" + asked).header("Authorization", basic("koordinator")));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("paling banyak 2000");
        assertThat(send(request(root + "/task?firstResult=0&maxResults=2000")
                                .header("Authorization", basic("koordinator")))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void noClassIsMadeFromWhatSomebodySends() {
        HttpResponse<String> answer = send(
                request("/engine-rest/process-definition/key/innovation-journey/start")
                        .header("Authorization", basic("inovator.dikbud"))
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        """
                        {"variables":{"title":{"type":"Object","value":"{}","valueInfo":{
                            "objectTypeName":"javax.swing.JFrame","serializationDataFormat":"application/json"}}}}""")));
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(engine.isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(engine.getDeserializationTypeValidator().validate("javax.swing.JFrame"))
                .isFalse();
    }

    @Test
    void slowClientsAreWaitedForNoLongerThanTheyMay() {
        var http = (PatientHttp) ((TomcatWebServer) server.getWebServer())
                .getTomcat()
                .getConnector()
                .getProtocolHandler();
        assertThat(http.getConnectionTimeout()).isEqualTo(10_000);
        assertThat(http.getKeepAliveTimeout()).isEqualTo(30_000);
    }

    @Test
    void aSuperuserOfTheDatabaseIsRefusedAndAnOrdinaryRoleIsNot() {
        UnsafeStart refusal = catchThrowableOfType(UnsafeStart.class, () -> DatabaseRole.requireModest(dataSource));
        assertThat(refusal).hasMessageContaining("superuser");
        assertThat(refusal.cure()).contains("spring.datasource.username");

        database.sql("create role sederhana login password 'sederhana'").update();
        try {
            DataSource modest = DataSourceBuilder.create()
                    .type(SimpleDriverDataSource.class)
                    .url(url())
                    .username("sederhana")
                    .password("sederhana")
                    .build();
            assertThatCode(() -> DatabaseRole.requireModest(modest)).doesNotThrowAnyException();
        } finally {
            database.sql("drop role sederhana").update();
        }
    }

    private String url() {
        try (var connection = dataSource.getConnection()) {
            return connection.getMetaData().getURL();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(office.url(path)));
    }

    private String basic(String account) {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString((account + ":" + office.password()).getBytes(StandardCharsets.UTF_8));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse(null);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

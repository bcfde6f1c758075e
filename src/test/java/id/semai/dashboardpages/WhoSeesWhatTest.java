package id.semai.dashboardpages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.journeys.Office.Answer;
import id.semai.journeys.Office.Person;
import id.semai.journeys.Story;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The dashboard of the whole application, asked by everybody there is. */
@EndToEnd
class WhoSeesWhatTest {

    private static final String UNIT = "dukcapil";
    private static final String WITHOUT_ROLE = "magang.dukcapil";

    @Autowired
    Office office;

    @Autowired
    IdentityService identity;

    private Story story;

    @BeforeEach
    void begin() {
        story = Story.proposed(office, UNIT);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> innovation(office.as("admin")).status() == 200);
    }

    @AfterEach
    void tidy() {
        identity.deleteUser(WITHOUT_ROLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"inovator.dukcapil", "kepala.dukcapil"})
    void aUnitSeesItsOwnInnovationsAndCountsNoOthers(String account) {
        Person person = office.as(account);
        assertThat(innovation(person).json().path("id").asText()).isEqualTo(story.innovation);
        assertThat(units(person)).containsExactly(UNIT);
        countsAsMuchAsThereIs(person, "");
        assertThat(count(person, "?unit=dikbud")).isZero();
        assertThat(person.page("/dasbor/unit/dikbud").status()).isEqualTo(404);
        assertThat(person.page("/dasbor/csv/units").body()).contains(UNIT).doesNotContain("dikbud");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inovator.dinkes", "kepala.dinkes", "kepala.kec-alas"})
    void anotherUnitSeesNothingOfIt(String account) {
        Person person = office.as(account);
        assertThat(innovation(person).status()).isEqualTo(404);
        assertThat(person.page("/dasbor/unit/" + UNIT).status()).isEqualTo(404);
        assertThat(count(person, "?unit=" + UNIT)).isZero();
        assertThat(units(person)).hasSize(1).doesNotContain(UNIT);
        Stream.of("angka", "unit", "csv/units", "csv/one-agency")
                .forEach(page ->
                        assertThat(person.page("/dasbor/" + page).body()).doesNotContain(UNIT, story.innovation));
    }

    @ParameterizedTest
    @ValueSource(strings = {"koordinator", "pimpinan", "fasilitator"})
    void whoWorksForAGovernmentSeesAllOfItsUnits(String account) {
        Person person = office.as(account);
        assertThat(innovation(person).status()).isEqualTo(200);
        assertThat(units(person)).hasSizeGreaterThan(40).contains(UNIT, "dikbud");
        countsAsMuchAsThereIs(person, "?unit=" + UNIT);
        assertThat(count(person, "?pemda=99.01")).isZero();
        assertThat(person.page("/dasbor/unit/" + UNIT)
                        .json()
                        .path("innovations")
                        .size())
                .isPositive();
    }

    @Test
    void aUnitAloneWithoutARoleOpensNothing() {
        User user = identity.newUser(WITHOUT_ROLE);
        user.setPassword(office.password());
        Office.save(identity, user);
        identity.createTenantUserMembership(UNIT, WITHOUT_ROLE);
        Person person = office.as(WITHOUT_ROLE);
        assertThat(innovation(person).status()).isEqualTo(404);
        assertThat(count(person, "")).isZero();
        assertThat(units(person)).isEmpty();
    }

    @Test
    void whoHasNotLoggedInIsShownTheWayAndNothingElse() {
        Person nobody = office.nobody();
        Answer page = nobody.page("/dasbor");
        assertThat(page.status()).isEqualTo(401);
        assertThat(page.body()).contains("Buka Daftar Tugas").doesNotContain("/dashboard/");
        assertThat(nobody.page("/dasbor?lang=en").body()).contains("Open the task list");
        assertThat(paths())
                .allSatisfy(
                        path -> assertThat(nobody.page(path).status()).as(path).isEqualTo(401));
    }

    @Test
    void whatIsAskedWrongIsSaidInASentence() {
        Person admin = office.as("admin");
        assertThat(List.of("tahun=besok", "unit=a&unit=b", "kecamatan=" + "x".repeat(101), "pemda=a%0Ab"))
                .allSatisfy(filter -> {
                    Answer answer = admin.page("/dasbor/angka?" + filter);
                    assertThat(answer.status()).as(filter).isEqualTo(400);
                    assertThat(answer.message()).startsWith("Saringan «");
                });
        assertThat(List.of("unit/tidak-ada", "inovasi/tidak-ada", "diagram/tidak-ada", "csv/tidak-ada"))
                .allSatisfy(path -> {
                    Answer answer = admin.page("/dasbor/" + path);
                    assertThat(answer.status()).as(path).isEqualTo(404);
                    assertThat(answer.message()).startsWith("Data ini tidak ada");
                });
        assertThat(count(admin, "?jenis=" + URLEncoder.encode("tak dikenal", StandardCharsets.UTF_8)))
                .isZero();
    }

    @Test
    void everyPanelIsAlsoAFile() {
        Person admin = office.as("admin");
        assertThat(Stream.of("totals funnel stages ageing trend endings one-agency demands improvements heat units"
                        .split(" ")))
                .allSatisfy(panel -> {
                    Answer file = admin.page("/dasbor/csv/" + panel);
                    assertThat(file.status()).as(panel).isEqualTo(200);
                    assertThat(file.body()).startsWith("\uFEFF").contains(";");
                });
        assertThat(admin.page("/dasbor/csv/funnel?lang=en").body()).contains("Ever reached");
    }

    @Test
    void whoHasTheseFiguresAlreadyIsNotSentThemAgain() throws Exception {
        Person admin = office.as("admin");
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            String id = admin.page("/dasbor/angka").json().path("id").asText();
            return get("/dasbor/angka", "If-None-Match", "\"" + id + "\"").statusCode() == 304;
        });
        HttpResponse<String> fresh = get("/dasbor/angka", "If-None-Match", "\"lain.1\"");
        assertThat(fresh.statusCode()).isEqualTo(200);
        assertThat(fresh.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self'");
        assertThat(fresh.headers().firstValue("Cache-Control").orElse("")).contains("private");
    }

    @Test
    void anOpenPageIsToldWithinASecondOrTwo() {
        String basic = office.headers("kepala.dukcapil").get("Authorization");
        int port = URI.create(office.url("/")).getPort();
        try (Pipe page = Pipe.reading(port, LiveServlet.PATH, "Authorization: " + basic)) {
            await().until(() -> page.has("event: angka"));
            story.signs();
            int before = page.lines().size();
            story.verified();
            long began = System.nanoTime();
            await().atMost(Duration.ofSeconds(10))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> page.lines().subList(before, page.lines().size()).stream()
                            .anyMatch(line -> line.startsWith("data: ")));
            System.out.println("live: told " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began)
                    + " ms after the answer to the form");
        }
    }

    private Stream<String> paths() {
        return Stream.of(
                        "angka",
                        "langsung",
                        "unit",
                        "unit/" + UNIT,
                        "inovasi/" + story.innovation,
                        "diagram/innovation-journey",
                        "csv/totals",
                        "csv/units")
                .map(path -> "/dasbor/" + path);
    }

    private Answer innovation(Person person) {
        return person.page("/dasbor/inovasi/" + story.innovation);
    }

    /** Each sees a picture of its own that may be half a second old, and other tests have begun innovations just before. */
    private void countsAsMuchAsThereIs(Person person, String filter) {
        await().untilAsserted(() ->
                assertThat(count(person, filter)).isPositive().isEqualTo(count(office.as("admin"), "?unit=" + UNIT)));
    }

    private static int count(Person person, String filter) {
        return person.page("/dasbor/angka" + filter)
                .json()
                .path("totals")
                .path("innovations")
                .asInt(-1);
    }

    private static List<String> units(Person person) {
        JsonNode rows = person.page("/dasbor/unit").json().path("rows");
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.path("unit").asText())
                .toList();
    }

    private HttpResponse<String> get(String path, String header, String value) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(office.url(path))).header(header, value);
        office.headers("admin").forEach(request::header);
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}

package id.semai.crash;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.semai.crash.SemaiJar.Said;
import id.semai.dashboard.Board;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A small simulation, run twice at the same time with one seed, each in a folder of its own. */
@Timeout(600)
class SimulateIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant BEGIN = Instant.parse("2026-03-31T17:00:00Z");
    private static final Instant END = Instant.parse("2026-06-30T17:00:00Z");

    @TempDir
    static Path folder;

    private static SemaiJar semai;
    private static List<Said> said;
    private static List<Told> told;
    private static List<Told> toldAgain;

    @BeforeAll
    static void simulateTwice() throws Exception {
        semai = new SemaiJar(folder);
        said = List.of("one", "two").stream()
                .map(into -> CompletableFuture.supplyAsync(() -> simulate("--into", into)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        said.forEach(one -> assertThat(one.code()).as(one.text()).isZero());
        told = folder("one").ask(SimulateIT::events);
        toldAgain = folder("two").ask(SimulateIT::events);
    }

    @Test
    void everythingThatHappensInALabHappens() {
        assertThat(told.stream().filter(event -> event.is("started"))).hasSize(12);
        assertThat(told).extracting(Told::stage).contains("commitment", "action-plan.review", "lab.diagnose");
        assertThat(told).extracting(Told::outcome).contains("signed", "returned", "stopped", "submitted");
        assertThat(told).anyMatch(event -> event.is("overdue"));
    }

    @Test
    void eventsHaveTheTimesOfTheSimulation() {
        assertThat(told).allSatisfy(event -> assertThat(event.at()).isBetween(BEGIN, END));
    }

    @Test
    void theSameSeedTellsTheSameStory() {
        assertThat(stories(toldAgain)).isEqualTo(stories(told));
    }

    @Test
    void topicsAndJournalAgree() {
        assertThat(said).allSatisfy(one -> assertThat(one.text()).contains("Semuanya cocok."));
    }

    @Test
    void itIsLookedAtWithItsOwnPeopleAndModels() {
        assertThat(said.get(0).text())
                .contains(
                        "--semai.people.file=" + folder.resolve("one").resolve("people.yaml"),
                        "--semai.models.folder=" + folder.resolve("one").resolve("processes"));
        assertThat(folder.resolve("one/processes/innovation-journey.bpmn")).exists();
    }

    @Test
    void aBoardOfTheTopicsIsTheEnginesOwnHistory() throws Exception {
        Board board = folder("one").assertBoardIsHistory(folder.resolve("dashboard"));

        assertThat(board.journeys()).hasSize(12);
        assertThat(board.freshness().events()).isEqualTo(told.size());
    }

    @Test
    void nothingIsEverSimulatedBesideOtherData() {
        Said full = simulate("--into", "one");
        assertThat(full.text()).contains("sudah berisi").doesNotContain("\tat ");
        assertThat(full.code()).isEqualTo(2);

        Said foreign = simulate("--into", "three", "--spring.kafka.bootstrap-servers=kafka.example:9092");
        assertThat(foreign.text())
                .contains("kosongkan spring.kafka.bootstrap-servers")
                .doesNotContain("\tat ");
        assertThat(foreign.code()).isEqualTo(2);
        assertThat(folder.resolve("three")).doesNotExist();
    }

    private static SimulatedFolder folder(String into) {
        return new SimulatedFolder(folder.resolve(into));
    }

    private static Said simulate(String... more) {
        List<String> words = new ArrayList<>(List.of("simulate", "--government", "sumbawa", "--seed", "584"));
        words.addAll(List.of("--units", "6", "--innovations", "12", "--months", "3", "--until", "2026-07-01"));
        words.addAll(List.of(more));
        try {
            return semai.command(words.toArray(String[]::new));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without the ids, which are new in every run. */
    private static List<List<String>> stories(List<Told> events) {
        return events.stream().collect(groupingBy(Told::key, mapping(Told::sentence, toList()))).values().stream()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
    }

    private static List<Told> events(JdbcClient database) {
        return database.sql("select key, payload from semai.event where stream = 'stage-transition' order by key,"
                        + " sequence")
                .query((row, number) -> Told.of(row.getString("key"), row.getString("payload")))
                .list();
    }

    private record Told(String key, String type, Instant at, String stage, String outcome, String sentence) {

        static Told of(String key, String payload) {
            try {
                JsonNode event = JSON.readTree(payload);
                JsonNode data = event.path("data");
                String sentence = String.join(
                        " ",
                        event.path("time").asText(),
                        event.path("type").asText(),
                        data.at("/unit").asText() + data.at("/unit/code").asText(),
                        data.path("title").asText(),
                        data.path("stage").asText(),
                        data.path("visit").asText(),
                        data.path("outcome").asText(),
                        data.path("reasonCode").asText(),
                        data.path("dueAt").asText());
                return new Told(
                        key,
                        event.path("type").asText(),
                        Instant.parse(event.path("time").asText()),
                        data.path("stage").asText(),
                        data.path("outcome").asText(),
                        sentence);
            } catch (Exception e) {
                throw new IllegalStateException(payload, e);
            }
        }

        boolean is(String word) {
            return type.contains("." + word + ".");
        }
    }
}

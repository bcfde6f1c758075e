package id.semai.crash;

import static id.semai.journeys.Office.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.semai.journeys.Office;
import id.semai.journeys.Story;
import id.semai.journeys.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Nodes on one database, each a process of its own, two of them with one folder and the third with another: what is saved
 * is released once, and begins on each of them.
 */
@Timeout(600)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NodesIT {

    private static final String MODEL = "commitment";
    private static final String TASK = "Menandatangani pernyataan komitmen";
    private static final Duration GENEROUS = Duration.ofSeconds(30);

    /** By then a node that looks at its folder has looked since. */
    private static final Duration SETTLED = Duration.ofMillis(1_500);

    static {
        LoggingSystem.get(NodesIT.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    }

    @TempDir
    static Path folder;

    private static SemaiJar semai;
    private static SemaiJar sharing;
    private static SemaiJar apart;
    private static JdbcClient database;
    private static Topic topic;
    private static int edits;

    @BeforeAll
    static void startThem() throws Exception {
        semai = new SemaiJar(Files.createDirectory(folder.resolve("a")));
        sharing = semai.another(Files.createDirectory(folder.resolve("b")), semai.models());
        apart = semai.another(Files.createDirectory(folder.resolve("c")));
        database = JdbcClient.create(new DriverManagerDataSource(semai.jdbcUrl(), "postgres", ""));
        topic = new Topic(() -> List.of(semai.kafka()));
        semai.start();
        CompletableFuture.allOf(CompletableFuture.runAsync(sharing::start), CompletableFuture.runAsync(apart::start))
                .join();
        assertThatAllIsToldOnce(1);
    }

    @AfterAll
    static void leaveNothingRunning() throws Exception {
        apart.close();
        sharing.close();
        semai.close();
    }

    /** The third node goes on with what is in its folder, which is old, and does not bring it back. */
    @Test
    @Order(1)
    void whatIsSavedInTheFolderOfTwoNodesIsReleasedOnce() {
        for (int count = 0; count < 4; count++) {
            saved(semai.models());
            assertThatEachBeginsTheNewest(List.of(semai, sharing, apart));
        }
        assertThatAllIsToldOnce(5);
    }

    @Test
    @Order(2)
    void whatIsSavedInTwoFoldersAtOnceIsReleasedOnce() {
        for (int count = 0; count < 3; count++) {
            saved(semai.models(), apart.models());
            assertThatEachBeginsTheNewest(List.of(apart, sharing, semai));
        }
        assertThatAllIsToldOnce(8);
    }

    /** Whichever of them the nodes come to see, and whoever sees it. */
    @Test
    @Order(3)
    void savingAgainAndAgainWithoutWaitingReleasesNothingTwice() {
        for (int count = 0; count < 8; count++) {
            saved(semai.models(), apart.models());
            await().pollDelay(Duration.ofMillis(300 + 100 * count)).until(() -> true);
        }
        assertThatEachBeginsTheNewest(List.of(semai, sharing, apart));
        assertThat(rows()).hasSizeGreaterThan(9);
        assertThatAllIsToldOnce(rows().size());
    }

    private static void saved(Path... folders) {
        edits++;
        for (Path models : folders) {
            save(models.resolve(MODEL + ".bpmn"));
        }
    }

    private static void save(Path file) {
        try {
            String shipped = Files.readString(Path.of("processes", MODEL + ".bpmn"));
            assertThat(shipped).contains("name=\"" + TASK + "\"");
            Files.writeString(file, shipped.replace("name=\"" + TASK + "\"", "name=\"" + named() + "\""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String named() {
        return TASK + " " + edits;
    }

    private static void assertThatEachBeginsTheNewest(List<SemaiJar> nodes) {
        Instant saved = Instant.now();
        nodes.forEach(
                node -> await().atMost(GENEROUS).until(() -> lookedAt(node).isAfter(saved.plus(SETTLED))));
        nodes.forEach(node -> assertThat(begunAt(new Office(node.webPort()))).startsWith(named() + ":"));
    }

    private static Instant lookedAt(SemaiJar node) {
        return Instant.parse(accepted(new Office(node.webPort()).as("admin").api("GET", "/api/models", null))
                .json()
                .path("lookedAt")
                .asText());
    }

    /** What the first task of an innovation is called that begins there now. */
    private static String begunAt(Office office) {
        Story story = Story.proposed(office, "dikbud");
        return story.head().task(story.innovation, "Task_SignCommitment").name();
    }

    /** So many versions of the model, without a gap; each a row, a deployment and an event, and no other content twice. */
    private static void assertThatAllIsToldOnce(int versions) {
        List<Integer> each = IntStream.rangeClosed(1, versions).boxed().toList();
        assertThat(rows()).isEqualTo(each);
        assertThat(numbers("select version_ from act_re_procdef where key_ = :model order by version_"))
                .isEqualTo(each);
        assertThat(numbers("select count(*) from act_re_deployment where name_ = :model"))
                .containsExactly(versions);
        assertThat(
                        numbers(
                                """
                        select count(*) from semai.model_release where model <> :model
                        group by kind, model having count(*) > 1
                        """))
                .isEmpty();
        await().atMost(GENEROUS)
                .untilAsserted(() -> assertThat(told("processVersion")).isEqualTo(each));
        assertThat(told("sequence")).isEqualTo(each);
    }

    private static List<Integer> rows() {
        return numbers("select version from semai.model_release where model = :model order by id");
    }

    private static List<Integer> numbers(String query) {
        return database.sql(query).param("model", MODEL).query(Integer.class).list();
    }

    private static List<Integer> told(String what) {
        return topic.of("model:" + MODEL).stream()
                .filter(event -> event.envelope().path("type").asText().equals("id.semai.model.released.v1"))
                .map(event -> event.data().path(what).asInt())
                .toList();
    }
}

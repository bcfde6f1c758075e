package id.semai.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.semai.crash.Burst.Step;
import id.semai.journeys.Office;
import id.semai.journeys.Story;
import id.semai.journeys.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The jar dies without warning while people work, and what it had told them is true after the next start. */
@Timeout(600)
class KillNineIT {

    private static final List<String> UNITS = List.of(
            "dikbud", "dinkes", "dukcapil", "kec-alas", "pkm-unter-iwes", "dikbud", "dinkes", "dukcapil", "kec-alas");

    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        LoggingSystem.get(KillNineIT.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    }

    @TempDir
    Path folder;

    SemaiJar semai;
    JdbcClient database;
    Topic topic;

    @BeforeEach
    void placeJarInEmptyFolder() {
        semai = new SemaiJar(folder);
        database = JdbcClient.create(new DriverManagerDataSource(semai.jdbcUrl(), "postgres", ""));
        topic = new Topic(() -> List.of(semai.kafka()));
    }

    @AfterEach
    void leaveNothingRunning() throws Exception {
        semai.close();
    }

    @Test
    void whatWasAcknowledgedOutlivesAKill() throws Exception {
        semai.start();
        assertThat(filesBelow(semai.models())).isEqualTo(filesBelow(Path.of("processes")));
        Story story = Story.proposed(office(), "dikbud").committed().planned();

        Burst burst = new Burst(office(), UNITS);
        await("transactions in flight")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> burst.size() >= 60 && transactionsInFlight() >= 2);
        semai.kill();
        List<Step> acknowledged = burst.acknowledged();
        ProcessHandle orphan = semai.postgres().orElseThrow();

        semai.start();
        assertThat(orphan.isAlive()).as("orphaned PostgreSQL").isFalse();
        assertThat(completed()).containsAll(acknowledged);
        story.at(office())
                .developed(story.at(office()).coordinator())
                .tried()
                .adopted()
                .measured();
        assertThatEveryInnovationGoesOn();
        assertThatTheTopicTellsTheJournal();

        assertThat(semai.stop()).as("ends on SIGTERM").isTrue();
        assertThat(semai.postgres()).isEmpty();
    }

    @Test
    void aStartThatBreaksLeavesNothingRunning() throws Exception {
        Files.createDirectories(semai.models());

        assertThat(semai.startThatBreaks()).isNotZero();

        assertThat(semai.output()).contains("tidak berisi model apa pun");
        assertThat(semai.postgres()).isEmpty();
    }

    private Office office() {
        return new Office(semai.webPort());
    }

    private int transactionsInFlight() {
        return database.sql(
                        """
                        select count(*) from pg_stat_activity
                        where datname = 'semai' and xact_start is not null and pid <> pg_backend_pid()
                        """)
                .query(Integer.class)
                .single();
    }

    private Set<Step> completed() {
        return database.sql(
                        """
                        select root_proc_inst_id_, task_def_key_ from act_hi_taskinst
                        where delete_reason_ = 'completed'
                        """)
                .query((row, number) -> new Step(row.getString(1), row.getString(2)))
                .set();
    }

    /** Nothing hangs between two tasks: each innovation has one, but for the one that has finished. */
    private void assertThatEveryInnovationGoesOn() {
        await("open tasks").atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(database.sql(
                                """
                                        select id from semai.innovation where finished_at is null
                                        and not exists (
                                            select from act_ru_task task join act_ru_execution execution
                                            on execution.id_ = task.proc_inst_id_
                                            where execution.root_proc_inst_id_ = innovation.id)
                                        """)
                        .query(String.class)
                        .list())
                .isEmpty());
        assertThat(database.sql("select count(*) from semai.innovation where finished_at is not null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private void assertThatTheTopicTellsTheJournal() {
        await("relay").atMost(Duration.ofMinutes(1)).until(() -> database.sql("select count(*) from semai.unshipped")
                .query(Integer.class)
                .single()
                .equals(0));
        Map<String, List<String>> told = told();
        assertThat(told).isEqualTo(written());
        told.forEach((innovation, events) -> assertThat(events)
                .as(innovation)
                .extracting(KillNineIT::sequence)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, events.size()).boxed().toList()));
    }

    /** What a plain consumer reads of each innovation, in the order in which it reads it. */
    private Map<String, List<String>> told() {
        return topic.records("semai.stage-transitions.v1").stream()
                .collect(Collectors.groupingBy(
                        ConsumerRecord::key,
                        LinkedHashMap::new,
                        Collectors.mapping(ConsumerRecord::value, Collectors.toList())));
    }

    private Map<String, List<String>> written() {
        return database
                .sql("select key, payload from semai.event where stream <> 'unit' order by key, sequence")
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static int sequence(String event) {
        try {
            JsonNode sequence = JSON.readTree(event).path("data").path("sequence");
            return sequence.asInt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> filesBelow(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}

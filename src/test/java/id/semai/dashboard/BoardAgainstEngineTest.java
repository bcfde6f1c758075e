package id.semai.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import id.semai.fold.LiveBoard;
import id.semai.intake.DashboardSettings;
import id.semai.intake.Mischief;
import id.semai.intake.Watch;
import id.semai.journal.Replays;
import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.journeys.Story;
import id.semai.journeys.Timers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.common.errors.InterruptException;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.kafka.KafkaConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever becomes of the reader and of the delivery: the board shows what the engine's own history says. */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoardAgainstEngineTest {

    private static final int KILLS = 50;

    @TempDir
    Path folder;

    @Autowired
    Office office;

    @Autowired
    Timers timers;

    @Autowired
    LiveBoard board;

    @Autowired
    DashboardSettings settings;

    @Autowired
    KafkaConnectionDetails kafka;

    @Autowired
    JdbcClient database;

    @Autowired
    RepositoryService repository;

    @Autowired
    ApplicationContext context;

    private final List<String> innovations = new ArrayList<>();

    @BeforeAll
    void live() {
        adoptedAfterReturns();
        declined();
        stoppedByOrder();
        deleted();
        innovations.add(Story.proposed(office, "dikbud").committed().drafted().innovation);
    }

    @Test
    void theBoardIsTheEnginesHistory() {
        for (String innovation : innovations) {
            Visits engine = Visits.inEngine(innovation, database, repository::getBpmnModelInstance);
            Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> Visits.of(
                            board.journey(innovation).orElseThrow())
                    .assertSameAs(engine, Duration.ofSeconds(5)));
        }
    }

    @Test
    void aReaderThatIsKilledFiftyTimesLosesAndRepeatsNothing() {
        long seed = Long.getLong("dashboard.seed", System.nanoTime());
        Random random = new Random(seed);
        int resumed = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            String few = Integer.toString(1 + random.nextInt(20));
            try (Watch watch = watch(Map.of("max.poll.records", few))) {
                resumed += watch.board.journeys().isEmpty() ? 0 : 1;
                liveForAWhile(watch, random);
            }
        }
        System.out.printf("board: seed=%d kills=%d resumed=%d%n", seed, KILLS, resumed);
        assertThat(resumed).isPositive();
        try (Watch watch = watch(Map.of())) {
            assertSame(watch, "seed " + seed);
            assertThat(watch.board.freshness().repeated()).isZero();
        }
    }

    @Test
    void readingFromTheBeginningGivesTheSameBoard() {
        try (Watch watch = watch(Map.of())) {
            assertSame(watch, "from offset 0");
        }
    }

    @Test
    void deliveringTwiceAndOldOnesAgainGivesTheSameBoard() {
        try (Watch watch = watch(Mischief.TWICE)) {
            assertSame(watch, "twice");
            assertThat(watch.board.freshness().repeated())
                    .isGreaterThanOrEqualTo(2 * watch.board.freshness().events());
        }
    }

    @Test
    void aReplayToANewTopicGivesTheSameBoard() {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            String copy = "copy-" + UUID.randomUUID();
            Replays.to(copy, context);
            DashboardSettings ofCopy =
                    Watch.settings(folder.resolve(copy), copy, settings.topics().units());
            try (Watch watch = new Watch(Watch.access(kafka, Map.of()), ofCopy)) {
                assertThat(Watch.all(watch.upToDate().board)).isEqualTo(Watch.all(board));
            }
        });
    }

    /** While others may still be at work: a difference that is one stays. */
    private void assertSame(Watch watch, String how) {
        Awaitility.await(how).atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            watch.upToDate();
            assertThat(Watch.all(watch.board)).isEqualTo(Watch.all(board));
        });
        assertThat(watch.board.freshness().incomplete()).isZero();
        assertThat(watch.board.freshness().setAside()).isZero();
        assertThat(watch.board.journeys().size()).isGreaterThanOrEqualTo(innovations.size());
    }

    private void liveForAWhile(Watch watch, Random random) {
        int records = random.nextInt(60);
        boolean interrupted = random.nextBoolean();
        try {
            while (records > 0
                    && (watch.board.freshness().catchingUp()
                            || watch.board.freshness().lag() != 0)) {
                records -= watch.step();
                if (random.nextInt(8) == 0) {
                    watch.keepSnapshot();
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
                watch.step();
            }
        } catch (InterruptException killed) {
            // What was read since the last snapshot is gone.
        } finally {
            Thread.interrupted();
        }
    }

    private Watch watch(Map<String, String> more) {
        return new Watch(
                Watch.access(kafka, more),
                Watch.settings(
                        folder,
                        settings.topics().stageTransitions(),
                        settings.topics().units()));
    }

    private void adoptedAfterReturns() {
        Story story = Story.proposed(office, "dinkes").committed().drafted().returnedByHead();
        timers.fire(story.innovation, "Boundary_ActionPlanOverdue");
        story.planned().developed(story.coordinator()).tried().adopted().measured();
        innovations.add(story.innovation);
    }

    private void declined() {
        innovations.add(Story.proposed(office, "dukcapil").declined().innovation);
    }

    private void stoppedByOrder() {
        Story story = Story.proposed(office, "dikbud").committed().planned();
        story.innovator().task(story.innovation, "Task_DiagnoseProblems");
        Office.accepted(story.leadership()
                .post("/message", Map.of("messageName", "stop-innovation", "businessKey", story.innovation)));
        story.coordinator().does(story.innovation, "Task_RecordOrderedStop", "stop-record", "reasonCode", "policy");
        innovations.add(story.innovation);
    }

    private void deleted() {
        Story story = Story.proposed(office, "dukcapil").committed();
        story.innovator().task(story.innovation, "Task_DraftHeader");
        Office.accepted(office.as("admin").delete("/process-instance/" + story.innovation));
        innovations.add(story.innovation);
    }
}

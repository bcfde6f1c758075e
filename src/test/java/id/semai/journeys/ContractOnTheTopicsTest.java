package id.semai.journeys;

import static id.semai.journeys.Office.accepted;
import static id.semai.journeys.Office.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import id.semai.journal.Contract;
import id.semai.journal.ModelJournal;
import id.semai.journal.ModelRelease;
import id.semai.journal.StageJournal;
import id.semai.journeys.Story.Phase;
import id.semai.stage.JourneyMigration;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What the application publishes is what the contract says: {@link Topic} judges each record as it is read. */
@EndToEnd
class ContractOnTheTopicsTest {

    private static final Path PACK = Path.of("src/main/resources/contract");

    @Autowired
    Office office;

    @Autowired
    Topic topic;

    @Autowired
    Timers timers;

    @Autowired
    StageJournal stages;

    @Autowired
    ModelJournal models;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void everyTypeOfTheContractIsPublishedByTheApplication() {
        Story stopped = Story.proposed(office, "dikbud").committed();
        timers.fire(stopped.innovation, "Boundary_ActionPlanOverdue");
        transaction.executeWithoutResult(open -> {
            stages.append(new JourneyMigration(stopped.innovation, "innovation-journey", 1, 2));
            models.append(new ModelRelease(
                    "contract-test", "Uji kontrak", 1, null, "start", null, "0".repeat(64), "<definitions/>"));
        });
        accepted(office.as("admin").delete("/process-instance/" + stopped.innovation));
        topic.finished(stopped.innovation);
        stateAtTheEnd(stopped.innovation);

        Set<String> published = Stream.of("semai.stage-transitions.v1", "semai.innovations.v1", "semai.units.v1")
                .flatMap(name -> topic.records(name).stream())
                .map(record -> Contract.json(record.value()).path("type").asText())
                .collect(Collectors.toSet());

        assertThat(published).containsExactlyInAnyOrderElementsOf(Contract.types());
    }

    @Test
    void anEventTellsWhereDemandsCameFromAndNeverWhatCitizensSaid() {
        String said = "Bu Siti di loket 3 menunggu tiga jam.";
        Story story = Story.proposed(office, "dikbud").committed();
        story.innovator()
                .does(
                        story.innovation,
                        "Task_DraftHeader",
                        "action-plan-header",
                        "demand",
                        said,
                        "demandSource",
                        List.of("survey", "direct"));
        story.innovator()
                .does(
                        story.innovation,
                        "Task_DraftRows",
                        "action-plan-rows",
                        "decision",
                        "withdraw",
                        "reason",
                        "Digabung dengan usulan lain.");

        List<Topic.Event> events = topic.finished(story.innovation);
        assertThat(events)
                .filteredOn(event -> event.data().has("demandSources"))
                .extracting(Topic.Event::brief)
                .containsExactly(
                        "action-plan.draft completed(withdrawn)",
                        "action-plan completed(withdrawn)",
                        "finished(withdrawn)");
        assertThat(List.of(
                        events.get(events.size() - 1).data(),
                        Contract.json(stateAtTheEnd(story.innovation)).path("data")))
                .allSatisfy(data -> {
                    assertThat(data.path("demandSources").asText()).isEqualTo("survey direct");
                    assertThat(data.path("demandSourcesLabel").asText())
                            .isEqualTo("Survei kepuasan masyarakat; Pengaduan langsung");
                });
        assertThat(events).noneMatch(event -> event.envelope().toString().contains("Siti"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "asyncapi.yaml",
                "CHANGELOG.md",
                "sample.ndjson",
                "consumers/java/ReadSemai.java",
                "consumers/python/consumer.py",
                "consumers/javascript/consumer.mjs"
            })
    void theFilesOfTheContractAreShownAsText(String file) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(office.url("/contract/" + file)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(Files.readString(PACK.resolve(file)));
        assertThat(answer.headers().firstValue("content-type")).get().asString().matches("text/.*;charset=UTF-8");
    }

    /** Records the sample streams of the contract pack anew: {@code -Dsemai.record=true}. */
    @Test
    @EnabledIfSystemProperty(named = "semai.record", matches = "true")
    void theContractHasItsSample() throws IOException {
        String workshop = Story.workshop(office, "lan", List.of("pkm-unter-iwes"));
        Story story = Story.ofWorkshop(office, workshop, "pkm-unter-iwes").committed();
        drafted(story);
        story.returnedAsNotNew();
        drafted(story);
        story.coordinator().does(story.innovation, "Task_ReviewPlan", "plan-review");
        story.accepted(Phase.DIAGNOSE, story.facilitator());
        timers.fire(story.innovation, "Boundary_DesignOverdue");
        for (Phase phase : List.of(Phase.DESIGN, Phase.DELIVER, Phase.DISPLAY)) {
            story.accepted(phase, story.facilitator());
        }
        story.tried().adopted().measured();

        topic.finished(story.innovation);
        List<String> events = topic.records("semai.stage-transitions.v1").stream()
                .filter(record -> story.innovation.equals(record.key()))
                .map(ConsumerRecord::value)
                .toList();
        Files.write(PACK.resolve("sample.ndjson"), events);
        Files.write(PACK.resolve("sample-state.ndjson"), List.of(stateAtTheEnd(story.innovation)));
    }

    private static void drafted(Story story) {
        story.innovator()
                .does(
                        story.innovation,
                        "Task_DraftHeader",
                        "action-plan-header",
                        "title",
                        "Antrean Daring Puskesmas Unter Iwes");
        story.innovator().does(story.innovation, "Task_DraftRows", "action-plan-rows");
        story.head().does(story.innovation, "Task_ApprovePlan", "plan-approval");
        story.facilitator().does(story.innovation, "Task_AdvisePlan", "plan-advice");
    }

    private String stateAtTheEnd(String innovation) {
        return eventually(() -> topic.records("semai.innovations.v1").stream()
                .filter(record -> innovation.equals(record.key()))
                .map(ConsumerRecord::value)
                .filter(value -> value.contains("\"status\":\"finished\""))
                .reduce((earlier, later) -> later)
                .orElse(null));
    }
}

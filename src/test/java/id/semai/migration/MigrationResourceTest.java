package id.semai.migration;

import static id.semai.journeys.Office.accepted;
import static id.semai.journeys.Office.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.journeys.Office.Answer;
import id.semai.journeys.Office.Person;
import id.semai.journeys.Office.Task;
import id.semai.journeys.Story;
import id.semai.journeys.Topic;
import id.semai.journeys.Topic.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Administrators see a plan of the shipped processes, order it, and read what became of each innovation. */
@EndToEnd
class MigrationResourceTest {

    private static final Path FOLDER = Path.of("processes");

    @Autowired
    Office office;

    @Autowired
    RepositoryService repository;

    @Autowired
    Topic topic;

    private final List<String> deployments = new ArrayList<>();

    @AfterEach
    void removeTheNewVersions() {
        deployments.forEach(id -> repository.deleteDeployment(id, true));
    }

    @Test
    void anEditedProcessTakesItsRunningInnovationsAlongWithDraftHolderAndDeadline() throws IOException {
        Story story = Story.proposed(office, "dikbud").committed();
        Person innovator = story.innovator();
        Task header = innovator.task(story.innovation, "Task_DraftHeader");
        accepted(innovator.claim(header.id()));
        accepted(innovator.api(
                "PUT",
                "/api/drafts/" + header.id(),
                Map.of("person", "inovator.dikbud", "answers", Map.of("title", "Judul yang diketik"), "version", 0)));
        JsonNode due =
                innovator.task(story.innovation, "Task_DraftHeader").json().path("due");
        int from = latest("action-plan").getVersion();
        int to = edit(
                        "action-plan",
                        "name=\"Mengisi pokok rencana aksi\"",
                        "name=\"Mengisi pokok rencana\"",
                        "${deadline('action-plan.follow-up')}",
                        "${deadline('P60D')}",
                        "sourceRef=\"Task_ReviewPlan\" targetRef=\"Rule_Eligibility\" />",
                        "sourceRef=\"Task_ReviewPlan\" targetRef=\"Task_LookAgain\" />"
                                + "<bpmn:userTask id=\"Task_LookAgain\" name=\"Memeriksa sekali lagi\" camunda:candidateGroups=\"coordinator\" camunda:formRef=\"plan-followup\" camunda:formRefBinding=\"deployment\" />"
                                + "<bpmn:sequenceFlow id=\"Flow_LookAgain\" sourceRef=\"Task_LookAgain\" targetRef=\"Rule_Eligibility\" />")
                .getVersion();

        JsonNode plan = plan("action-plan", from, to).json();
        assertThat(place(plan, "Task_DraftHeader").path("waiting").asInt()).isPositive();
        assertThat(place(plan, "Task_DraftHeader").path("drafts").asInt()).isPositive();
        assertThat(plan.findValuesAsText("rule")).containsExactly("timer-changed");
        assertThat(order("action-plan", from, to, "0".repeat(64)).status()).isEqualTo(409);
        String id = accepted(order("action-plan", from, to, plan.path("digest").asText()))
                .json()
                .path("id")
                .asText();
        JsonNode report = eventually(() -> {
            JsonNode now = accepted(admin().page("/api/migrations/" + id)).json();
            return now.path("state").asText().equals("done") ? now : null;
        });

        assertThat(report.path("failed").asInt()).as(report.toString()).isZero();
        assertThat(report.path("moved").asInt()).isPositive();
        Task moved = innovator.task(story.innovation, "Task_DraftHeader");
        assertThat(moved.id()).isEqualTo(header.id());
        assertThat(moved.name()).startsWith("Mengisi pokok rencana:");
        assertThat(moved.json().path("due")).isEqualTo(due);
        assertThat(innovator.page("/api/drafts/" + header.id()).body()).contains("Judul yang diketik");
        story.drafted();
        story.head().does(story.innovation, "Task_ApprovePlan", "plan-approval");
        story.coordinator().does(story.innovation, "Task_ReviewPlan", "plan-review");
        story.coordinator().does(story.innovation, "Task_LookAgain", "plan-followup");
        story.innovator().task(story.innovation, "Task_DiagnoseProblems");
        assertThat(topic.atLeast(12, story.innovation))
                .extracting(Event::brief)
                .containsExactly(
                        "started",
                        "commitment entered",
                        "commitment completed(signed)",
                        "action-plan entered",
                        "action-plan.draft entered",
                        "migrated",
                        "action-plan.draft completed(submitted)",
                        "action-plan.review entered",
                        "action-plan.review completed(approved)",
                        "action-plan completed(approved)",
                        "lab entered",
                        "lab.diagnose entered");
    }

    @Test
    void whoWaitsForARenamedMessageStaysAndIsListed() throws IOException {
        Story story = Story.proposed(office, "dinkes");
        story.head().task(story.innovation, "Task_SignCommitment");
        int from = latest("commitment").getVersion();
        int to = edit("commitment", "name=\"commitment-closed\"", "name=\"commitment-shut\"")
                .getVersion();

        String digest = plan("commitment", from, to).json().path("digest").asText();
        String id = accepted(order("commitment", from, to, digest))
                .json()
                .path("id")
                .asText();
        JsonNode stays = eventually(() -> {
            JsonNode now = accepted(admin().page("/api/migrations/" + id + "?state=stays"))
                    .json();
            return now.path("state").asText().equals("done") ? now : null;
        });

        assertThat(stays.path("rows")).anySatisfy(row -> {
            assertThat(row.path("innovation").asText()).isEqualTo(story.innovation);
            assertThat(row.path("reason").asText()).contains("«commitment-closed» menjadi «commitment-shut»");
        });
        assertThat(topic.atLeast(2, story.innovation))
                .extracting(Event::brief)
                .containsExactly("started", "commitment entered");
        story.committed();
        story.innovator().task(story.innovation, "Task_DraftHeader");
    }

    @Test
    void onlyAdministratorsPlanAndOrderAndWhatIsNotThereIsToldSo() {
        for (String user : List.of("koordinator", "inovator.dikbud", "pimpinan")) {
            assertThat(office.as(user)
                            .page("/api/migrations/plan?process=action-plan&from=1&to=2")
                            .status())
                    .isEqualTo(403);
            assertThat(office.as(user).page("/api/migrations").status()).isEqualTo(403);
        }
        assertThat(office.nobody().page("/api/migrations").status()).isEqualTo(401);
        assertThat(plan("action-plan", 1, 9_999).status()).isEqualTo(404);
        assertThat(plan("%00", 1, 1).status()).isIn(400, 404);
        assertThat(admin().page("/api/migrations/keliru").status()).isEqualTo(404);
        assertThat(admin().api("POST", "/api/migrations/" + java.util.UUID.randomUUID() + "/pause", Map.of())
                        .status())
                .isEqualTo(404);
        int now = latest("action-plan").getVersion();
        assertThat(plan("action-plan", now, now).status()).isEqualTo(409);
        assertThat(admin().api("POST", "/api/migrations", Map.of()).status()).isEqualTo(404);
        assertThat(admin().page("/api/migrations").status()).isEqualTo(200);
    }

    private Person admin() {
        return office.as("admin");
    }

    private Answer plan(String process, int from, int to) {
        return admin().page("/api/migrations/plan?process=%s&from=%d&to=%d".formatted(process, from, to));
    }

    private Answer order(String process, int from, int to, String digest) {
        return admin().api(
                        "POST",
                        "/api/migrations",
                        Map.of("process", process, "from", from, "to", to, "digest", digest));
    }

    private static JsonNode place(JsonNode plan, String element) {
        for (JsonNode place : plan.path("places")) {
            if (place.path("element").asText().equals(element)) {
                return place;
            }
        }
        throw new AssertionError(element + " in " + plan);
    }

    private ProcessDefinition latest(String process) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .withoutTenantId()
                .latestVersion()
                .singleResult();
    }

    /** Releases a process of the folder, edited, with all forms. */
    private ProcessDefinition edit(String process, String... fromAndTo) throws IOException {
        DeploymentBuilder deployment = repository.createDeployment();
        String model = Files.readString(FOLDER.resolve(process + ".bpmn"));
        deployment.addString(process + ".bpmn", Moving.edited(model, fromAndTo));
        try (Stream<Path> forms = Files.list(FOLDER)) {
            for (Path form :
                    forms.filter(file -> file.toString().endsWith(".form")).toList()) {
                deployment.addString(form.getFileName().toString(), Files.readString(form));
            }
        }
        deployments.add(deployment.deploy().getId());
        return latest(process);
    }
}

package id.semai.modelpages;

import com.fasterxml.jackson.databind.JsonNode;
import id.semai.journeys.Office;
import id.semai.journeys.Office.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;

/**
 * A process of a test's own in the folder of the application under test: a shipped one under another id, which people may
 * start. Nothing of it is left behind.
 */
public final class OwnProcess implements AutoCloseable {

    /** One of the commitment's forms, which is asked when it starts, too: nothing begins without one. */
    private static final String FOLLOW_UP = "commitment-followup";

    public final String id = "uji-" + UUID.randomUUID().toString().substring(0, 8);
    public final String file = id + ".bpmn";
    private final Office office;
    private final ProcessEngine engine;
    private final Path folder;
    private final String start;
    private final UnaryOperator<String> shipped;

    /** The shipped commitment. */
    public OwnProcess(Office office, ProcessEngine engine, Path folder) {
        this(office, engine, folder, FOLLOW_UP, OwnProcess::commitment);
    }

    /** @param shipped the model, by the id that it has here */
    private OwnProcess(Office office, ProcessEngine engine, Path folder, String start, UnaryOperator<String> shipped) {
        this.office = office;
        this.engine = engine;
        this.folder = folder;
        this.start = start;
        this.shipped = shipped;
    }

    /** The shipped journey, whose stages have codes of their own, which begin with its id. */
    static OwnProcess journey(Office office, ProcessEngine engine, Path folder) {
        return new OwnProcess(office, engine, folder, "innovation-proposal", OwnProcess::journey);
    }

    private static String commitment(String id) {
        return read(Path.of("processes", "commitment.bpmn"))
                .replace("\"commitment\"", "\"" + id + "\"")
                .replace(
                        "id=\"Start_Commitment\"",
                        "id=\"Start_Commitment\" camunda:formRef=\"" + FOLLOW_UP
                                + "\" camunda:formRefBinding=\"deployment\"")
                .replace(" camunda:isStartableInTasklist=\"false\"", "")
                .replace("${commitmentDueAt}", "${deadline('commitment.follow-up')}");
    }

    private static String journey(String id) {
        return read(Path.of("processes", "innovation-journey.bpmn"))
                .replace("\"innovation-journey\"", "\"" + id + "\"")
                .replace("name=\"stage\" value=\"", "name=\"stage\" value=\"" + id + "-");
    }

    /** The model, with words of it replaced by others in turn; fails if they are not there. */
    public String model(String... beforeAndAfter) {
        String model = shipped.apply(id);
        for (int i = 0; i < beforeAndAfter.length; i += 2) {
            if (!model.contains(beforeAndAfter[i])) {
                throw new AssertionError("nothing to replace: " + beforeAndAfter[i]);
            }
            model = model.replace(beforeAndAfter[i], beforeAndAfter[i + 1]);
        }
        return model;
    }

    /** Releases it as an administrator who uploads it. */
    public OwnProcess released(String... beforeAndAfter) {
        Office.accepted(upload(model(beforeAndAfter)));
        return this;
    }

    public Answer upload(String model) {
        return office.as("admin").upload("/api/models?name=" + file, model.getBytes(StandardCharsets.UTF_8));
    }

    /** As an editor does, past the page. */
    public void save(String model) {
        try {
            Files.writeString(folder.resolve(file), model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the list of models shows it to administrators now. */
    JsonNode shown() {
        JsonNode all = Office.accepted(office.as("admin").api("GET", "/api/models", null))
                .json();
        return StreamSupport.stream(all.path("models").spliterator(), false)
                .filter(model -> model.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Waits for the first task, in the unit dikbud. */
    public String begun() {
        engine.getIdentityService().setAuthentication("admin", List.of("camunda-admin"), List.of("dikbud"));
        try {
            return engine.getRuntimeService()
                    .startProcessInstanceByKey(id, Office.answers(start))
                    .getId();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        engine.getRepositoryService()
                .createDeploymentQuery()
                .deploymentName(id)
                .list()
                .forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment.getId(), true));
    }
}

package id.semai.modelpages;

import id.semai.journeys.Office;
import id.semai.journeys.Office.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;

/**
 * A process of a test's own in the folder of the application under test: the shipped commitment under another id, which
 * people may start. Nothing of it is left behind.
 */
public final class OwnProcess implements AutoCloseable {

    /** One of its forms, which is asked when it starts, too: nothing begins without one. */
    private static final String START = "commitment-followup";

    public final String id = "uji-" + UUID.randomUUID().toString().substring(0, 8);
    public final String file = id + ".bpmn";
    private final Office office;
    private final ProcessEngine engine;
    private final Path folder;

    public OwnProcess(Office office, ProcessEngine engine, Path folder) {
        this.office = office;
        this.engine = engine;
        this.folder = folder;
    }

    /** The model, with words of it replaced by others in turn; fails if they are not there. */
    public String model(String... beforeAndAfter) {
        String model = read(Path.of("processes", "commitment.bpmn"))
                .replace("\"commitment\"", "\"" + id + "\"")
                .replace(
                        "id=\"Start_Commitment\"",
                        "id=\"Start_Commitment\" camunda:formRef=\"" + START
                                + "\" camunda:formRefBinding=\"deployment\"")
                .replace(" camunda:isStartableInTasklist=\"false\"", "")
                .replace("${commitmentDueAt}", "${deadline('commitment.follow-up')}");
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

    /** Waits for the first task, in the unit dikbud. */
    public String begun() {
        engine.getIdentityService().setAuthentication("admin", List.of("camunda-admin"), List.of("dikbud"));
        try {
            return engine.getRuntimeService()
                    .startProcessInstanceByKey(id, Office.answers(START))
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

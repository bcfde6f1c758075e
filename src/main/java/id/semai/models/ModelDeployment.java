package id.semai.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Deploys the folder as one deployment, so that forms bound to it stay together with the processes that show them. A
 * folder without a change makes no new version.
 */
@Component
class ModelDeployment {

    private static final Logger log = LoggerFactory.getLogger(ModelDeployment.class);
    private static final String NAME = "semai";

    private final ModelFolder folder;
    private final RepositoryService repository;

    ModelDeployment(ModelFolder folder, RepositoryService repository) {
        this.folder = folder;
        this.repository = repository;
    }

    void deploy() {
        folder.unpackIfMissing();
        List<Path> files = folder.files();
        if (files.isEmpty()) {
            throw new IllegalStateException("Folder model %s tidak berisi model apa pun.".formatted(folder.path()));
        }
        DeploymentBuilder deployment =
                repository.createDeployment().name(NAME).source(NAME).enableDuplicateFiltering(false);
        files.forEach(file -> add(deployment, file));
        DeploymentWithDefinitions done = deployment.deployWithResult();
        int fresh = done.getDeployedProcessDefinitions() == null
                ? 0
                : done.getDeployedProcessDefinitions().size();
        log.info("Models of {}: {} files, {} processes in a new version", folder.path(), files.size(), fresh);
    }

    private void add(DeploymentBuilder deployment, Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            deployment.addInputStream(folder.name(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException("Model %s tidak dapat dibaca".formatted(folder.name(file)), e);
        }
    }
}

package id.semai.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFolderTest {

    @TempDir
    Path anywhere;

    @Test
    void aFolderThatDoesNotExistGetsTheCopyThatTheApplicationCarries() throws IOException {
        ModelFolder folder = new ModelFolder(settings(anywhere.resolve("processes")));
        folder.unpackIfMissing();

        assertThat(folder.files())
                .extracting(folder::name)
                .contains("innovation-journey.bpmn", "innovation-kind.dmn", "commitment-sign.form");
        assertThat(anywhere.resolve("processes/.camunda/element-templates")).isNotEmptyDirectory();
        assertThat(Path.of("processes/workshop.bpmn"))
                .hasSameBinaryContentAs(anywhere.resolve("processes/workshop.bpmn"));
    }

    @Test
    void theGuideItsPicturesAndTheRulesForEditorsComeAlongAndAreNoModels() throws IOException {
        ModelFolder folder = new ModelFolder(settings(anywhere.resolve("processes")));
        folder.unpackIfMissing();

        assertThat(folder.path().resolve("README.md")).hasSameBinaryContentAs(Path.of("processes/README.md"));
        assertThat(folder.path().resolve(".bpmnlintrc")).isRegularFile();
        assertThat(folder.path().resolve(".camunda/pictures/save.svg")).isRegularFile();
        assertThat(folder.path().resolve(".camunda/element-templates/approval.json"))
                .isRegularFile();
        assertThat(folder.files()).extracting(folder::name).allMatch(name -> name.matches("[a-z-]+\\.(bpmn|dmn|form)"));
    }

    @Test
    void aFolderThatIsThereIsLeftAloneAndOnlyItsModelsAreDeployed() throws IOException {
        for (String name : new String[] {"own.bpmn", "own.bpmn.bak", ".own.bpmn.swp", "note.txt", ".camunda/x.form"}) {
            Files.createDirectories(anywhere.resolve(name).getParent());
            Files.writeString(anywhere.resolve(name), "");
        }
        ModelFolder folder = new ModelFolder(settings(anywhere));
        folder.unpackIfMissing();

        assertThat(folder.files()).extracting(folder::name).containsExactly("own.bpmn");
    }

    private static ModelSettings settings(Path folder) {
        return new ModelSettings(folder, Duration.ofSeconds(1), Duration.ofMillis(300));
    }
}

package id.semai.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.unit.DataSize;

class WelcomeTest {

    private final MockEnvironment environment = new MockEnvironment().withProperty("local.server.port", "8081");

    @TempDir
    Path directory;

    @Test
    void tellsWhereEverythingIs() throws Exception {
        assertThat(text())
                .contains("mode peragaan, bukan untuk penggunaan resmi")
                .contains("http://localhost:8081/camunda/app/tasklist/", "http://localhost:8081/dasbor")
                .contains("koordinator", "pimpinan", "fasilitator", "admin", "kepala.<unit>", "inovator.<unit>")
                .contains("localhost:19092", "semai.stage-transitions.v1")
                .contains(directory.toString())
                .contains("Semai-2016!");
    }

    @Test
    void aPasswordThatSomebodyChoseIsNotShown() throws Exception {
        environment.setProperty("semai.demo.password", "Rahasia-77");

        assertThat(text()).doesNotContain("Rahasia-77", "Semai-2016!").contains("semai.demo.password");
    }

    private String text() throws Exception {
        EmbeddedSettings settings =
                new EmbeddedSettings(true, directory, 15_432, DataSize.ofMegabytes(128), 19_092, "localhost");
        try (DataFolder folder = DataFolder.open(directory)) {
            return new Welcome(environment, folder, new KafkaServer(settings, folder)).text();
        }
    }
}

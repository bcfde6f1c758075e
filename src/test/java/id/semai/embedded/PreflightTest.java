package id.semai.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;

/** Every refusal is one sentence on the terminal, no stack trace, and an exit code other than zero. */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class PreflightTest {

    @TempDir
    Path directory;

    @Test
    void aSecondApplicationOnTheSameFolderEndsWithAnErrorCode() throws Exception {
        try (DataFolder first = DataFolder.open(directory)) {
            Process second = Embedded.java(Demo.class, List.of(arguments()));
            String output = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(second.waitFor()).isNotZero();
            assertThat(output)
                    .contains("«" + directory + "» sedang dipakai Semai lain")
                    .doesNotContain("\tat ", "Exception");
        }
    }

    @Test
    void aTakenWebPortIsRefused(CapturedOutput output) throws Exception {
        try (ServerSocket other = new ServerSocket(0)) {
            assertThat(refusal(output, "server.port=" + other.getLocalPort()))
                    .contains("Porta " + other.getLocalPort() + " untuk halaman web", "server.port");
        }
    }

    @Test
    void theProfileForEarnestUseIsRefused(CapturedOutput output) throws Exception {
        assertThat(refusal(output, "spring.profiles.active=prod"))
                .contains("Profil prod", "semai.embedded.enabled=false");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void anotherDatabaseBesidesOursIsRefused(CapturedOutput output) throws Exception {
        assertThat(refusal(output, "spring.datasource.url=jdbc:postgresql://db.example/semai"))
                .contains("spring.datasource.url", "semai.embedded.enabled=false");
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefused(CapturedOutput output) throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "not a folder");
        assertThat(refusal(output, "semai.embedded.data-directory=" + file.resolve("data")))
                .contains("«" + file.resolve("data") + "» tidak dapat ditulisi", "semai.embedded.data-directory");
    }

    @Test
    void aPortThatIsNoneIsRefused(CapturedOutput output) throws Exception {
        assertThat(refusal(output, "semai.embedded.kafka-port=70000")).contains("semai.embedded.kafka-port = 70000");
    }

    private String refusal(CapturedOutput output, String... settings) {
        assertThatThrownBy(() -> SpringApplication.run(Demo.class, arguments(settings)));
        assertThat(output).contains("APPLICATION FAILED TO START").doesNotContain("\tat ", "Exception");
        return output.toString();
    }

    private String[] arguments(String... settings) {
        Map<String, String> all = new HashMap<>(Map.of(
                "semai.embedded.data-directory", directory.toString(),
                "semai.embedded.postgres-port", "0",
                "semai.embedded.kafka-port", "0",
                "server.port", "0"));
        for (String setting : settings) {
            all.put(setting.split("=")[0], setting.split("=")[1]);
        }
        return all.entrySet().stream().map(setting -> "--" + setting).toArray(String[]::new);
    }

    @Import(EmbeddedServers.class)
    @EnableConfigurationProperties(EmbeddedSettings.class)
    @ImportAutoConfiguration(ServletWebServerFactoryAutoConfiguration.class)
    static class Demo {
        public static void main(String[] args) {
            SpringApplication.run(Demo.class, args);
        }
    }
}

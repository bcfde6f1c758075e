package id.semai.journeys;

import id.semai.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * A new data folder and free ports, chosen before the application looks whether its ports are free; the models are unpacked
 * there, too, since what a test deploys is written into their folder.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class FreshData implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Path data = dataFolder();
        TestPropertyValues.of(
                        "semai.embedded.data-directory=" + data,
                        "semai.models.folder=" + data.resolve("processes"),
                        "semai.embedded.postgres-port=" + Ports.next(),
                        "semai.embedded.kafka-port=" + Ports.next())
                .applyTo(context);
    }

    private static Path dataFolder() {
        try {
            Path target = Files.createDirectories(Path.of("target", "test-data"));
            return Files.createTempDirectory(target, "semai").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

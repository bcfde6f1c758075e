package id.semai.embedded;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.autoconfigure.kafka.KafkaConnectionDetails;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Leads a second process to the embedded servers of an application that runs. Not annotated as a configuration, or the
 * application would find it too: who wants it imports it.
 */
@ConditionalOnBooleanProperty(name = "semai.embedded.enabled", matchIfMissing = true)
@EnableConfigurationProperties(EmbeddedSettings.class)
public class RunningServers {

    @Bean
    JdbcConnectionDetails runningPostgres(EmbeddedSettings settings, ConfigurableEnvironment environment) {
        Preflight.refuseEarnest(environment);
        requireFixed("semai.embedded.postgres-port", settings.postgresPort());
        return new LocalPostgres(settings.postgresPort());
    }

    @Bean
    KafkaConnectionDetails runningKafka(EmbeddedSettings settings) {
        requireFixed("semai.embedded.kafka-port", settings.kafkaPort());
        return () -> List.of(settings.kafkaHost() + ":" + settings.kafkaPort());
    }

    private static void requireFixed(String setting, int port) {
        if (port == 0) {
            throw new EmbeddedFailure(setting + " = 0 tidak menyebut porta Semai yang sedang berjalan: isi nomornya.");
        }
    }
}

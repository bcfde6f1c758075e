package id.semai.embedded;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.autoconfigure.kafka.KafkaConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.env.Environment;

/**
 * Gives the application a PostgreSQL and a Kafka of its own, unless {@code semai.embedded.enabled=false} leaves that to
 * Spring's standard properties. Kafka stops with the last lifecycle phase; PostgreSQL stops after every bean that uses
 * it is gone.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "semai.embedded.enabled", matchIfMissing = true)
class EmbeddedServers {

    @Bean
    DataFolder dataFolder(EmbeddedSettings settings) {
        return DataFolder.open(settings.dataDirectory());
    }

    @Bean(initMethod = "begin")
    KafkaServer kafkaServer(EmbeddedSettings settings, DataFolder dataFolder) {
        return new KafkaServer(settings, dataFolder);
    }

    /** Kafka begins before, because it takes longer and needs nobody to wait for it. */
    @Bean
    @DependsOn("kafkaServer")
    PostgresServer postgresServer(EmbeddedSettings settings, DataFolder dataFolder) {
        return PostgresServer.start(settings, dataFolder);
    }

    @Bean
    JdbcConnectionDetails embeddedJdbc(PostgresServer postgresServer) {
        return postgresServer.address();
    }

    @Bean
    KafkaConnectionDetails embeddedKafka(KafkaServer kafkaServer) {
        return () -> List.of(kafkaServer.insideAddress());
    }

    @Bean
    Welcome welcome(Environment environment, DataFolder dataFolder, KafkaServer kafkaServer) {
        return new Welcome(environment, dataFolder, kafkaServer);
    }
}

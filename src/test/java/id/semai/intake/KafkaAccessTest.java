package id.semai.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.kafka.KafkaAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class KafkaAccessTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(KafkaAutoConfiguration.class, SslAutoConfiguration.class))
            .withBean(KafkaAccess.class);

    @Test
    void whatSpringSaysOfSecurityHoldsForEachConnection() {
        application
                .withPropertyValues(
                        "spring.kafka.bootstrap-servers=kafka:9093",
                        "spring.kafka.security.protocol=SASL_SSL",
                        "spring.kafka.properties.sasl.mechanism=SCRAM-SHA-512",
                        "spring.kafka.properties.sasl.jaas.config=secret",
                        "spring.kafka.ssl.trust-store-type=PEM",
                        "spring.kafka.ssl.trust-store-certificates=certificate")
                .run(context -> {
                    KafkaAccess access = context.getBean(KafkaAccess.class);
                    for (Map<String, Object> settings : List.of(access.consumer(), access.admin())) {
                        assertThat(settings)
                                .containsEntry("security.protocol", "SASL_SSL")
                                .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
                                .containsEntry("sasl.jaas.config", "secret")
                                .containsEntry("ssl.truststore.certificates", "certificate")
                                .hasEntrySatisfying("bootstrap.servers", servers -> assertThat(servers.toString())
                                        .contains("kafka:9093"));
                    }
                });
    }

    @Test
    void noSettingTakesAwayWhatTheBoardRestsOn() {
        application
                .withPropertyValues(
                        "spring.kafka.consumer.group-id=somebody",
                        "spring.kafka.consumer.isolation-level=read-uncommitted",
                        "spring.kafka.consumer.auto-offset-reset=latest",
                        "spring.kafka.consumer.enable-auto-commit=true")
                .run(context -> assertThat(context.getBean(KafkaAccess.class).consumer())
                        .doesNotContainKey("group.id")
                        .containsEntry("isolation.level", "read_committed")
                        .containsEntry("auto.offset.reset", "none")
                        .containsEntry("enable.auto.commit", false));
    }
}

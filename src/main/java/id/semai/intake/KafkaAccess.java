package id.semai.intake;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.kafka.KafkaConnectionDetails;
import org.springframework.boot.autoconfigure.kafka.KafkaProperties;
import org.springframework.boot.ssl.SslBundles;

/** How to reach Kafka: Spring's standard properties, security included, with what a reader of all partitions needs. */
class KafkaAccess {

    private static final int PATIENCE_MILLIS = 3_000;

    private final KafkaProperties properties;
    private final KafkaConnectionDetails details;
    private final SslBundles bundles;

    KafkaAccess(KafkaProperties properties, KafkaConnectionDetails details, ObjectProvider<SslBundles> bundles) {
        this.properties = properties;
        this.details = details;
        this.bundles = bundles.getIfAvailable();
    }

    /** The brokers' addresses, for people. */
    String brokers() {
        return String.join(",", details.getConsumer().getBootstrapServers());
    }

    Map<String, Object> consumer() {
        Map<String, Object> settings = new HashMap<>(Map.of(
                ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS,
                ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000,
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 2_000_000,
                ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 16_000_000));
        settings.putAll(properties.buildConsumerProperties(bundles));
        settings.remove(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG);
        settings.remove(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        address(settings, details.getConsumer());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // A place that is not there any more is to be noticed, not skipped.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        return settings;
    }

    Map<String, Object> admin() {
        Map<String, Object> settings = new HashMap<>(Map.of(
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000));
        settings.putAll(properties.buildAdminProperties(bundles));
        address(settings, details.getAdmin());
        return settings;
    }

    private static void address(Map<String, Object> settings, KafkaConnectionDetails.Configuration details) {
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, details.getBootstrapServers());
        if (details.getSecurityProtocol() != null) {
            settings.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, details.getSecurityProtocol());
        }
    }
}

package id.semai.journal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.ClientDnsLookup;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.kafka.KafkaConnectionDetails;
import org.springframework.boot.autoconfigure.kafka.KafkaProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;

/** How to reach Kafka: Spring's standard properties, with what the guarantees need put on top. */
@Component
class KafkaConnection {

    static final Duration TRANSACTION_TIMEOUT = Duration.ofSeconds(60);

    private static final int CONNECT_MILLIS = 1_000;

    private final KafkaProperties properties;
    private final KafkaConnectionDetails details;
    private final SslBundles bundles;

    KafkaConnection(KafkaProperties properties, KafkaConnectionDetails details, ObjectProvider<SslBundles> bundles) {
        this.properties = properties;
        this.details = details;
        this.bundles = bundles.getIfAvailable();
    }

    /** The brokers' addresses, for people. */
    String brokers() {
        return String.join(",", details.getProducer().getBootstrapServers());
    }

    Map<String, Object> producer(String transactionalId) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4",
                ProducerConfig.BATCH_SIZE_CONFIG, 131_072,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000,
                // The broker turns a transaction away for as long as it still completes the one before: milliseconds.
                ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 2,
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) TRANSACTION_TIMEOUT.toMillis()));
        settings.putAll(properties.buildProducerProperties(bundles));
        settings.remove(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG);
        settings.remove(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG);
        address(settings, details.getProducer());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // A record that the journal has taken must never be one that the producer refuses.
        settings.computeIfPresent(
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                (name, given) -> Math.max(Integer.parseInt(given.toString()), KafkaTopics.SMALLEST_LIMIT_OF_MESSAGES));
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        return settings;
    }

    /** Of one that belongs to no group and reads only what is committed. */
    Map<String, Object> consumer() {
        Map<String, Object> settings = new HashMap<>(Map.of(
                ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000));
        settings.putAll(properties.buildConsumerProperties(bundles));
        settings.remove(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG);
        settings.remove(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        address(settings, details.getConsumer());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return settings;
    }

    Map<String, Object> admin() {
        Map<String, Object> settings = new HashMap<>(Map.of(
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000));
        settings.putAll(properties.buildAdminProperties(bundles));
        address(settings, details.getAdmin());
        return settings;
    }

    /**
     * Asks before a Kafka client is made, which would try for ever and log each failure.
     *
     * @throws KafkaException if no broker takes a connection
     */
    void requireReachable() {
        List<InetSocketAddress> addresses = ClientUtils.parseAndValidateAddresses(
                details.getProducer().getBootstrapServers(), ClientDnsLookup.USE_ALL_DNS_IPS);
        if (addresses.stream().noneMatch(KafkaConnection::takesConnections)) {
            throw new KafkaException("No broker takes connections at " + brokers());
        }
    }

    private static boolean takesConnections(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, CONNECT_MILLIS);
            return true;
        } catch (IOException refusal) {
            return false;
        }
    }

    private static void address(Map<String, Object> settings, KafkaConnectionDetails.Configuration details) {
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, details.getBootstrapServers());
        if (details.getSecurityProtocol() != null) {
            settings.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, details.getSecurityProtocol());
        }
    }
}

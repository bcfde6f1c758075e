package id.semai.journal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Creates the topics that are absent and changes no other: a changed number of partitions would move keys. */
@Component
class KafkaTopics {

    /** The largest payload, with room for the record's other parts; Kafka's default is 1,048,588. */
    static final int SMALLEST_LIMIT_OF_MESSAGES = EventLog.LARGEST_PAYLOAD + 50_000;

    private static final Logger LOG = LoggerFactory.getLogger(KafkaTopics.class);

    private final JournalSettings.Topics names;

    KafkaTopics(JournalSettings settings) {
        this.names = settings.topics();
    }

    /** @throws KafkaException naming the topic and the cure, if one that exists could not hold what is promised of it */
    void prepare(Admin kafka) throws ExecutionException, InterruptedException {
        Set<String> present = kafka.listTopics().names().get();
        requireFit(kafka, present);
        for (NewTopic topic : topics()) {
            if (!present.contains(topic.name())) {
                create(kafka, topic);
            }
        }
    }

    private void requireFit(Admin kafka, Set<String> present) throws ExecutionException, InterruptedException {
        List<ConfigResource> ours = topics().stream()
                .map(NewTopic::name)
                .filter(present::contains)
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        kafka.describeConfigs(ours).all().get().forEach((topic, settings) -> requireFit(topic.name(), settings));
    }

    private void requireFit(String topic, Config settings) {
        int largest = Integer.parseInt(
                settings.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value());
        if (largest < SMALLEST_LIMIT_OF_MESSAGES) {
            throw new KafkaException("Topic %s takes messages of %d bytes only; set its max.message.bytes to %d or more"
                    .formatted(topic, largest, SMALLEST_LIMIT_OF_MESSAGES));
        }
        String cleanup = settings.get(TopicConfig.CLEANUP_POLICY_CONFIG).value();
        if (topic.equals(names.relay()) && !cleanup.equals(TopicConfig.CLEANUP_POLICY_COMPACT)) {
            throw new KafkaException(
                    "Topic %s has cleanup.policy=%s and would forget which batch came last; set it to compact"
                            .formatted(topic, cleanup));
        }
    }

    Set<NewTopic> topics() {
        return Set.of(
                topic(names.stageTransitions(), names.partitions(), Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1")),
                topic(names.innovations(), names.partitions(), compacted()),
                topic(names.units(), names.partitions(), compacted()),
                topic(names.relay(), 1, compacted()));
    }

    private static Map<String, String> compacted() {
        return Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
    }

    private static NewTopic topic(String name, int partitions, Map<String, String> settings) {
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(settings);
    }

    private static void create(Admin kafka, NewTopic topic) throws ExecutionException, InterruptedException {
        try {
            kafka.createTopics(Set.of(topic)).all().get();
            LOG.info("Created topic {} with {} partitions", topic.name(), topic.numPartitions());
        } catch (ExecutionException refusal) {
            if (!(refusal.getCause() instanceof TopicExistsException)) {
                throw refusal;
            }
        }
    }
}

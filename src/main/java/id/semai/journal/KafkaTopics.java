package id.semai.journal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Creates the topics that are absent and touches no other: a changed number of partitions would move keys. */
@Component
class KafkaTopics {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaTopics.class);

    private final JournalSettings.Topics names;

    KafkaTopics(JournalSettings settings) {
        this.names = settings.topics();
    }

    void createAbsent(Admin kafka) throws ExecutionException, InterruptedException {
        Set<String> present = kafka.listTopics().names().get();
        for (NewTopic topic : topics()) {
            if (!present.contains(topic.name())) {
                create(kafka, topic);
            }
        }
    }

    private Set<NewTopic> topics() {
        return Set.of(
                topic(names.stageTransitions(), names.partitions(), Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1")),
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

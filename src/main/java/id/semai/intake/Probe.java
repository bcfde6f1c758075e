package id.semai.intake;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicCollection;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Asks Kafka every second whether it is there and what the topics are, and waits for no answer: a consumer that gets
 * nothing cannot tell a quiet topic from a dead broker.
 */
class Probe implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int PATIENCE_MILLIS = 3_000;

    private final Admin kafka;
    private final Collection<String> topics;
    private Map<String, KafkaFuture<TopicDescription>> asked;
    private long askedAt;

    Probe(Admin kafka, Collection<String> topics) {
        this.kafka = kafka;
        this.topics = topics;
    }

    /** What has been answered since the last call; asks anew when it is time. */
    Optional<Answer> look() {
        if (asked != null && asked.values().stream().allMatch(KafkaFuture::isDone)) {
            Answer answer = answer(asked);
            asked = null;
            return Optional.of(answer);
        }
        if (asked == null && (askedAt == 0 || System.nanoTime() - askedAt >= PAUSE.toNanos())) {
            askedAt = System.nanoTime();
            asked = kafka.describeTopics(
                            TopicCollection.ofTopicNames(topics),
                            new DescribeTopicsOptions().timeoutMs(PATIENCE_MILLIS))
                    .topicNameValues();
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        kafka.close(Duration.ZERO);
    }

    private static Answer answer(Map<String, KafkaFuture<TopicDescription>> asked) {
        Map<String, TopicDescription> present = new HashMap<>();
        KafkaException failure = null;
        for (Map.Entry<String, KafkaFuture<TopicDescription>> topic : asked.entrySet()) {
            try {
                present.put(topic.getKey(), topic.getValue().get());
            } catch (ExecutionException refusal) {
                if (!(refusal.getCause() instanceof UnknownTopicOrPartitionException)) {
                    failure = new KafkaException(refusal.getCause());
                }
            } catch (InterruptedException interruption) {
                throw new InterruptException(interruption);
            }
        }
        return new Answer(present, failure);
    }

    /**
     * @param present the topics that there are
     * @param failure why not all is known; null if it is
     */
    record Answer(Map<String, TopicDescription> present, KafkaException failure) {}
}

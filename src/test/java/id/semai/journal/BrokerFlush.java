package id.semai.journal;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.ConfigResource.Type;
import org.apache.kafka.common.config.TopicConfig;

/** Whether the embedded broker writes each record through to its disk, on all topics that a relay's transaction touches. */
class BrokerFlush {

    private static final String OF_TRANSACTIONS = "__transaction_state";

    private final KafkaConnection kafka;
    private final JournalSettings settings;

    BrokerFlush(KafkaConnection kafka, JournalSettings settings) {
        this.kafka = kafka;
        this.settings = settings;
    }

    void flushEachRecord(boolean flush) throws Exception {
        ConfigEntry entry =
                new ConfigEntry(TopicConfig.FLUSH_MESSAGES_INTERVAL_CONFIG, Long.toString(flush ? 1 : Long.MAX_VALUE));
        try (Admin admin = Admin.create(kafka.admin())) {
            admin.incrementalAlterConfigs(Stream.concat(settings.topics().names().stream(), Stream.of(OF_TRANSACTIONS))
                            .map(topic -> new ConfigResource(Type.TOPIC, topic))
                            .collect(Collectors.toMap(
                                    Function.identity(), any -> List.of(new AlterConfigOp(entry, OpType.SET)))))
                    .all()
                    .get();
        }
    }
}

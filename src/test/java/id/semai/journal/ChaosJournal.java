package id.semai.journal;

import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.kafka.KafkaConnectionDetails;
import org.springframework.boot.autoconfigure.kafka.KafkaProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The journal of a chaos node: the real one with fault points in it, and at most one seeded bug. */
public final class ChaosJournal {

    /** Shorter than the defaults, so that a broken broker is noticed, and a mended one used, within seconds. */
    private static final Map<String, String> IMPATIENT = Map.of(
            "max.block.ms", "5000",
            "request.timeout.ms", "3000",
            "delivery.timeout.ms", "5000",
            "reconnect.backoff.max.ms", "300");

    private ChaosJournal() {}

    /**
     * @param properties {@code semai.journal.…}
     * @param bug null for none
     */
    public static void register(
            AnnotationConfigApplicationContext context,
            Map<String, String> properties,
            String kafka,
            FaultPoint.Listener points,
            SeededBug bug) {
        JournalSettings settings = new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("semai.journal", JournalSettings.class);
        context.registerBean(JournalSettings.class, () -> settings);
        context.registerBean(KafkaProperties.class, () -> {
            KafkaProperties kafkaProperties = new KafkaProperties();
            kafkaProperties.getProducer().getProperties().putAll(IMPATIENT);
            return kafkaProperties;
        });
        context.registerBean(KafkaConnectionDetails.class, () -> () -> List.of(kafka));
        context.register(
                KafkaConnection.class,
                KafkaTopics.class,
                Units.class,
                ModelJournal.class,
                EventLog.class,
                StageRelay.class);
        context.registerBean(
                Unshipped.class,
                () -> bug == null
                        ? new PointedUnshipped(context.getBean(JdbcClient.class), points)
                        : BuggyQueues.of(bug, context.getBean(JdbcClient.class), points));
        context.registerBean(KafkaOutlet.class, () -> outlet(context, settings, points, bug));
        if (bug == SeededBug.JOURNAL_OUTSIDE_TRANSACTION) {
            context.register(BuggyJournals.JournalOutsideTransaction.class);
        } else {
            context.register(StageJournal.class);
        }
        if (bug == SeededBug.SEQUENCE_WITHOUT_LOCK) {
            context.registerBean(
                    BuggyJournals.SequenceWithoutLock.class,
                    () -> new BuggyJournals.SequenceWithoutLock(
                            context.getBean(JdbcClient.class),
                            context.getBean(Units.class),
                            context.getBean(java.time.Clock.class),
                            context.getBean(PlatformTransactionManager.class)));
        } else {
            context.register(Innovations.class);
        }
    }

    /** SHIPPING, STANDBY … */
    public static String state(ApplicationContext context) {
        return context.getBean(StageRelay.class).state().name();
    }

    private static KafkaOutlet outlet(
            ApplicationContext context, JournalSettings settings, FaultPoint.Listener points, SeededBug bug) {
        KafkaConnection connection = context.getBean(KafkaConnection.class);
        KafkaTopics topics = context.getBean(KafkaTopics.class);
        return bug == null
                ? new PointedOutlet(connection, topics, settings, points)
                : BuggyOutlets.of(bug, connection, topics, settings, points);
    }
}

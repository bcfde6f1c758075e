package id.semai.journal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.zaxxer.hikari.HikariDataSource;
import id.semai.Ports;
import id.semai.stage.Government;
import id.semai.stage.Innovation;
import id.semai.stage.JourneyMigration;
import id.semai.stage.Stage;
import id.semai.stage.StageTransition;
import id.semai.stage.TransitionType;
import id.semai.stage.Unit;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.kafka.KafkaConnectionDetails;
import org.springframework.boot.autoconfigure.kafka.KafkaProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The journal with a database and topics of its own, on a real PostgreSQL and a real broker; nothing ships by itself. */
final class JournalWorld implements AutoCloseable {

    static final Government SUMBAWA =
            new Government("sumbawa", "52.04", "Kabupaten Sumbawa", ZoneId.of("Asia/Makassar"));
    static final Unit DIKBUD =
            new Unit("sumbawa.dikbud", "Dinas Pendidikan dan Kebudayaan", Unit.Kind.AGENCY, null, SUMBAWA, true);

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static EmbeddedPostgres postgres;

    static {
        for (String chatty : List.of(
                "org.apache.kafka",
                "kafka",
                "state",
                "org.flywaydb",
                "com.zaxxer",
                "io.zonky",
                "org.springframework")) {
            ((Logger) LoggerFactory.getLogger(chatty)).setLevel(Level.ERROR);
        }
        ((Logger) LoggerFactory.getLogger("id.semai")).setLevel(Level.INFO);
    }

    final MovableClock clock = new MovableClock(Instant.parse("2026-12-05T02:00:00.123Z"));
    final JournalSettings settings;
    final StageJournal journal;
    final ModelJournal models;
    final Units units;
    final JdbcClient database;
    final TransactionTemplate transaction;
    private final HikariDataSource pool;
    private final AnnotationConfigApplicationContext context;
    private final String kafka;

    JournalWorld() {
        this(Broker.shared());
    }

    JournalWorld(Broker broker) {
        this(broker, "latest");
    }

    /** @param schema the version of Semai's tables */
    JournalWorld(Broker broker, String schema) {
        String name = "journal" + COUNT.incrementAndGet();
        kafka = broker.address();
        settings = new JournalSettings(
                new JournalSettings.Topics(
                        name + "-stages", name + "-innovations", name + "-units", name + "-relay", 12),
                name + "-relay",
                Duration.ofSeconds(1),
                Duration.ofMillis(100));
        pool = freshDatabase(name, schema);
        context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> pool);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(JournalSettings.class, () -> settings);
        context.registerBean(KafkaProperties.class);
        context.registerBean(KafkaConnectionDetails.class, () -> () -> List.of(kafka));
        context.register(
                Wiring.class,
                StageJournal.class,
                ModelJournal.class,
                Units.class,
                Innovations.class,
                EventLog.class,
                Unshipped.class,
                StageRelay.class,
                KafkaOutlet.class,
                KafkaConnection.class,
                KafkaTopics.class);
        context.refresh();
        journal = context.getBean(StageJournal.class);
        models = context.getBean(ModelJournal.class);
        units = context.getBean(Units.class);
        database = context.getBean(JdbcClient.class);
        transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    /** Its Kafka clients give up after seconds; to be said before anything ships. */
    JournalWorld impatient() {
        return with(Map.of("max.block.ms", "2000", "request.timeout.ms", "2000", "delivery.timeout.ms", "4000"));
    }

    /** What an operator has set for Kafka's clients; to be said before anything ships. */
    JournalWorld with(Map<String, String> kafkaSettings) {
        context.getBean(KafkaProperties.class).getProperties().putAll(kafkaSettings);
        return this;
    }

    /** The relay that writers wake; to be started by the test. */
    StageRelay relay() {
        return context.getBean(StageRelay.class);
    }

    /** A relay as another node would have it, to be stepped by hand. */
    StageRelay anotherRelay() {
        return new StageRelay(unshipped(), outlet(), settings);
    }

    Unshipped unshipped() {
        return new Unshipped(database);
    }

    KafkaOutlet outlet() {
        return new KafkaOutlet(connection(), new KafkaTopics(settings), settings);
    }

    KafkaConnection connection() {
        return context.getBean(KafkaConnection.class);
    }

    Topic stages() {
        return new Topic(kafka, settings.topics().stageTransitions());
    }

    Topic innovationsTopic() {
        return new Topic(kafka, settings.topics().innovations());
    }

    Topic unitsTopic() {
        return new Topic(kafka, settings.topics().units());
    }

    String kafka() {
        return kafka;
    }

    DataSource dataSource() {
        return pool;
    }

    void append(StageTransition transition) {
        transaction.executeWithoutResult(status -> journal.append(transition));
    }

    void append(JourneyMigration migration) {
        transaction.executeWithoutResult(status -> journal.append(migration));
    }

    int append(ModelRelease release) {
        return transaction.execute(status -> models.append(release));
    }

    /** A new innovation of DIKBUD whose journey has started. */
    Innovation started() {
        units.announce(DIKBUD);
        Innovation innovation = innovation();
        append(started(innovation));
        return innovation;
    }

    static Innovation innovation() {
        return new Innovation(
                UUID.randomUUID().toString(), "Sekolah Lapang Literasi", false, DIKBUD.code(), "w-1", 2026, "new");
    }

    static StageTransition started(Innovation innovation) {
        return transition(TransitionType.INNOVATION_STARTED, innovation, null, null, null);
    }

    static StageTransition finished(Innovation innovation, String outcome) {
        return transition(TransitionType.INNOVATION_FINISHED, innovation, null, outcome, null);
    }

    static StageTransition entered(Innovation innovation, String stage) {
        return transition(TransitionType.STAGE_ENTERED, innovation, stage, null, null);
    }

    static StageTransition completed(Innovation innovation, String stage, String outcome) {
        return transition(TransitionType.STAGE_COMPLETED, innovation, stage, outcome, null);
    }

    static StageTransition cancelled(Innovation innovation, String stage, String reason) {
        return transition(TransitionType.STAGE_CANCELLED, innovation, stage, null, reason);
    }

    static StageTransition overdue(Innovation innovation, String stage) {
        return transition(TransitionType.STAGE_OVERDUE, innovation, stage, null, null);
    }

    static StageTransition transition(
            TransitionType type, Innovation innovation, String stage, String outcome, String reason) {
        return new StageTransition(
                type,
                innovation,
                stage == null ? null : new Stage(stage, "Tahap " + stage),
                type == TransitionType.STAGE_ENTERED ? Instant.parse("2026-12-31T15:59:59Z") : null,
                outcome,
                reason,
                "innovation-journey",
                3,
                Map.of());
    }

    static JourneyMigration migrated(Innovation innovation, int fromVersion, int toVersion) {
        return new JourneyMigration(innovation.id(), "innovation-journey", fromVersion, toVersion);
    }

    static ModelRelease released(String process, int version) {
        return released(process, version, "<definitions id=\"%s\"/>".formatted(process));
    }

    static ModelRelease released(String process, int version, String diagram) {
        return new ModelRelease(
                process,
                "Proses " + process,
                version,
                version == 1 ? null : version - 1,
                "upload",
                "administrator",
                "0123456789abcdef".repeat(4),
                diagram);
    }

    List<String> journalled(Stream stream) {
        return database.sql("select payload from semai.event where stream = ? order by key, sequence")
                .param(stream.code())
                .query(String.class)
                .list();
    }

    /** What the journal holds as the latest state. */
    String state(Innovation innovation) {
        return database.sql("select state from semai.innovation where id = ?")
                .param(innovation.id())
                .query(String.class)
                .single();
    }

    /** What a start of today's Semai makes of an older schema. */
    void bringAlong() {
        bringTo("latest", pool);
    }

    long count(String table) {
        return database.sql("select count(*) from semai." + table)
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        context.close();
        pool.close();
    }

    private static synchronized HikariDataSource freshDatabase(String name, String schema) {
        try {
            if (postgres == null) {
                postgres = EmbeddedPostgres.builder()
                        .setPort(Ports.next())
                        .setServerConfig("max_connections", "200")
                        .start();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        JdbcClient.create(postgres.getPostgresDatabase())
                .sql("create database " + name)
                .update();
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(postgres.getJdbcUrl("postgres", name));
        pool.setMaximumPoolSize(24);
        bringTo(schema, pool);
        return pool;
    }

    private static void bringTo(String schema, DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .schemas("semai")
                .defaultSchema("semai")
                .target(schema)
                .load()
                .migrate();
    }

    /** Not annotated as a configuration, or the scan of the whole application would find it. */
    @EnableTransactionManagement
    static class Wiring {

        @Bean
        JdbcClient jdbcClient(DataSource database) {
            return JdbcClient.create(database);
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource database) {
            return new JdbcTransactionManager(database);
        }

        @Bean
        DefaultLifecycleProcessor lifecycleProcessor() {
            return new DefaultLifecycleProcessor() {
                @Override
                public void onRefresh() {}
            };
        }
    }
}

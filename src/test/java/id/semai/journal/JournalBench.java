package id.semai.journal;

import static java.util.concurrent.TimeUnit.MINUTES;

import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.journeys.Story;
import id.semai.stage.Innovation;
import id.semai.stage.Stage;
import id.semai.stage.StageTransition;
import id.semai.stage.TransitionType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What publishing costs, each time as a ratio to a reference measured in the same run: {@code mvn verify -Pbench}. It
 * measures and asserts nothing, for no machine is like another. The whole application runs in this process, with its
 * durable PostgreSQL and Kafka. {@code -Dbench.rounds} (8), {@code -Dbench.history} (1000000), {@code -Dbench.seconds}
 * (30) set its length, {@code -Dbench.parts} (journeys latency drain) what is measured.
 */
@EndToEnd
@Import(SwitchableJournal.class)
class JournalBench {

    private static final List<String> UNITS = List.of("dikbud", "dinkes", "dukcapil", "kec-alas", "pkm-unter-iwes");
    private static final int PEOPLE = 16;
    private static final int JOURNEYS_OF_A_ROUND = 32;

    /** It takes so long until rounds stop becoming faster by themselves. */
    private static final int WARM_UP_ROUNDS = Integer.getInteger("bench.warm-up", 8);

    private static final int TRANSITIONS_PER_SECOND = 50;
    private static final int BACKLOG = 100_000;

    private BrokerFlush broker;
    private final int rounds = Integer.getInteger("bench.rounds", 8);
    private final int history = Integer.getInteger("bench.history", 1_000_000);
    private final String parts = System.getProperty("bench.parts", "journeys latency drain");
    private final int seconds = Integer.getInteger("bench.seconds", 30);

    @Autowired
    Office office;

    @Autowired
    SwitchableJournal journal;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Autowired
    StageRelay relay;

    @Autowired
    KafkaConnection kafka;

    @Autowired
    JournalSettings settings;

    @Test
    void withAndWithoutAMillionRowsOfHistory() throws Exception {
        try (TaskBell bell = new TaskBell(database)) {
            office.ringing(bell);
            broker = new BrokerFlush(kafka, settings);
            // One real stage that was completed: history and backlog are copies of it.
            Story.proposed(office, UNITS.get(0)).committed();
            for (int round = 0; parts.contains("journeys") && round < WARM_UP_ROUNDS; round++) {
                print("warming up: %.2f journeys/s", journeys(JOURNEYS_OF_A_ROUND));
            }
            measure(0);
            if (history > 0) {
                new Backlogs(database).history(history);
                measure(history);
            }
        }
    }

    private void measure(int rows) throws Exception {
        if (parts.contains("journeys")) {
            benchJourneys(rows);
        }
        if (parts.contains("latency")) {
            benchLatency(rows);
        }
        if (parts.contains("drain")) {
            benchDrain(rows);
        }
    }

    private void benchJourneys(int rows) throws Exception {
        Map<Arm, List<Double>> rates = new EnumMap<>(Arm.class);
        for (int round = 0; round < rounds; round++) {
            // ABC and CBA in turns, so that a machine that gets slower or faster favours none.
            List<Arm> arms = new ArrayList<>(List.of(Arm.values()));
            if (round % 2 == 1) {
                Collections.reverse(arms);
            }
            for (Arm arm : arms) {
                turnTo(arm);
                double rate = journeys(JOURNEYS_OF_A_ROUND);
                rates.computeIfAbsent(arm, any -> new ArrayList<>()).add(rate);
                awaitEmptyQueue();
                print("%s: %.2f journeys/s", arm.words, rate);
            }
        }
        turnTo(Arm.FLUSHED);
        report(rows, rates, Arm.UNFLUSHED);
        report(rows, rates, Arm.FLUSHED);
    }

    private void turnTo(Arm arm) throws Exception {
        journal.turn(arm != Arm.WITHOUT);
        broker.flushEachRecord(arm == Arm.FLUSHED);
    }

    private void report(int rows, Map<Arm, List<Double>> rates, Arm arm) {
        List<Double> with = rates.get(arm);
        List<Double> without = rates.get(Arm.WITHOUT);
        Figures pairs = Figures.of(IntStream.range(0, rounds)
                .mapToDouble(i -> 100 * (1 - with.get(i) / without.get(i)))
                .toArray());
        double on = figures(with).median();
        double off = figures(without).median();
        print(
                "history=%,d journeys/s %s=%.2f without=%.2f cost=%.1f%% (round by round: median %.1f%%, quartiles %.1f%% … %.1f%%; %d rounds of %d)",
                rows,
                arm.words,
                on,
                off,
                100 * (1 - on / off),
                pairs.median(),
                pairs.percentile(25),
                pairs.percentile(75),
                rounds,
                JOURNEYS_OF_A_ROUND);
    }

    private enum Arm {
        WITHOUT("without the journal"),
        /** As Kafka is set up wherever more than one broker holds a record. */
        UNFLUSHED("with it, Kafka as it is by default"),
        /** As it is embedded, where no second broker holds what a power cut takes away. */
        FLUSHED("with it, Kafka flushing each record");

        private final String words;

        Arm(String words) {
            this.words = words;
        }
    }

    /** Whole journeys a second, from the proposal to the measured results. */
    private double journeys(int count) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        long started = System.nanoTime();
        List<Future<?>> work = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String unit = UNITS.get(i % UNITS.size());
            work.add(people.submit(() -> {
                Story story = Story.proposed(office, unit).committed().planned();
                story.developed(story.coordinator()).tried().adopted().measured();
            }));
        }
        for (Future<?> journey : work) {
            journey.get(10, MINUTES);
        }
        people.shutdown();
        return count / secondsSince(started);
    }

    private void benchLatency(int rows) throws Exception {
        String bare = "bench.bare.v1";
        createTopic(bare);
        Figures reference;
        Figures journalled;
        try (Producer<String, String> producer = transactionalProducer();
                Listener listener = new Listener(bare)) {
            reference = listener.latencies(id -> {
                String payload = payload(id);
                long handedOver = System.nanoTime();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>(bare, id, payload));
                producer.commitTransaction();
                return handedOver;
            });
        }
        String stages = settings.topics().stageTransitions();
        try (Listener listener = new Listener(stages)) {
            journalled = listener.latencies(id -> {
                transaction.executeWithoutResult(status -> journal.append(started(id)));
                return System.nanoTime();
            });
        }
        print(
                "history=%,d commit-to-consumer at %d/s p50=%.1f ms (%.2f x bare %.1f ms) p99=%.1f ms (%.2f x bare %.1f ms)",
                rows,
                TRANSITIONS_PER_SECOND,
                journalled.median(),
                journalled.median() / reference.median(),
                reference.median(),
                journalled.percentile(99),
                journalled.percentile(99) / reference.percentile(99),
                reference.percentile(99));
    }

    private void benchDrain(int rows) throws Exception {
        String name = "drain" + rows;
        Backlogs backlogs = new Backlogs(database);
        relay.stop();
        backlogs.backlog(name, BACKLOG);
        List<String[]> records = backlogs.records(name);
        double bare = bareProducer(records);
        long started = System.nanoTime();
        relay.start();
        awaitEmptyQueue();
        double drained = BACKLOG / secondsSince(started);
        print(
                "history=%,d drain of %,d: %,.0f events/s (%.2f x bare producer %,.0f/s)",
                rows, BACKLOG, drained, drained / bare, bare);
    }

    private double bareProducer(List<String[]> records) throws Exception {
        String topic = "bench.drain.v1";
        createTopic(topic);
        Map<String, Object> plain = new HashMap<>(kafka.producer("unused"));
        plain.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
        plain.remove(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG);
        try (Producer<String, String> producer =
                new KafkaProducer<>(plain, new StringSerializer(), new StringSerializer())) {
            producer.partitionsFor(topic);
            long started = System.nanoTime();
            records.forEach(record -> producer.send(new ProducerRecord<>(topic, record[0], record[1])));
            producer.flush();
            return records.size() / secondsSince(started);
        }
    }

    private void createTopic(String topic) throws Exception {
        try (Admin admin = Admin.create(kafka.admin())) {
            if (admin.listTopics().names().get().contains(topic)) {
                return;
            }
            admin.createTopics(List.of(new NewTopic(topic, settings.topics().partitions(), (short) 1)))
                    .all()
                    .get();
        }
    }

    private Producer<String, String> transactionalProducer() {
        Producer<String, String> producer =
                new KafkaProducer<>(kafka.producer("bench-bare"), new StringSerializer(), new StringSerializer());
        producer.initTransactions();
        return producer;
    }

    private void awaitEmptyQueue() throws InterruptedException {
        while (database.sql("select exists (select from semai.unshipped)")
                .query(Boolean.class)
                .single()) {
            Thread.sleep(2);
        }
    }

    private String payload(String id) {
        return Envelope.seal(
                        Stream.STAGE_TRANSITION,
                        "sumbawa",
                        id,
                        1,
                        "id.semai.stage.entered.v1",
                        Instant.now(),
                        null,
                        Map.of("filler", "x".repeat(900)))
                .payload();
    }

    private static StageTransition started(String id) {
        return new StageTransition(
                TransitionType.INNOVATION_STARTED,
                new Innovation(id, "Layanan yang diukur", false, "dikbud", null, 2026, "new"),
                (Stage) null,
                null,
                null,
                null,
                "innovation-journey",
                1,
                Map.of());
    }

    private static Figures figures(List<Double> values) {
        return Figures.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double secondsSince(long started) {
        return (System.nanoTime() - started) / 1e9;
    }

    private static void print(String line, Object... values) {
        System.out.println("bench: " + String.format(Locale.ROOT, line, values));
    }

    private interface Step {

        /** When it was handed over: committed in the database, or given to the bare producer. */
        long commit(String id);
    }

    /** A consumer that notes when it sees which record. */
    private class Listener implements AutoCloseable {

        private final Map<String, Long> seen = new ConcurrentHashMap<>();
        private final Thread thread;
        private volatile boolean closed;

        Listener(String topic) throws InterruptedException {
            KafkaConsumer<String, String> consumer =
                    new KafkaConsumer<>(kafka.consumer(), new StringDeserializer(), new StringDeserializer());
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            thread = new Thread(() -> listen(consumer), "listener");
            thread.start();
        }

        /** Milliseconds from handing over until the record is here. */
        Figures latencies(Step step) throws InterruptedException {
            int count = seconds * TRANSITIONS_PER_SECOND;
            Map<String, Long> committed = new HashMap<>();
            long next = System.nanoTime();
            for (int i = 0; i < count; i++) {
                String id = UUID.randomUUID().toString();
                LockSupport.parkNanos(next - System.nanoTime());
                committed.put(id, step.commit(id));
                next += 1_000_000_000L / TRANSITIONS_PER_SECOND;
            }
            while (!seen.keySet().containsAll(committed.keySet())) {
                Thread.sleep(5);
            }
            // The first second only warms up.
            return Figures.of(committed.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue())
                    .skip(TRANSITIONS_PER_SECOND)
                    .mapToDouble(entry -> (seen.get(entry.getKey()) - entry.getValue()) / 1e6)
                    .toArray());
        }

        @Override
        public void close() throws InterruptedException {
            closed = true;
            thread.join();
        }

        private void listen(KafkaConsumer<String, String> consumer) {
            try (consumer) {
                while (!closed) {
                    for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(100))) {
                        seen.put(record.key(), System.nanoTime());
                    }
                }
            }
        }
    }
}

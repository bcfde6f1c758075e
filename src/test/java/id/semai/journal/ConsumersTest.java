package id.semai.journal;

import static id.semai.journal.JournalWorld.cancelled;
import static id.semai.journal.JournalWorld.completed;
import static id.semai.journal.JournalWorld.entered;
import static id.semai.journal.JournalWorld.finished;
import static id.semai.journal.JournalWorld.migrated;
import static id.semai.journal.JournalWorld.overdue;
import static id.semai.journal.JournalWorld.released;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.semai.stage.Innovation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import net.jpountz.lz4.LZ4Factory;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/** The consumers of the contract pack, each run as it is published, all on one topic that has seen a lot. */
class ConsumersTest {

    private static final Path CONSUMERS = Contract.PACK.resolve("consumers").toAbsolutePath();

    /** Kafka's client with what it brings along (Semai compresses with LZ4), and Jackson; nothing of Semai. */
    private static final List<Path> JARS = Stream.of(
                    KafkaConsumer.class,
                    LZ4Factory.class,
                    Logger.class,
                    ObjectMapper.class,
                    JsonFactory.class,
                    JsonCreator.class)
            .map(type -> Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().getPath()))
            .toList();

    @TempDir
    static Path compiled;

    private static JournalWorld world;
    private static Innovation innovation;

    @BeforeAll
    static void publish() throws Exception {
        world = new JournalWorld();
        innovation = world.started();
        Stream.of(
                        entered(innovation, "lab"),
                        overdue(innovation, "lab"),
                        completed(innovation, "lab", "accepted"),
                        entered(innovation, "rollout"),
                        cancelled(innovation, "rollout", "stopped-by-order"))
                .forEach(world::append);
        world.append(migrated(innovation, 3, 4));
        world.append(finished(innovation, "stopped"));
        world.append(released("lab", 1));
        world.append(released("lab", 2));
        ship();
        disturb();
        compile(CONSUMERS.resolve("java/ReadSemai.java"), compiled);
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void theJavaConsumerTellsTheWholeStory() {
        assertTellsTheStory(java());
    }

    @Test
    void thePythonConsumerTellsTheWholeStory() {
        assertTellsTheStory(python());
    }

    @Test
    void theJavaScriptConsumerTellsTheWholeStory() throws Exception {
        assertTellsTheStory(javaScript());
    }

    @Test
    void javaReadsTheOtherTopicsToo() {
        assertReadsStates(java());
    }

    @Test
    void pythonReadsTheOtherTopicsToo() {
        assertReadsStates(python());
    }

    @Test
    void javaScriptReadsTheOtherTopicsToo() throws Exception {
        assertReadsStates(javaScript());
    }

    /** It knows nothing of migrations and models, and goes on all the same. */
    @Test
    void aReaderOfContract11GoesOn(@TempDir Path compiled) {
        compile(PublishedSchemasTest.PUBLISHED.resolve("1.1/consumers/ReadSemai.java"), compiled);

        Program reader = run(java(compiled), world.settings.topics().stageTransitions());

        assertThat(reader.errors()).doesNotContain("Exception");
        assertThat(reader.exit()).as(reader.toString()).isZero();
        assertThat(reader.lines())
                .filteredOn(line -> line.contains(innovation.id()))
                .containsExactlyElementsOf(story().stream()
                        .filter(line -> !line.contains(" migrated "))
                        .toList());
        assertThat(reader.lines()).noneMatch(line -> line.contains("model:"));
    }

    @Test
    void theJavaConsumerReadsWhateverWasEverPublished() {
        String topic = world.settings.topics().stageTransitions() + "-past";
        List<JsonNode> past =
                PublishedSchemasTest.examples().map(Contract::json).toList();
        try (KafkaProducer<String, String> producer = producer(Map.of())) {
            for (int i = 0; i < past.size(); i++) {
                ObjectNode event = past.get(i).deepCopy();
                event.put("subject", "past-" + i);
                producer.send(new ProducerRecord<>(topic, "past-" + i, event.toString()));
            }
        }

        List<String> lines = run(java(), topic).lines();
        for (int i = 0; i < past.size(); i++) {
            String start = "past-" + i + " #" + past.get(i).at("/data/sequence").asInt() + " ";
            assertThat(lines).as(past.get(i).toString()).anyMatch(line -> line.startsWith(start));
        }
    }

    /** What every one of them prints, in its own order of innovations. */
    private static List<String> story() {
        String title = " | Sekolah Lapang Literasi | Dinas Pendidikan dan Kebudayaan";
        return Stream.of(
                        "#1 started",
                        "#2 entered lab",
                        "#3 overdue lab",
                        "#4 completed lab accepted",
                        "#5 entered rollout",
                        "#6 cancelled rollout stopped-by-order",
                        "#7 migrated",
                        "#8 finished stopped")
                .map(line -> innovation.id() + " " + line + title)
                .toList();
    }

    private static void assertTellsTheStory(List<String> program) {
        Program reader = run(program, world.settings.topics().stageTransitions());

        assertThat(reader.errors()).doesNotContain("Exception", "Traceback", "Error");
        assertThat(reader.exit()).as(reader.toString()).isZero();
        assertThat(reader.lines())
                .filteredOn(line -> line.contains(innovation.id()))
                .containsExactlyElementsOf(story());
        assertThat(reader.lines())
                .filteredOn(line -> line.contains("disturbed"))
                .containsExactly(
                        "disturbed #1 started | Sekolah Lapang Literasi | Dinas Pendidikan dan Kebudayaan",
                        "GAP  disturbed expected 3 got 4",
                        "disturbed #4 entered lab | Sekolah Lapang Literasi | Dinas Pendidikan dan Kebudayaan");
        assertThat(reader.lines())
                .filteredOn(line -> line.contains("model:"))
                .containsExactly("model:lab #1 released | Proses lab | ", "model:lab #2 released | Proses lab | ");
        assertThat(reader.lines()).hasSize(story().size() + 3 + 2);
    }

    private static void assertReadsStates(List<String> program) {
        Program states = run(program, world.settings.topics().innovations());
        Program units = run(program, world.settings.topics().units());

        assertThat(states.lines())
                .as(states.toString())
                .containsExactly(innovation.id()
                        + " #8 is now finished stopped | Sekolah Lapang Literasi | Dinas Pendidikan dan Kebudayaan");
        assertThat(units.lines())
                .containsExactly("sumbawa.dikbud #1 unit | Dinas Pendidikan dan Kebudayaan"
                        + " | Dinas Pendidikan dan Kebudayaan");
    }

    private static Program run(List<String> program, String topic) {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(world.kafka(), topic, "--until-end"));
        return Program.run(Path.of("."), Map.of("PYTHONIOENCODING", "utf-8"), command);
    }

    private static List<String> java() {
        return java(compiled);
    }

    private static List<String> java(Path compiled) {
        String classPath = Stream.concat(Stream.of(compiled), JARS.stream())
                .map(Path::toString)
                .collect(Collectors.joining(System.getProperty("path.separator")));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(java, "-Dstdout.encoding=UTF-8", "-Dfile.encoding=UTF-8", "-cp", classPath, "ReadSemai");
    }

    private static List<String> python() {
        String python = Stream.of("python3", "/usr/bin/python3")
                .filter(name -> Program.works(name, "-c", "import confluent_kafka"))
                .findFirst()
                .orElse(null);
        assumeTrue(python != null, "Skipped: needs Python with confluent-kafka (apt install python3-confluent-kafka)");
        return List.of(python, CONSUMERS.resolve("python/consumer.py").toString());
    }

    private static List<String> javaScript() throws Exception {
        Path packages = NodeFolder.with("@confluentinc/kafka-javascript@1.10.1").resolve("node_modules");
        Path folder = Files.createTempDirectory("consumer");
        Files.createSymbolicLink(folder.resolve("node_modules"), packages);
        Path consumer = Files.copy(CONSUMERS.resolve("javascript/consumer.mjs"), folder.resolve("consumer.mjs"));
        return List.of("node", consumer.toString());
    }

    private static void compile(Path source, Path target) {
        String jars =
                JARS.stream().map(Path::toString).collect(Collectors.joining(System.getProperty("path.separator")));
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-Xlint:all",
                        "-Werror",
                        "-proc:none",
                        "-cp",
                        jars,
                        "-d",
                        target.toString(),
                        source.toString());
        assertThat(result).as("compilation of %s", source).isZero();
    }

    private static void ship() {
        StageRelay relay = world.anotherRelay();
        while (world.count("unshipped") > 0) {
            relay.shipOnce();
        }
    }

    /**
     * A replay; a type and a field of the future; somebody of the future who is neither innovation nor model; a gap; a
     * tombstone of somebody's; and what was never committed.
     */
    private static void disturb() {
        String topic = world.settings.topics().stageTransitions();
        try (KafkaProducer<String, String> producer = producer(Map.of())) {
            world.stages()
                    .read()
                    .forEach(record -> producer.send(new ProducerRecord<>(topic, record.key(), record.value())));
            producer.send(disturbed(1, "id.semai.innovation.started.v1"));
            producer.send(disturbed(2, "id.semai.innovation.paused.v1"));
            producer.send(disturbed(4, "id.semai.stage.entered.v1"));
            producer.send(disturbed(4, "id.semai.stage.entered.v1"));
            producer.send(new ProducerRecord<>(topic, "disturbed", null));
            producer.send(
                    new ProducerRecord<>(
                            topic,
                            "signal:7",
                            """
                    {"specversion": "1.0", "id": "7", "source": "/semai", "type": "id.semai.signal.given.v1",
                     "subject": "signal:7", "sequence": "0000000001"}"""));
        }
        try (KafkaProducer<String, String> producer = producer(Map.of("transactional.id", topic + "-aborted"))) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(disturbed(5, "id.semai.innovation.finished.v1"));
            producer.flush();
            producer.abortTransaction();
        }
    }

    private static ProducerRecord<String, String> disturbed(int sequence, String type) {
        ObjectNode event = Contract.json(world.journalled(id.semai.journal.Stream.STAGE_TRANSITION)
                        .get(0))
                .deepCopy();
        event.put("subject", "disturbed").put("type", type).put("sequence", "%010d".formatted(sequence));
        event.put("fieldOfTheFuture", "anything");
        ObjectNode data = (ObjectNode) event.get("data");
        data.put("sequence", sequence).putObject("ofTheFuture").put("deep", true);
        if (type.contains(".stage.")) {
            data.put("stage", "lab");
        }
        return new ProducerRecord<>(world.settings.topics().stageTransitions(), "disturbed", event.toString());
    }

    private static KafkaProducer<String, String> producer(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("bootstrap.servers", world.kafka());
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }
}

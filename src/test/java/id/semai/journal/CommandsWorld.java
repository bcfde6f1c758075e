package id.semai.journal;

import id.semai.terminal.CommandLine;
import id.semai.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs the commands in a journal's world and keeps what they say. */
final class CommandsWorld {

    private final JournalWorld world;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Terminal terminal =
            new Terminal(new PrintStream(said, true, StandardCharsets.UTF_8), new PrintStream(said, true), false);

    CommandsWorld(JournalWorld world) {
        this.world = world;
    }

    int replay(String... words) {
        return new Replay(world.dataSource(), world.connection(), world.settings)
                .run(
                        ReplayOrder.of(
                                CommandLine.parse(Arrays.asList(words), ReplayOrder.VALUES, ReplayOrder.FLAGS),
                                world.settings.topics()),
                        terminal);
    }

    int reconcile() {
        return reconcile(null);
    }

    int reconcile(String copy) {
        said.reset();
        return new Reconciliation(world.dataSource(), world.connection(), world.settings).run(copy, terminal);
    }

    String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    /** Plain records, as a stranger might send them. */
    void send(String topic, Integer partition, String key, String value) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", world.kafka()), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, partition, key, value)).get();
        }
    }

    void shipAll() {
        StageRelay relay = world.anotherRelay();
        Awaitility.await().until(() -> {
            relay.shipOnce();
            return world.count("unshipped") == 0;
        });
        relay.start();
        relay.stop(); // gives the lease up
    }

    List<String> payloads(String order) {
        return JdbcClient.create(world.dataSource())
                .sql("select payload from semai.event where stream = 'stage-transition' order by " + order)
                .query(String.class)
                .list();
    }
}

package id.semai.journal;

import id.semai.journal.Findings.Kind;
import id.semai.terminal.CommandFailure;
import id.semai.terminal.Progress;
import id.semai.terminal.Terminal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Compares what readers see of the topics with the journal, while both go on growing. A topic is read to its end; then
 * the journal is asked what was shipped and not seen; then the topic is read on to where it ends after that answer. What
 * is still not there is not late but lost.
 */
class Reconciliation {

    static final Set<String> VALUES = Set.of("topic");
    static final Set<String> FLAGS = Set.of("help");

    private final JdbcClient database;
    private final KafkaConnection connection;
    private final JournalSettings.Topics live;

    Reconciliation(DataSource database, KafkaConnection connection, JournalSettings settings) {
        this.database = JdbcClient.create(database);
        this.connection = connection;
        this.live = settings.topics();
    }

    /**
     * Returns the exit code.
     *
     * @param copy a replay to be checked; null for the topics of the application
     */
    int run(String copy, Terminal terminal) {
        List<Findings> all = copy == null ? liveTopics(terminal) : List.of(copy(copy, terminal));
        terminal.say(report(all));
        return all.stream().allMatch(Findings::isClean) ? JournalCommands.DONE : JournalCommands.FOUND_DAMAGE;
    }

    private List<Findings> liveTopics(Terminal terminal) {
        requirePresent(Set.of(live.stageTransitions(), live.innovations(), live.units()));
        return List.of(
                stages(live.stageTransitions(), false, terminal),
                lastValues(live.innovations(), LastValueCheck.Truth.INNOVATIONS, terminal),
                lastValues(live.units(), LastValueCheck.Truth.UNITS, terminal));
    }

    private Findings copy(String topic, Terminal terminal) {
        requirePresent(Set.of(topic));
        return stages(topic, !topic.equals(live.stageTransitions()), terminal);
    }

    private Findings stages(String topic, boolean copy, Terminal terminal) {
        Findings findings = new Findings(topic);
        StageCheck check = new StageCheck(database, findings, copy);
        try (TopicReader reader = new TopicReader(connection, topic)) {
            read(reader, topic, check::read, terminal);
            Progress journal =
                    terminal.progress("jurnal", count("semai.event where stream in " + Stream.OF_STAGE_TRANSITIONS));
            check.noteUnseen(journal);
            journal.end();
            reader.readTo(reader.ends(), check::read);
        }
        check.tellMissing();
        return findings;
    }

    private Findings lastValues(String topic, LastValueCheck.Truth truth, Terminal terminal) {
        Findings findings = new Findings(topic);
        LastValueCheck check = new LastValueCheck(database, findings, truth);
        try (TopicReader reader = new TopicReader(connection, topic)) {
            read(reader, topic, check::read, terminal);
            Progress journal = terminal.progress("jurnal", count(truth.table));
            check.noteDifferences(journal);
            journal.end();
            reader.readTo(reader.ends(), check::read);
        }
        check.tell();
        return findings;
    }

    private static void read(
            TopicReader reader, String topic, Consumer<ConsumerRecords<String, byte[]>> check, Terminal terminal) {
        Map<TopicPartition, Long> ends = reader.ends();
        long distance = reader.distance(ends);
        Progress progress = terminal.progress(topic, distance);
        reader.readTo(ends, records -> {
            check.accept(records);
            progress.reach(distance - reader.distance(ends));
        });
        progress.end();
    }

    private long count(String rows) {
        return database.sql("select count(*) from " + rows).query(Long.class).single();
    }

    private void requirePresent(Set<String> topics) {
        try (Admin admin = Admin.create(connection.admin())) {
            Set<String> present = admin.listTopics().names().get();
            topics.stream()
                    .sorted()
                    .filter(topic -> !present.contains(topic))
                    .findFirst()
                    .ifPresent(topic -> {
                        throw new CommandFailure(
                                "Topik " + topic + " tidak ada di Kafka " + connection.brokers() + ".");
                    });
        } catch (ExecutionException failure) {
            throw new KafkaException(failure.getCause());
        } catch (InterruptedException interruption) {
            throw new InterruptException(interruption);
        }
    }

    private static String report(List<Findings> all) {
        int width = all.stream().mapToInt(it -> it.topic().length()).max().orElse(0);
        List<String> lines = new ArrayList<>();
        lines.add(line(
                width, "topik", Arrays.stream(Kind.values()).map(Kind::word).toList(), "catatan", "menunggu"));
        lines.add("-".repeat(lines.get(0).length()));
        for (Findings findings : all) {
            List<String> counts = Arrays.stream(Kind.values())
                    .map(kind -> Progress.number(findings.count(kind)))
                    .toList();
            lines.add(line(
                    width,
                    findings.topic(),
                    counts,
                    Progress.number(findings.records()),
                    Progress.number(findings.waiting())));
        }
        all.forEach(findings -> lines.addAll(examples(findings)));
        lines.add("");
        lines.add(all.stream().allMatch(Findings::isClean) ? "Semuanya cocok." : "Ada yang tidak cocok.");
        return String.join("\n", lines);
    }

    private static String line(int width, String topic, List<String> counts, String records, String waiting) {
        StringBuilder line = new StringBuilder(("%-" + width + "s  %12s").formatted(topic, records));
        counts.forEach(count -> line.append("%10s".formatted(count)));
        return line.append("%10s".formatted(waiting)).toString();
    }

    private static List<String> examples(Findings findings) {
        List<String> lines = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (findings.count(kind) > 0) {
                lines.add("");
                lines.add("%s, %s:".formatted(findings.topic(), kind.word()));
                findings.examples(kind).forEach(example -> lines.add("  " + example));
                if (findings.count(kind) > findings.examples(kind).size()) {
                    lines.add("  dan %s lainnya"
                            .formatted(Progress.number(findings.count(kind)
                                    - findings.examples(kind).size())));
                }
            }
        }
        return lines;
    }
}

package id.semai.models;

import id.semai.audit.AuditTrail;
import id.semai.check.ModelCheck;
import id.semai.journal.ModelJournal;
import id.semai.migration.Migrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A node's folder of its own beside that of the application under test, with everything that watches over it. */
final class LiveFolder implements AutoCloseable {

    private static final Path SHIPPED = Path.of("processes");

    final Path path;
    final ModelFolder folder;
    final ModelState state = new ModelState();
    final Publisher publisher;
    final Releases releases;
    final ReleaseTable table;
    final NodeFolders nodes;
    final Edits edits;
    final ModelOverview overview;
    private final Watcher watcher;
    private final JdbcClient database;

    LiveFolder(Path path, BeanFactory beans) {
        this(path, beans, beans.getBean(Migrations.class), true);
    }

    /** @param migrations hear of each release */
    LiveFolder(Path path, BeanFactory beans, Migrations migrations) {
        this(path, beans, migrations, true);
    }

    /** A node that looks neither at the names of files nor at what was released before. */
    static LiveFolder careless(Path path, BeanFactory beans) {
        return new LiveFolder(path, beans, beans.getBean(Migrations.class), false);
    }

    private LiveFolder(Path path, BeanFactory beans, Migrations migrations, boolean careful) {
        this.path = path;
        this.database = beans.getBean(JdbcClient.class);
        ModelSettings settings = new ModelSettings(path, Duration.ofSeconds(1), Duration.ofMillis(300));
        Clock clock = Clock.systemUTC();
        TransactionTemplate transaction = beans.getBean(TransactionTemplate.class);
        folder = new ModelFolder(settings);
        table = new ReleaseTable(database);
        releases =
                new Releases(
                        beans.getBean(RepositoryService.class),
                        table,
                        beans.getBean(ModelJournal.class),
                        beans.getBean(AuditTrail.class),
                        migrations,
                        transaction) {
                    @Override
                    Standing standing(Bundle bundle) {
                        return careful ? super.standing(bundle) : new Standing(Standing.Is.NEW, null);
                    }
                };
        publisher = new Publisher(beans.getBean(ModelCheck.class), releases);
        nodes = new NodeFolders(folder, database, transaction, clock);
        Running running = new Running(database);
        Removed removed = new Removed(table, running);
        watcher = new Watcher(folder, publisher, nodes, removed, state, settings, clock);
        FolderWriter writer = new FolderWriter(folder, clock) {
            @Override
            void permit(String name) {
                if (careful) {
                    super.permit(name);
                }
            }
        };
        edits = new Edits(folder, writer, publisher, releases, table, nodes, state);
        overview = new ModelOverview(state, table, running, removed, nodes);
    }

    /** A shipped process under an id of its own, with the forms that it shows. */
    static Map<String, byte[]> commitment(String id, UnaryOperator<String> edit) {
        Map<String, byte[]> files = new TreeMap<>();
        for (String form : List.of("commitment-sign", "commitment-followup", "commitment-verify")) {
            files.put(form + ".form", bytes(shipped(form + ".form")));
        }
        files.put(id + ".bpmn", bytes(edit.apply(process(id))));
        return files;
    }

    static String process(String id) {
        return shipped("commitment.bpmn").replace("\"commitment\"", "\"" + id + "\"");
    }

    static String decision(String id) {
        return shipped("innovation-kind.dmn").replace("\"innovation-kind\"", "\"" + id + "\"");
    }

    static String shipped(String file) {
        try {
            return Files.readString(SHIPPED.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As if the check had nothing to say of them. */
    static Review unchecked(Map<String, byte[]> files) {
        Snapshot snapshot = new Snapshot(new TreeMap<>(files));
        return Review.of(snapshot, Bundles.of(snapshot), List.of());
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    LiveFolder holding(Map<String, byte[]> files) {
        files.forEach(this::save);
        return this;
    }

    void save(String name, byte[] content) {
        try {
            Files.createDirectories(path.resolve(name).getParent());
            Files.write(path.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void save(String name, String content) {
        save(name, bytes(content));
    }

    String read(String name) {
        try {
            return Files.readString(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void edit(String name, String before, String after) {
        String content = read(name);
        if (!content.contains(before)) {
            throw new AssertionError(name + " does not hold " + before);
        }
        save(name, content.replace(before, after));
    }

    void delete(String name) {
        try {
            Files.delete(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One step of the watcher. */
    LiveFolder look() {
        try {
            watcher.lookAgain();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** From now on the watcher looks by itself, until this is closed. */
    LiveFolder watched() {
        watcher.start();
        return this;
    }

    /** Versions and origins, the oldest first: {@code 1 folder, 2 rollback}. */
    List<String> released(String process) {
        return table.of(ModelId.process(process)).stream()
                .sorted((one, other) -> Long.compare(one.number(), other.number()))
                .map(release -> release.version() + " " + release.origin().code())
                .toList();
    }

    List<Integer> sequences(String process) {
        return database.sql("select sequence from semai.event where key = :key order by sequence")
                .param("key", "model:" + process)
                .query(Integer.class)
                .list();
    }

    ModelOverview.Model shown(String id) {
        return overview.now().models().stream()
                .filter(model -> model.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not shown"));
    }

    @Override
    public void close() {
        if (watcher.isRunning()) {
            watcher.stop();
        }
        database.sql("delete from semai.model_folder where node = :node")
                .param("node", nodes.name())
                .update();
    }
}

package id.semai.simulation;

import id.semai.terminal.CommandFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/** A simulation has a folder, a PostgreSQL and a Kafka of its own, and is never beside anybody's data. */
final class OwnServers {

    /**
     * Timers fire when their simulated time has come, models do not change, letters go to nobody, pages are at an address
     * that nobody is told. A power cut may cost the last moments, which can be simulated again.
     */
    private static final List<String> OURS = List.of(
            "--camunda.bpm.job-execution.enabled=false",
            "--semai.models.poll=24h",
            "--server.address=127.0.0.1",
            "--server.port=0",
            "--semai.messages.mail.from=",
            "--semai.messages.webhook.url=",
            "--semai.dashboard.enabled=false",
            "--semai.embedded.postgres-memory=1GB",
            "--camunda.bpm.generic-properties.properties.taskMetricsEnabled=false",
            "--spring.datasource.hikari.connection-init-sql=set synchronous_commit to off");

    private OwnServers() {}

    static void requireEmpty(Path folder) {
        try (Stream<Path> content = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
            if (content.findAny().isPresent()) {
                throw new CommandFailure("Folder «" + folder
                        + "» sudah berisi: simulasi hanya menulis ke folder kosong; pilih yang lain lewat --into.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whatever servers somebody has named may hold data. */
    static void requireNoOthers(Environment environment) {
        if (!environment.getProperty("semai.embedded.enabled", Boolean.class, true)) {
            refuse("semai.embedded.enabled=false");
        }
        for (String setting : List.of("spring.datasource.url", "spring.kafka.bootstrap-servers")) {
            if (environment.containsProperty(setting)) {
                refuse(setting);
            }
        }
    }

    private static void refuse(String setting) {
        throw new CommandFailure(
                "Simulasi hanya berjalan dengan PostgreSQL dan Kafka miliknya sendiri, tidak pernah di samping"
                        + " data lain: kosongkan " + setting + ".");
    }

    static Path people(Path folder) {
        return folder.resolve("people.yaml");
    }

    static Path models(Path folder) {
        return folder.resolve("processes");
    }

    /** What nobody may set otherwise comes last. */
    static String[] settings(List<String> given, Path folder) {
        List<String> all = new ArrayList<>();
        all.add("--semai.embedded.postgres-port=0");
        all.add("--semai.embedded.kafka-port=0");
        given.stream().filter(setting -> !isOurs(setting)).forEach(all::add);
        all.addAll(OURS);
        all.add("--semai.embedded.data-directory=" + folder);
        all.add("--semai.models.folder=" + models(folder));
        all.add("--semai.people.file=" + people(folder));
        return all.toArray(String[]::new);
    }

    private static boolean isOurs(String setting) {
        String name = setting.replaceFirst("=.*", "=");
        return Stream.concat(
                        OURS.stream(),
                        Stream.of("--semai.embedded.data-directory=", "--semai.models.folder=", "--semai.people.file="))
                .anyMatch(ours -> ours.startsWith(name));
    }
}

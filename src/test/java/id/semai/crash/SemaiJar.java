package id.semai.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The jar that is given to people, run by {@code java -jar} in a folder of its own, as often as it is started. */
class SemaiJar implements AutoCloseable {

    private static final Duration START_WITHIN = Duration.ofMinutes(3);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(60);

    private final Path jar = Path.of("target", "semai.jar").toAbsolutePath();
    private final Path folder;
    private final Path output;
    private final int webPort;
    private final int postgresPort;
    private final int kafkaPort;
    private final Map<String, String> settings;

    private Process process;

    SemaiJar(Path folder) {
        List<Integer> ports = freePorts();
        this.folder = folder;
        this.output = folder.resolve("output.txt");
        this.webPort = ports.get(0);
        this.postgresPort = ports.get(1);
        this.kafkaPort = ports.get(2);
        this.settings = Map.of(
                "SEMAI_EMBEDDED_POSTGRES_PORT", Integer.toString(postgresPort),
                "SEMAI_EMBEDDED_KAFKA_PORT", Integer.toString(kafkaPort));
    }

    private SemaiJar(Path folder, SemaiJar first, Map<String, String> settings) {
        this.folder = folder;
        this.output = folder.resolve("output.txt");
        this.webPort = freePorts().get(0);
        this.postgresPort = first.postgresPort;
        this.kafkaPort = first.kafkaPort;
        this.settings = settings;
    }

    /** The dashboard alone, on the Kafka of this one. */
    SemaiJar dashboard(Path itsFolder) {
        return new SemaiJar(
                itsFolder,
                this,
                Map.of(
                        "SPRING_PROFILES_ACTIVE",
                        "dashboard",
                        "SPRING_KAFKA_BOOTSTRAP_SERVERS",
                        kafka(),
                        "SPRING_DATASOURCE_URL",
                        "jdbc:postgresql://127.0.0.1:1/nowhere"));
    }

    /** Another node, on the servers of this one. */
    SemaiJar another(Path itsFolder) {
        return another(itsFolder, itsFolder.resolve("processes"));
    }

    /** The same, with models that may be another node's, too. */
    SemaiJar another(Path itsFolder, Path models) {
        return new SemaiJar(
                itsFolder,
                this,
                Map.of(
                        "SEMAI_EMBEDDED_ENABLED",
                        "false",
                        "SPRING_DATASOURCE_URL",
                        jdbcUrl(),
                        "SPRING_DATASOURCE_USERNAME",
                        "postgres",
                        "SPRING_KAFKA_BOOTSTRAP_SERVERS",
                        kafka(),
                        "SEMAI_MODELS_FOLDER",
                        models.toString()));
    }

    /** Returns when it takes requests. */
    void start() {
        launch();
        Awaitility.await("start")
                .atMost(START_WITHIN)
                .pollInterval(Duration.ofMillis(200))
                .until(this::isReady);
    }

    /** Returns the exit code of a start that breaks. */
    int startThatBreaks() throws InterruptedException {
        launch();
        if (!process.waitFor(START_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("did not end: " + output());
        }
        return process.exitValue();
    }

    /** Runs one of the jar's commands to its end, with the same settings. */
    Said command(String... words) throws IOException, InterruptedException {
        ProcessBuilder command = java();
        command.command().addAll(List.of(words));
        Process running = command.redirectErrorStream(true).start();
        String text = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(running.waitFor(), text);
    }

    record Said(int code, String text) {}

    /** {@code kill -9} */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** {@code SIGTERM}: says whether it ended in time. */
    boolean stop() throws InterruptedException {
        process.destroy();
        return process.waitFor(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS);
    }

    /** Leaves neither application nor PostgreSQL behind, whatever a test broke. */
    @Override
    public void close() throws Exception {
        if (process != null && process.isAlive() && !stop()) {
            kill();
        }
        postgres().ifPresent(ProcessHandle::destroyForcibly);
    }

    int webPort() {
        return webPort;
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + postgresPort + "/semai";
    }

    String kafka() {
        return "localhost:" + kafkaPort;
    }

    Path models() {
        return folder.resolve("processes");
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The living process that its pid file names. */
    Optional<ProcessHandle> postgres() {
        Path pidFile = folder.resolve("data/postgres/postmaster.pid");
        try {
            return Files.exists(pidFile)
                    ? ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(pidFile).get(0)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the flags that the README names for a quick start. */
    private ProcessBuilder java() {
        ProcessBuilder command = new ProcessBuilder(new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar.toString())));
        command.environment().put("SERVER_PORT", Integer.toString(webPort));
        command.environment().putAll(settings);
        return command.directory(folder.toFile());
    }

    private void launch() {
        try {
            process = java().redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new AssertionError(output());
        }
        try {
            URI readiness = URI.create("http://localhost:" + webPort + "/actuator/health/readiness");
            return ((HttpURLConnection) readiness.toURL().openConnection()).getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static List<Integer> freePorts() {
        try (ServerSocket web = new ServerSocket(0);
                ServerSocket postgres = new ServerSocket(0);
                ServerSocket kafka = new ServerSocket(0)) {
            return List.of(web.getLocalPort(), postgres.getLocalPort(), kafka.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package id.semai.chaos;

import id.semai.journal.FaultPoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The harness's hold on one application node: what it has said last, orders, and signals. */
final class NodeProcess {

    private static final Duration START_WITHIN = Duration.ofSeconds(60);

    final String name;
    private final Path folder;
    private final SharedClasses classes;
    private Process process;
    private PrintStream orders;
    private Said said = new Said();
    private boolean frozen;
    private long launchedAt;

    NodeProcess(String name, Path folder, SharedClasses classes) {
        this.name = name;
        this.folder = folder;
        this.classes = classes;
    }

    /** What one process has said. */
    private static class Said {
        private volatile boolean ready;
        private volatile long readyAfter;
        private volatile String state = "";
        private volatile FaultPoint at;
        private volatile int acts;
        private volatile int failures;
    }

    void launch(Map<String, String> properties) {
        List<String> flags = new ArrayList<>(List.of("-Xmx384m"));
        flags.addAll(classes.flags());
        properties.forEach((key, value) -> flags.add("-D" + key + "=" + value));
        flags.add("-Dchaos.latencies=" + folder.resolve("latencies-" + name + ".txt"));
        launchedAt = System.nanoTime();
        process =
                ChildProcess.java(NodeMain.class, classes.classPath(), folder.resolve("node-" + name + ".log"), flags);
        orders = new PrintStream(process.getOutputStream(), true);
        frozen = false;
        Said fresh = new Said();
        said = fresh;
        BufferedReader output = process.inputReader();
        Thread listener = new Thread(() -> listen(output, fresh), "node-" + name);
        listener.setDaemon(true);
        listener.start();
    }

    long pid() {
        return process.pid();
    }

    /** Whether it became ready; false if it ended instead, as it does when the database is away. */
    boolean isReadyInTime() {
        Patience.await("start of node " + name, START_WITHIN, () -> said.ready || !process.isAlive());
        return said.ready;
    }

    Duration startTime() {
        return Duration.ofNanos(said.readyAfter);
    }

    boolean isAlive() {
        return process.isAlive() && !frozen;
    }

    boolean isShipping() {
        return isAlive() && said.state.equals("SHIPPING");
    }

    /** Null unless it waits at a point. */
    FaultPoint at() {
        return said.at;
    }

    void arm(FaultPoint point) {
        said.at = null;
        orders.println("arm " + point);
    }

    void disarm() {
        orders.println("arm NONE");
    }

    void go() {
        said.at = null;
        orders.println("go");
    }

    /** Goes on as if it had never heard how what it just did has ended. */
    void lose() {
        said.at = null;
        orders.println("lose");
    }

    void load(boolean on) {
        orders.println("load " + (on ? "on" : "off"));
    }

    /** Ends what people and jobs do, not the relay. */
    void rest() {
        orders.println("rest");
    }

    /** {@code SIGTERM}; {@link Process#destroy} would close the node's input, too, and so end it at once. */
    void interrupt() {
        process.toHandle().destroy();
    }

    /** Whether it could be done. */
    boolean act(Load.Act act) {
        int before = said.acts + said.failures;
        int done = said.acts;
        orders.println("act " + act);
        return Patience.within(Duration.ofSeconds(15), () -> said.acts + said.failures > before) && said.acts > done;
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** For the end of the harness, whatever state it is in. */
    void abandon() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    void terminate() {
        interrupt();
        if (!Patience.within(Duration.ofSeconds(20), () -> !process.isAlive())) {
            kill();
        }
    }

    void freeze() {
        frozen = true;
        ChildProcess.signal(process.pid(), "STOP");
    }

    void thaw() {
        ChildProcess.signal(process.pid(), "CONT");
        frozen = false;
    }

    private void listen(BufferedReader output, Said fresh) {
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                hear(line, fresh);
            }
        } catch (IOException dead) {
            // A killed process says no more.
        }
    }

    private void hear(String line, Said fresh) {
        String[] words = line.split(" ");
        switch (words[0]) {
            case "READY" -> {
                fresh.readyAfter = System.nanoTime() - launchedAt;
                fresh.ready = true;
            }
            case "STATE" -> fresh.state = words[1];
            case "AT" -> fresh.at = FaultPoint.valueOf(words[1]);
            case "DONE" -> {
                if (words[1].equals("true")) {
                    fresh.acts++;
                } else {
                    fresh.failures++;
                }
            }
            default -> throw new IllegalStateException(line);
        }
    }
}

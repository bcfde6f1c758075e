package id.semai.simulation;

import id.semai.journal.JournalCommands;
import id.semai.terminal.CommandFailure;
import id.semai.terminal.Progress;
import id.semai.terminal.Terminal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.autoconfigure.kafka.KafkaConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One simulation from the start of its servers to the comparison of topics and journal. */
final class Performance {

    static final int DONE = 0;
    static final int INCOMPLETE = 1;

    /** Each waits for PostgreSQL half of its time. */
    private static final int THREADS_A_PROCESSOR = 3;

    private static final Map<String, Object> QUIETLY = Map.of(
            "logging.level.root", "ERROR",
            "logging.level.org.apache.kafka", "ERROR",
            "logging.level.com.zaxxer.hikari", "OFF",
            "logging.level.org.springframework.boot.SpringApplication", "OFF",
            "logging.level.org.springframework.boot.diagnostics", "OFF",
            "logging.level.org.springframework.boot.web.embedded.tomcat", "OFF");

    private final SimulationOrder order;
    private final Terminal terminal;
    private final List<Region> regions;
    private final SimulatedClock clock;
    private final Interruption interruption = new Interruption();

    Performance(SimulationOrder order, Terminal terminal) {
        this.order = order;
        this.terminal = terminal;
        this.regions = Regions.of(order);
        this.clock = new SimulatedClock(order.begin());
    }

    /** Returns the exit code. */
    int run(Class<?> application, List<String> settings, Class<?> servers) {
        terminal.say("Menyiapkan PostgreSQL, Kafka dan Semai di " + order.folder() + " …");
        try (ConfigurableApplicationContext context = start(application, settings)) {
            return simulate(context, servers);
        } finally {
            clock.release();
        }
    }

    private ConfigurableApplicationContext start(Class<?> application, List<String> settings) {
        SpringApplication semai = new SpringApplication(application);
        semai.setBannerMode(Banner.Mode.OFF);
        semai.setLogStartupInfo(false);
        semai.setDefaultProperties(QUIETLY);
        semai.addInitializers(new Opening(order, regions, clock, interruption));
        return semai.run(OwnServers.settings(settings, order.folder()));
    }

    private int simulate(ApplicationContext context, Class<?> servers) {
        Workplace workplace = new Workplace(context.getBean(ProcessEngine.class), context.getBean(JdbcClient.class));
        Staff staff = new Staff(regions);
        hire(staff, workplace);
        try (Crew crew = new Crew(Runtime.getRuntime().availableProcessors() * THREADS_A_PROCESSOR)) {
            Simulation simulation = new Simulation(order, regions, clock, workplace, staff, crew);
            interruption.concerns(simulation);
            return toTheEnd(simulation, workplace, context, servers);
        } finally {
            interruption.ended();
        }
    }

    /** The file of a whole country names the accounts of one government only; nobody logs in to the others. */
    private void hire(Staff staff, Workplace workplace) {
        if (!order.country()) {
            return;
        }
        Progress progress = terminal.progress("pegawai pemerintah daerah", regions.size() - 1L);
        for (Region region : regions.subList(1, regions.size())) {
            workplace.hire(staff.members(region));
            progress.add(1);
        }
        progress.end();
    }

    private int toTheEnd(Simulation simulation, Workplace workplace, ApplicationContext context, Class<?> servers) {
        Progress progress = terminal.progress(
                "hari", Duration.between(order.begin(), order.end()).toDays());
        Instant came = simulation.run(progress);
        progress.end();
        Summary summary = new Summary(order, simulation.tally(), workplace.events(), came, progress.elapsed());
        terminal.say(summary.figures());
        if (!simulation.isComplete()) {
            terminal.say("Dihentikan: foldernya utuh." + summary.howToLook());
            return INCOMPLETE;
        }
        awaitKafka(workplace);
        int compared = JournalCommands.run(reconcile(context), servers);
        terminal.say(summary.howToLook());
        return compared == DONE && simulation.tally().failures() == 0 ? DONE : INCOMPLETE;
    }

    private void awaitKafka(Workplace workplace) {
        long waiting = workplace.waitingEvents();
        Progress progress = terminal.progress("peristiwa ke Kafka", waiting);
        for (long left = waiting; left > 0; left = workplace.waitingEvents()) {
            progress.reach(waiting - left);
            pause();
        }
        progress.reach(waiting);
        progress.end();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Dihentikan sebelum semua peristiwa sampai di Kafka.");
        }
    }

    private static String[] reconcile(ApplicationContext context) {
        JdbcConnectionDetails postgres = context.getBean(JdbcConnectionDetails.class);
        KafkaConnectionDetails kafka = context.getBean(KafkaConnectionDetails.class);
        return new String[] {
            "reconcile",
            "--semai.embedded.enabled=false",
            "--spring.datasource.url=" + postgres.getJdbcUrl(),
            "--spring.datasource.username=" + postgres.getUsername(),
            "--spring.kafka.bootstrap-servers=" + String.join(",", kafka.getBootstrapServers())
        };
    }
}

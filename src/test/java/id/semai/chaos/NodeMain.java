package id.semai.chaos;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.zaxxer.hikari.HikariDataSource;
import id.semai.journal.ChaosJournal;
import id.semai.journal.SeededBug;
import id.semai.journal.Units;
import id.semai.stage.Government;
import id.semai.stage.Unit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.flywaydb.core.Flyway;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/**
 * One application node in a process of its own: Semai's engine edge and journal on a real Camunda engine, without web
 * and people, so that it starts in seconds. It obeys lines on its input and tells on its output; see {@link NodeProcess}.
 */
final class NodeMain {

    static final Government SUMBAWA =
            new Government("sumbawa", "52.04", "Kabupaten Sumbawa", ZoneId.of("Asia/Makassar"));
    static final Unit DIKBUD =
            new Unit("sumbawa.dikbud", "Dinas Pendidikan dan Kebudayaan", Unit.Kind.AGENCY, null, SUMBAWA, true);

    private final PrintStream output;
    private final Points points;

    private NodeMain(PrintStream output) {
        this.output = output;
        this.points = new Points(this::say);
    }

    public static void main(String[] args) throws Exception {
        PrintStream output = System.out;
        System.setOut(System.err);
        quiet();
        new NodeMain(output).run();
    }

    private void run() throws Exception {
        AnnotationConfigApplicationContext context = start();
        Load load = new Load(context, Integer.getInteger("chaos.rate"), Path.of(System.getProperty("chaos.latencies")));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            load.stop();
            context.close();
        }));
        Thread watch = new Thread(() -> tellState(context), "state");
        watch.setDaemon(true);
        watch.start();
        say("READY");
        obey(context, load);
        Runtime.getRuntime().halt(0);
    }

    private void obey(AnnotationConfigApplicationContext context, Load load) throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "arm" -> points.arm(words[1]);
                case "go" -> points.release(false);
                case "lose" -> points.release(true);
                case "load" -> load.turn(words[1].equals("on"));
                case "rest" -> rest(context, load);
                case "act" -> new Thread(() -> say("DONE " + load.act(Load.Act.valueOf(words[1])))).start();
                default -> throw new IllegalArgumentException(line);
            }
        }
    }

    private static void rest(AnnotationConfigApplicationContext context, Load load) {
        load.stop();
        ((ProcessEngineConfigurationImpl) context.getBean(ProcessEngine.class).getProcessEngineConfiguration())
                .getJobExecutor()
                .shutdown();
    }

    private synchronized void say(String line) {
        output.println(line);
        output.flush();
    }

    private void tellState(AnnotationConfigApplicationContext context) {
        String last = "";
        while (context.isActive()) {
            String state = ChaosJournal.state(context);
            if (!state.equals(last)) {
                say("STATE " + state);
                last = state;
            }
            Load.sleep(5);
        }
    }

    private AnnotationConfigApplicationContext start() {
        HikariDataSource pool = pool();
        if (Boolean.getBoolean("chaos.first")) {
            Flyway.configure()
                    .dataSource(pool)
                    .schemas("semai")
                    .defaultSchema("semai")
                    .load()
                    .migrate();
        }
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> pool);
        ChaosJournal.register(
                context,
                journalProperties(),
                System.getProperty("chaos.kafka"),
                points,
                SeededBug.of(System.getProperty("chaos.bug", "")));
        context.register(Wiring.class);
        ClassPathBeanDefinitionScanner edge = new ClassPathBeanDefinitionScanner(context);
        edge.addExcludeFilter(new RegexPatternTypeFilter(
                Pattern.compile(".*\\.(CaseDiagrams|CaseFiles|CaseTasks|HeldTasks|OpenTasks|StartForms)")));
        edge.scan("id.semai.engine", "id.semai.forms");
        context.refresh();
        if (Boolean.getBoolean("chaos.first")) {
            context.getBean(Units.class).announce(DIKBUD);
            deployTwice(context.getBean(ProcessEngine.class).getRepositoryService());
        }
        return context;
    }

    /** Two versions alike, so that journeys can go on by the other one wherever they are. */
    private static void deployTwice(RepositoryService repository) {
        for (int version = 1; version <= 2; version++) {
            repository
                    .createDeployment()
                    .addClasspathResource("chaos/chaos-journey.bpmn")
                    .deploy();
        }
    }

    private static Map<String, String> journalProperties() {
        return System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("semai.journal."))
                .collect(Collectors.toMap(name -> name, System::getProperty));
    }

    /** Fails within seconds when the database is away, and is there again as soon as it is. */
    private static HikariDataSource pool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(System.getProperty("chaos.database"));
        pool.setUsername("postgres");
        pool.setMaximumPoolSize(20);
        pool.setMinimumIdle(4);
        pool.setConnectionTimeout(2_000);
        pool.setValidationTimeout(1_000);
        pool.setInitializationFailTimeout(20_000);
        return pool;
    }

    private static void quiet() {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        ((Logger) LoggerFactory.getLogger("id.semai")).setLevel(Level.INFO);
        List.of("org.camunda", "org.apache.kafka", "com.zaxxer")
                .forEach(name -> ((Logger) LoggerFactory.getLogger(name)).setLevel(Level.OFF));
    }

    /** Not annotated as a configuration, or the scan of the whole application would find it. */
    @EnableTransactionManagement
    @ConfigurationPropertiesScan("id.semai.engine")
    static class Wiring {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        JdbcClient jdbcClient(DataSource database) {
            return JdbcClient.create(database);
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource database) {
            return new JdbcTransactionManager(database);
        }

        @Bean
        ProcessEngineFactoryBean processEngine(
                DataSource database, PlatformTransactionManager transactions, List<ProcessEnginePlugin> plugins) {
            SpringProcessEngineConfiguration engine = new SpringProcessEngineConfiguration();
            engine.setDataSource(database);
            engine.setTransactionManager(transactions);
            engine.setDatabaseSchemaUpdate(Boolean.toString(Boolean.getBoolean("chaos.first")));
            engine.setHistory("activity");
            engine.setIdGenerator(new StrongUuidGenerator());
            engine.setEnforceHistoryTimeToLive(false);
            engine.setMetricsEnabled(false);
            engine.setDefaultNumberOfRetries(1_000);
            engine.setTenantIdProvider(new OneUnit());
            engine.setProcessEnginePlugins(plugins);
            engine.setJobExecutorActivate(true);
            engine.setJobExecutor(new Jobs());
            ProcessEngineFactoryBean factory = new ProcessEngineFactoryBean();
            factory.setProcessEngineConfiguration(engine);
            return factory;
        }
    }

    /** Looks for jobs often, and lets those of a killed node go on after seconds. */
    private static class Jobs extends org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor {
        Jobs() {
            setCorePoolSize(2);
            setMaxPoolSize(2);
            setWaitTimeInMillis(300);
            setMaxWait(1_000);
            setLockTimeInMillis(4_000);
        }
    }

    private static class OneUnit implements TenantIdProvider {
        @Override
        public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
            return DIKBUD.code();
        }

        @Override
        public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
            return DIKBUD.code();
        }

        @Override
        public String provideTenantIdForHistoricDecisionInstance(
                TenantIdProviderHistoricDecisionInstanceContext context) {
            return DIKBUD.code();
        }
    }
}

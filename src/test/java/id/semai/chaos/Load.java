package id.semai.chaos;

import id.semai.journal.ModelJournal;
import id.semai.journal.ModelRelease;
import id.semai.journal.StageJournal;
import id.semai.stage.JourneyMigration;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.camunda.bpm.engine.ProcessEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * People at work on whatever journeys the database holds, so that one node carries on what another began; among them
 * some whose transactions are as unkind as a database allows. Whatever fails is left to somebody's next try.
 */
final class Load {

    private static final Logger LOG = LoggerFactory.getLogger(Load.class);

    private static final int PEOPLE = 5;
    private static final int TASKS_WANTED = 80;

    private static final String MODEL =
            """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="https://semai.id/test">
              <bpmn:process id="chaos-model" isExecutable="true"><bpmn:startEvent id="start" /></bpmn:process>
            </bpmn:definitions>
            """;

    private final ProcessEngine engine;
    private final StageJournal stages;
    private final ModelJournal models;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final int rate;
    private final PrintWriter latencies;
    private volatile boolean on;
    private volatile boolean stopped;

    /** @param rate acts a second */
    Load(ApplicationContext node, int rate, Path latencies) {
        this.engine = node.getBean(ProcessEngine.class);
        this.stages = node.getBean(StageJournal.class);
        this.models = node.getBean(ModelJournal.class);
        this.database = node.getBean(JdbcClient.class);
        this.transaction = new TransactionTemplate(node.getBean(PlatformTransactionManager.class));
        this.rate = rate;
        try {
            this.latencies = new PrintWriter(
                    Files.newBufferedWriter(latencies, StandardOpenOption.CREATE, StandardOpenOption.APPEND), true);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        for (int person = 0; person < PEOPLE; person++) {
            Thread thread = new Thread(this::work, "person-" + person);
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** What can be done; the number says how often in a hundred. */
    enum Act {
        COMPLETE(62),
        COMPLETE_TWO(6),
        WITHDRAW(3),
        DELETE(2),
        ROLL_BACK(6),
        HOLD_OPEN(4),
        EARLY_TRANSACTION(3),
        OVERLAP(3),
        RACE(3),
        MIGRATE(5),
        RELEASE(3);

        private final int weight;

        Act(int weight) {
            this.weight = weight;
        }

        static Act any(Random random) {
            int left = random.nextInt(100);
            for (Act act : values()) {
                left -= act.weight;
                if (left < 0) {
                    return act;
                }
            }
            return COMPLETE;
        }
    }

    void turn(boolean on) {
        this.on = on;
    }

    void stop() {
        stopped = true;
    }

    /** Whether it could be done. */
    boolean act(Act act) {
        try {
            switch (act) {
                case COMPLETE -> completeInTime();
                case COMPLETE_TWO -> completeTwo();
                case WITHDRAW -> withdraw();
                case DELETE -> delete();
                case ROLL_BACK -> rollBack();
                case HOLD_OPEN -> holdOpen();
                case EARLY_TRANSACTION -> earlyTransaction();
                case OVERLAP -> overlap();
                case RACE -> race();
                case MIGRATE -> migrate();
                case RELEASE -> release();
            }
            return true;
        } catch (RuntimeException somebodyWasFasterOrSomethingIsDown) {
            LOG.info("Could not {}: {}", act, somebodyWasFasterOrSomethingIsDown.toString());
            return false;
        }
    }

    static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        while (!stopped) {
            sleep(ThreadLocalRandom.current().nextLong(2_000L * PEOPLE / rate + 1));
            if (on && !stopped && !startIfWanted()) {
                act(Act.any(ThreadLocalRandom.current()));
            }
        }
    }

    private boolean startIfWanted() {
        try {
            boolean wanted = database.sql("select count(*) from act_ru_task")
                            .query(Integer.class)
                            .single()
                    < TASKS_WANTED;
            if (wanted) {
                engine.getRuntimeService()
                        .startProcessInstanceById(journey(1), Map.of("cycleYear", 2026, "title", "Posyandu"));
            }
            return wanted;
        } catch (RuntimeException down) {
            sleep(100);
            return true;
        }
    }

    private void completeInTime() {
        Task task = anyTask();
        long began = System.nanoTime();
        complete(task);
        latencies.println(System.currentTimeMillis() + " " + (System.nanoTime() - began) / 1_000);
    }

    private void completeTwo() {
        List<Task> two = tasks("order by random() limit 2").stream().sorted().toList();
        transaction.executeWithoutResult(open -> two.forEach(this::complete));
    }

    private void withdraw() {
        engine.getRuntimeService()
                .createMessageCorrelation("withdraw")
                .processInstanceId(anyTask().root())
                .correlate();
    }

    private void delete() {
        engine.getRuntimeService().deleteProcessInstance(anyTask().root(), "chaos");
    }

    /** Everything is done, and then undone. */
    private void rollBack() {
        transaction.executeWithoutResult(open -> {
            complete(anyTask());
            sleep(ThreadLocalRandom.current().nextLong(100));
            open.setRollbackOnly();
        });
    }

    private void holdOpen() {
        transaction.executeWithoutResult(open -> {
            complete(anyTask());
            sleep(ThreadLocalRandom.current().nextLong(400));
        });
    }

    /** A transaction that is older than another one, and comes to the same innovation after it. */
    private void earlyTransaction() {
        List<Task> two = twoOfOneInnovation();
        transaction.executeWithoutResult(open -> {
            database.sql("select pg_current_xact_id()::text")
                    .query(String.class)
                    .single();
            meanwhile(() -> complete(two.get(0))).join();
            complete(two.get(1));
        });
    }

    /** Takes a place in the queue, and shows it only after a later place has been shipped. */
    private void overlap() {
        List<Task> two = tasks("order by random() limit 2");
        transaction.executeWithoutResult(open -> {
            complete(two.get(0));
            meanwhile(() -> {
                        complete(two.get(1));
                        awaitShipped();
                    })
                    .join();
        });
    }

    /** Two at once on one innovation: the second can go on only when the first is committed. */
    private void race() {
        List<Task> two = twoOfOneInnovation();
        CompletableFuture<Void> second = transaction.execute(open -> {
            complete(two.get(0));
            CompletableFuture<Void> waits = meanwhile(() -> complete(two.get(1)));
            sleep(400);
            return waits;
        });
        second.join();
    }

    /** Some innovation goes on by the second version, or tries to while somebody else is at work on it. */
    private void migrate() {
        String innovation = database.sql(
                        """
                        select id_ from act_ru_execution
                        where super_exec_ is null and parent_id_ is null and proc_def_id_ = ? order by random() limit 1
                        """)
                .param(journey(1))
                .query(String.class)
                .single();
        transaction.executeWithoutResult(open -> {
            engine.getRuntimeService()
                    .newMigration(engine.getRuntimeService()
                            .createMigrationPlan(journey(1), journey(2))
                            .mapEqualActivities()
                            .build())
                    .processInstanceIds(innovation)
                    .execute();
            stages.append(new JourneyMigration(innovation, "chaos-journey", 1, 2));
            thinkAgain(open);
        });
    }

    private void release() {
        transaction.executeWithoutResult(open -> {
            int version = engine.getRepositoryService()
                    .createDeployment()
                    .addString("chaos-model.bpmn", MODEL)
                    .deployWithResult()
                    .getDeployedProcessDefinitions()
                    .get(0)
                    .getVersion();
            models.append(new ModelRelease(
                    "chaos-model", null, version, null, "deployment", "administrator", "0".repeat(64), MODEL));
            thinkAgain(open);
        });
    }

    private static void thinkAgain(TransactionStatus open) {
        sleep(ThreadLocalRandom.current().nextLong(100));
        if (ThreadLocalRandom.current().nextInt(4) == 0) {
            open.setRollbackOnly();
        }
    }

    private String journey(int version) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("chaos-journey")
                .processDefinitionVersion(version)
                .singleResult()
                .getId();
    }

    private void complete(Task task) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        engine.getTaskService()
                .complete(task.id(), Map.of("more", random.nextInt(3) == 0, "again", random.nextInt(3) == 0));
    }

    private void awaitShipped() {
        for (int look = 0; look < 50; look++) {
            if (database.sql("select not exists (select from semai.unshipped)")
                    .query(Boolean.class)
                    .single()) {
                return;
            }
            sleep(20);
        }
    }

    private static CompletableFuture<Void> meanwhile(Runnable work) {
        return CompletableFuture.runAsync(work, another -> new Thread(another).start());
    }

    private Task anyTask() {
        return tasks("order by random() limit 1").stream().findFirst().orElseThrow();
    }

    /** Of two called processes, which share no row of the engine. */
    private List<Task> twoOfOneInnovation() {
        Map<String, List<Task>> byInnovation =
                tasks("order by random()").stream().collect(java.util.stream.Collectors.groupingBy(Task::root));
        return byInnovation.values().stream()
                .filter(tasks -> tasks.size() == 2)
                .findAny()
                .orElseThrow();
    }

    private List<Task> tasks(String which) {
        return database.sql(
                        """
                        select t.id_, e.root_proc_inst_id_ from act_ru_task t
                        join act_ru_execution e on e.id_ = t.proc_inst_id_
                        """
                                + which)
                .query((row, number) -> new Task(row.getString(1), row.getString(2)))
                .list();
    }

    private record Task(String id, String root) implements Comparable<Task> {
        @Override
        public int compareTo(Task other) {
            return root.compareTo(other.root);
        }
    }
}

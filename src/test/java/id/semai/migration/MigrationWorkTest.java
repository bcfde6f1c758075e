package id.semai.migration;

import static id.semai.journeys.Office.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.semai.audit.AuditTrail;
import id.semai.audit.Entry;
import id.semai.audit.Kind;
import id.semai.journal.StageJournal;
import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.journeys.Office.Answer;
import id.semai.migration.MigrationReport.Row;
import id.semai.migration.MigrationSettings.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** An order is worked off: each instance once, whoever works, dies, pauses or completes tasks meanwhile. */
@EndToEnd
class MigrationWorkTest {

    private static final String[] RENAMED = {"name=\"Mengerjakan\"", "name=\"Mengerjakan dengan cermat\""};

    @Autowired
    ProcessEngine engine;

    @Autowired
    Migrations migrations;

    @Autowired
    MigrationWork work;

    @Autowired
    Orders orders;

    @Autowired
    Routes routes;

    @Autowired
    Waiting waiting;

    @Autowired
    StageJournal journal;

    @Autowired
    RuntimeService runtime;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient database;

    @Autowired
    Office office;

    private Moving moving;
    private String from;

    @BeforeEach
    void begin() {
        work.stop();
        moving = new Moving(engine);
        moving.child();
        from = moving.journey();
    }

    @AfterEach
    void end() {
        moving.close();
        work.start();
    }

    @Test
    void twoWorkersSideBySideMoveEachInstanceOnce() {
        List<String> innovations = begun(40);
        String to = moving.journey(RENAMED);
        UUID id = migrations.start(migrations.plan(from, to), "admin");
        MigrationWork one = worker(mover());
        MigrationWork other = worker(mover());

        one.start();
        other.start();
        try {
            eventually(() -> migrations.report(id).state().equals("done") ? true : null);
        } finally {
            one.stop();
            other.stop();
        }

        assertThat(migrations.report(id).moved()).isEqualTo(40);
        assertThat(innovations).allSatisfy(innovation -> {
            assertThat(moving.definitionOf(innovation)).isEqualTo(to);
            assertThat(told(innovation)).isEqualTo(1);
        });
    }

    @Test
    void whoDiesInTheMiddleLeavesTheInstanceForAnother() {
        List<String> innovations = begun(3);
        String to = moving.journey(RENAMED);
        UUID id = migrations.start(migrations.plan(from, to), "admin");
        AtomicInteger deaths = new AtomicInteger(2);
        MigrationWork dying = worker(new Mover(waiting, journal, runtime, engine) {
            @Override
            Outcome move(Route route, Ticket ticket) {
                Outcome outcome = super.move(route, ticket);
                if (deaths.getAndDecrement() > 0) {
                    throw new IllegalStateException("mati di tengah jalan");
                }
                return outcome;
            }
        });

        assertThat(dying.step()).isTrue();
        assertThat(innovations).allSatisfy(innovation -> {
            assertThat(moving.definitionOf(innovation)).isEqualTo(from);
            assertThat(told(innovation)).isZero();
        });
        MigrationReport report = Moving.done(migrations, dying, id);

        assertThat(report.moved()).isEqualTo(3);
        assertThat(report.rows()).extracting(Row::tries).contains(1);
        assertThat(innovations)
                .allSatisfy(innovation -> assertThat(told(innovation)).isEqualTo(1));
    }

    @Test
    void anInterruptedWorkerLeavesNothingHalfDone() throws InterruptedException {
        String innovation = moving.begun();
        UUID id = migrations.start(migrations.plan(from, moving.journey(RENAMED)), "admin");
        CountDownLatch moved = new CountDownLatch(1);
        MigrationWork slow = worker(new Mover(waiting, journal, runtime, engine) {
            @Override
            Outcome move(Route route, Ticket ticket) {
                Outcome outcome = super.move(route, ticket);
                moved.countDown();
                try {
                    Thread.sleep(60_000);
                } catch (InterruptedException killed) {
                    throw new IllegalStateException(killed);
                }
                return outcome;
            }
        });
        Thread thread = new Thread(slow::step);
        thread.start();
        moved.await();
        thread.interrupt();
        thread.join();

        assertThat(moving.definitionOf(innovation)).isEqualTo(from);
        assertThat(Moving.done(migrations, work, id).moved()).isEqualTo(1);
        assertThat(told(innovation)).isEqualTo(1);
    }

    @Test
    void whatFailsAgainAndAgainIsReportedWithItsSentence() {
        String innovation = moving.begun();
        UUID id = migrations.start(migrations.plan(from, moving.journey(RENAMED)), "admin");
        MigrationWork broken = worker(new Mover(waiting, journal, runtime, engine) {
            @Override
            Outcome move(Route route, Ticket ticket) {
                super.move(route, ticket);
                throw new IllegalStateException("tidak pernah berhasil");
            }
        });

        MigrationReport report = eventually(() -> {
            database.sql("update semai.migration_instance set next_try_at = now() where state = 'waiting'")
                    .update();
            broken.step();
            broken.finish();
            return migrations.report(id).state().equals("done") ? migrations.report(id) : null;
        });

        assertThat(report.failed()).isEqualTo(1);
        assertThat(report.rows()).singleElement().satisfies(row -> assertThat(row.reason())
                .isEqualTo("Pemindahan ditolak: tidak pernah berhasil"));
        assertThat(moving.definitionOf(innovation)).isEqualTo(from);
        assertThat(told(innovation)).isZero();
    }

    @Test
    void afterAPauseNothingMovesUntilItIsResumed() {
        begun(5);
        UUID id = migrations.start(migrations.plan(from, moving.journey(RENAMED)), "admin");
        work.step();
        work.step();

        migrations.pause(id, "admin");

        assertThat(work.step()).isFalse();
        work.finish();
        assertThat(migrations.report(id))
                .extracting(MigrationReport::state, MigrationReport::moved, MigrationReport::waiting)
                .containsExactly("paused", 2, 3);
        assertThatThrownBy(() -> migrations.pause(id)).isInstanceOf(RefusedMigration.class);
        migrations.resume(id, "admin");
        assertThat(Moving.done(migrations, work, id).moved()).isEqualTo(5);
        assertThat(trail.newest(null, Kind.MODELS, null, null, null, 10))
                .extracting(AuditTrail.Numbered::entry)
                .extracting(Entry::what)
                .containsSubsequence("Migration resumed", "Migration paused", "Migration started");
    }

    @Test
    void aPauseWaitsForTheInstanceUnderWay() throws Exception {
        begun(2);
        UUID id = migrations.start(migrations.plan(from, moving.journey(RENAMED)), "admin");
        CountDownLatch under = new CountDownLatch(1);
        CountDownLatch on = new CountDownLatch(1);
        MigrationWork slow = worker(new Mover(waiting, journal, runtime, engine) {
            @Override
            Outcome move(Route route, Ticket ticket) {
                under.countDown();
                try {
                    on.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return super.move(route, ticket);
            }
        });
        var threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> step = threads.submit(slow::step);
            under.await();
            Future<?> pause = threads.submit(() -> migrations.pause(id));
            eventually(this::somebodyWaits);
            assertThat(pause.isDone()).isFalse();
            on.countDown();
            step.get();
            pause.get();
        } finally {
            threads.shutdownNow();
        }
        assertThat(migrations.report(id).moved()).isEqualTo(1);
        assertThat(work.step()).isFalse();
    }

    @Test
    void whatHasEndedOrGoneAwayMeanwhileIsNotTouched() {
        String ended = moving.at("Task_Each");
        String gone = moving.begun();
        String to = moving.journey(RENAMED);
        UUID id = migrations.start(migrations.plan(from, to), "admin");
        moving.finish(ended, "Task_Each");
        runtime.newMigration(runtime.createMigrationPlan(from, to)
                        .mapEqualActivities()
                        .build())
                .processInstanceIds(gone)
                .execute();

        MigrationReport report = Moving.done(migrations, work, id);

        assertThat(report)
                .extracting(MigrationReport::ended, MigrationReport::stays, MigrationReport::moved)
                .containsExactly(1, 1, 0);
        assertThat(told(gone)).isZero();
    }

    @Test
    void whatBeginsInTheOldVersionAfterTheOrderMovesToo() {
        moving.begun();
        String to = moving.journey(RENAMED);
        UUID id = migrations.start(migrations.plan(from, to), "admin");
        String late = runtime.createProcessInstanceById(from)
                .setVariables(Map.of("cycleYear", 2026, "title", "Layanan yang terlambat"))
                .execute()
                .getId();

        assertThat(Moving.done(migrations, work, id).moved()).isEqualTo(2);
        assertThat(moving.definitionOf(late)).isEqualTo(to);
    }

    @Test
    void onlyThePlanThatHoldsIsStartedAndOnlyOnce() {
        moving.begun();
        String to = moving.journey(RENAMED);
        MigrationPlan plan = migrations.plan(from, to);
        MigrationPlan stale = new MigrationPlan(
                plan.process(),
                plan.name(),
                plan.fromDefinition(),
                plan.fromVersion(),
                plan.toDefinition(),
                plan.toVersion(),
                plan.instances(),
                plan.moving(),
                plan.places(),
                plan.staying(),
                "0".repeat(64));
        assertThatThrownBy(() -> migrations.start(stale, "admin"))
                .hasMessageContaining("bukan lagi rencana yang berlaku");

        moving.begun();
        UUID id = migrations.start(plan, "admin");

        assertThatThrownBy(() -> migrations.start(plan, "admin")).hasMessageContaining("sedang berjalan");
        assertThat(Moving.done(migrations, work, id).moved()).isPositive();
    }

    @Test
    void peopleWhoCompleteTasksMeanwhileAreNotRefused() throws Exception {
        List<String> innovations = begun(24);
        String to = moving.journey(RENAMED);
        UUID id = migrations.start(migrations.plan(from, to), "admin");
        MigrationWork one = worker(mover());
        MigrationWork other = worker(mover());
        ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
        List<Task> open = innovations.stream()
                .map(innovation -> moving.task(innovation, "Task_First"))
                .toList();
        var people = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> done = new ArrayList<>();
            IntStream.range(0, open.size())
                    .map(i -> open.size() - 1 - i)
                    .forEach(i -> done.add(people.submit(() -> answers.add(
                            office.as("inovator.dikbud").complete(open.get(i).getId(), Map.of())))));
            one.start();
            other.start();
            for (Future<?> each : done) {
                each.get();
            }
            eventually(() -> migrations.report(id).state().equals("done") ? true : null);
        } finally {
            people.shutdownNow();
            one.stop();
            other.stop();
        }

        assertThat(answers).hasSize(24).allSatisfy(answer -> assertThat(answer.status())
                .as(answer.body())
                .isLessThan(300));
        assertThat(migrations.report(id).moved()).isEqualTo(24);
        assertThat(innovations).allSatisfy(innovation -> {
            assertThat(told(innovation)).isEqualTo(1);
            moving.finish(innovation, "Task_Second");
        });
    }

    /** The moment that matters: a person's command has read what the migration changes, and writes after it. */
    @Test
    void aCommandThatMetAMigrationIsRepeated() throws Exception {
        String innovation = moving.at("Task_Second");
        String task = moving.task(innovation, "Task_Second").getId();
        UUID id = migrations.start(migrations.plan(from, moving.journey(RENAMED)), "admin");
        var person = Executors.newSingleThreadExecutor();
        ConcurrentLinkedQueue<Future<Answer>> answers = new ConcurrentLinkedQueue<>();
        MigrationWork met = worker(new Mover(waiting, journal, runtime, engine) {
            @Override
            Outcome move(Route route, Ticket ticket) {
                Outcome outcome = super.move(route, ticket);
                answers.add(person.submit(() -> office.as("inovator.dikbud").complete(task, Map.of())));
                eventually(MigrationWorkTest.this::somebodyWaits);
                return outcome;
            }
        });
        try {
            assertThat(met.step()).isTrue();
            Answer answer = answers.remove().get();
            assertThat(answer.status()).as(answer.body()).isLessThan(300);
        } finally {
            person.shutdownNow();
        }
        met.finish();
        assertThat(migrations.report(id).moved()).isEqualTo(1);
        assertThat(told(innovation)).isEqualTo(1);
        moving.finish(innovation, "Receive_Answer");
    }

    private Boolean somebodyWaits() {
        return database.sql("select count(*) from pg_locks where not granted")
                                .query(Integer.class)
                                .single()
                        > 0
                ? true
                : null;
    }

    @Test
    void afterAReleaseEverythingMovesByItselfOnlyWhereNothingNeedsALook() {
        String innovation = moving.begun();
        String renamed = moving.journey(RENAMED);
        String changed = moving.otherForm();
        Migrations auto = withMode(Mode.AUTO_WHEN_SAFE);

        withMode(Mode.ASK).released(from, renamed);
        withMode(Mode.NEVER).released(from, renamed);
        auto.released(from, changed);
        assertThat(work.step()).isFalse();

        auto.released(from, renamed);
        assertThat(work.step()).isTrue();
        work.finish();
        assertThat(moving.definitionOf(innovation)).isEqualTo(renamed);
        assertThat(migrations.newest(1)).singleElement().satisfies(report -> assertThat(report.orderedBy())
                .isNull());
    }

    private Migrations withMode(Mode mode) {
        return new Migrations(routes, waiting, orders, work, trail, new MigrationSettings(mode), transactions);
    }

    private List<String> begun(int many) {
        return IntStream.range(0, many).mapToObj(i -> moving.begun()).toList();
    }

    private Mover mover() {
        return new Mover(waiting, journal, runtime, engine);
    }

    private MigrationWork worker(Mover mover) {
        return new MigrationWork(orders, routes, mover, transactions);
    }

    private int told(String innovation) {
        return database.sql(
                        "select count(*) from semai.event where key = ? and type = 'id.semai.innovation.migrated.v1'")
                .param(innovation)
                .query(Integer.class)
                .single();
    }
}

package id.semai.simulation;

import id.semai.simulation.Workplace.DueJob;
import id.semai.terminal.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Goes from moment to moment at which somebody acts or a timer is due, until the end or until it is told to stop. */
final class Simulation {

    private static final int ATTEMPTS = 3;

    private final SimulationOrder order;
    private final SimulatedClock clock;
    private final Workplace workplace;
    private final Staff staff;
    private final Crew crew;
    private final Tally tally = new Tally();
    private final Agenda agenda;
    private final Map<String, Region> regionOfUnit = new HashMap<>();
    private final Map<String, Venture> ventures = new ConcurrentHashMap<>();
    private final Map<String, Gathering> workshops = new ConcurrentHashMap<>();
    private final Map<Region, Gathering> current = new ConcurrentHashMap<>();
    private final Map<String, Integer> visits = new HashMap<>();

    private volatile boolean stopped;

    Simulation(
            SimulationOrder order,
            List<Region> regions,
            SimulatedClock clock,
            Workplace workplace,
            Staff staff,
            Crew crew) {
        this.order = order;
        this.clock = clock;
        this.workplace = workplace;
        this.staff = staff;
        this.crew = crew;
        this.agenda = new Agenda(order.step());
        regions.forEach(region -> region.units().forEach(unit -> regionOfUnit.put(unit.code(), region)));
        regions.forEach(this::plan);
    }

    /** Returns the moment it came to. */
    Instant run(Progress progress) {
        workplace.prepare();
        Instant begin = clock.instant();
        long began = System.nanoTime();
        for (Instant next = next(); !stopped && next.isBefore(order.end()); next = next()) {
            keepPace(Duration.between(begin, next), began);
            live(next);
            progress.reach(Duration.between(begin, next).toDays());
        }
        workplace.tidyUp();
        return clock.instant();
    }

    /** After what is under way. */
    void stop() {
        stopped = true;
    }

    boolean isComplete() {
        return !stopped;
    }

    Tally tally() {
        return tally;
    }

    private Instant next() {
        Instant timer = workplace.nextTimer();
        return timer.isBefore(agenda.next()) ? timer : agenda.next();
    }

    private void live(Instant moment) {
        clock.moveTo(moment);
        runJobs(moment);
        crew.does(agenda.takeUntil(moment));
        runJobs(moment);
        workplace.tasksOf(moment).forEach(task -> plan(task, moment));
    }

    /** Jobs lead to further jobs. */
    private void runJobs(Instant moment) {
        List<DueJob> due = workplace.dueJobs(moment);
        while (!due.isEmpty()) {
            crew.does(due.stream().map(job -> errand(job, moment)).toList());
            due = workplace.dueJobs(moment);
        }
    }

    private Errand errand(DueJob job, Instant moment) {
        return new Errand(
                moment,
                regionOfUnit.get(job.unit()),
                0,
                () -> attempt("pewaktu", () -> {
                    if (workplace.hasJob(job.id())) {
                        workplace.run(job.id());
                        tally.job();
                    }
                }));
    }

    private void keepPace(Duration simulated, long began) {
        if (order.pace() == 0) {
            return;
        }
        long due = (long) (simulated.toNanos() / order.pace());
        while (!stopped && System.nanoTime() - began < due) {
            sleep(Math.min(200, 1 + (due - System.nanoTime() + began) / 1_000_000));
        }
    }

    private void sleep(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            stop();
        }
    }

    private void plan(Region region) {
        Program program = new Program(order, region);
        program.gatherings()
                .forEach(gathering -> agenda.plan(
                        program.startOf(gathering), region, () -> attempt("workshop", () -> begin(gathering))));
        program.proposed()
                .forEach(venture ->
                        agenda.plan(program.startOf(venture), region, () -> attempt("usulan", () -> begin(venture))));
    }

    private void begin(Gathering gathering) {
        Person coordinator = staff.of("coordinator", gathering.region(), null);
        current.put(gathering.region(), gathering);
        workshops.put(workplace.start(coordinator, "workshop", WorkshopForms.plan(gathering)), gathering);
    }

    private void begin(Venture venture) {
        Person innovator = staff.of("innovator", venture.region(), venture.unit());
        ventures.put(workplace.start(innovator, "innovation-journey", InnovationForms.proposal(venture)), venture);
    }

    private void plan(OpenTask task, Instant now) {
        Gathering workshop = workshops.get(task.root());
        if (workshop != null) {
            plan(task, workshop, now);
        } else {
            plan(task, ventures.computeIfAbsent(task.root(), root -> bornOf(task, now)), now);
        }
    }

    /** The journey that a workshop has begun shows itself by its first task. */
    private Venture bornOf(OpenTask task, Instant now) {
        return current.get(regionOfUnit.get(task.unit())).of(task.unit());
    }

    private void plan(OpenTask task, Gathering gathering, Instant now) {
        int visit = visits.merge(task.root() + task.key(), 1, Integer::sum) - 1;
        Person person = staff.of(Conduct.role(task.key(), false), gathering.region(), null);
        Instant at = WorkshopForms.when(task, visit, gathering, now);
        WorkingTime time = gathering.region().workingTime();
        plan(
                at,
                now,
                gathering.region(),
                () -> submit(
                        person, task, () -> new WorkshopForms(gathering, task.key(), visit, time.day(at)).answers()));
    }

    private void plan(OpenTask task, Venture venture, Instant now) {
        int visit = venture.visit(task.key());
        if (visit == 0 && task.key().equals("Task_SignCommitment")) {
            planOrderedStop(venture, task.root(), now);
        }
        Person person = staff.of(Conduct.role(task.key(), venture.isFacilitated()), venture.region(), venture.unit());
        WorkingTime time = venture.region().workingTime();
        Conduct.when(task, visit, venture, now)
                .ifPresent(at -> plan(
                        at,
                        now,
                        venture.region(),
                        () -> submit(person, task, () -> new InnovationForms(venture, task.key(), visit, time.day(at))
                                .answers())));
    }

    /** Nothing happens in the past. */
    private void plan(Instant at, Instant now, Region region, Runnable work) {
        Instant soonest = agenda.after(now);
        agenda.plan(at.isBefore(soonest) ? soonest : at, region, work);
    }

    private void planOrderedStop(Venture venture, String innovation, Instant now) {
        Chance chance = venture.chance("ordered stop");
        if (!chance.happens(Habits.STOPPED_BY_ORDER)) {
            return;
        }
        Instant at = venture.region().workingTime().after(now, chance.between(15, 90), chance);
        Person leadership = staff.of("leadership", venture.region(), null);
        agenda.plan(
                at,
                venture.region(),
                () -> attempt("perintah penghentian", () -> {
                    if (workplace.isRunning(innovation)) {
                        workplace.orderStop(leadership, innovation);
                    }
                }));
    }

    private void submit(Person person, OpenTask task, Supplier<Map<String, Object>> answers) {
        attempt(task.key(), () -> {
            if (workplace.hasTask(task.id())) {
                workplace.submit(person, task.id(), answers.get());
                tally.task();
            }
        });
    }

    /** What fails is counted and leaves everything as it was; the others go on. */
    private void attempt(String what, Runnable work) {
        for (int attempt = 1; ; attempt++) {
            try {
                work.run();
                return;
            } catch (RuntimeException failure) {
                if (attempt == ATTEMPTS) {
                    tally.failure(what, failure);
                    return;
                }
            }
        }
    }
}

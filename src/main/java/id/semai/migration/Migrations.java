package id.semai.migration;

import id.semai.audit.AuditTrail;
import id.semai.audit.Kind;
import id.semai.engine.Relocation;
import id.semai.migration.MigrationPlan.Place;
import id.semai.migration.MigrationPlan.Staying;
import id.semai.migration.MigrationSettings.Mode;
import id.semai.migration.Outcome.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Running instances go on in another version of their process: planned, shown, ordered, worked off. */
@Service
public class Migrations implements Relocation {

    private static final Logger log = LoggerFactory.getLogger(Migrations.class);

    private static final int MOST_SHOWN = 500;

    private final Routes routes;
    private final Waiting waiting;
    private final Orders orders;
    private final MigrationWork work;
    private final AuditTrail trail;
    private final MigrationSettings settings;
    private final TransactionTemplate transaction;

    @Autowired
    Migrations(
            Routes routes,
            Waiting waiting,
            Orders orders,
            MigrationWork work,
            AuditTrail trail,
            MigrationSettings settings,
            PlatformTransactionManager transactions) {
        this.routes = routes;
        this.waiting = waiting;
        this.orders = orders;
        this.work = work;
        this.trail = trail;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @throws RefusedMigration if these are no two versions of one process */
    public MigrationPlan plan(String fromDefinitionId, String toDefinitionId) {
        return plan(fromDefinitionId, toDefinitionId, Reason::blocks);
    }

    private MigrationPlan plan(String fromDefinitionId, String toDefinitionId, Predicate<Reason> against) {
        Route route = routes.find(fromDefinitionId, toDefinitionId);
        Map<String, Set<String>> touched = waiting.inVersion(fromDefinitionId);
        Map<String, String> innovations = waiting.instances(fromDefinitionId);
        List<Staying> staying = staying(route, touched, innovations, against);
        return new MigrationPlan(
                route.from().getKey(),
                route.from().getName(),
                route.from().getId(),
                route.from().getVersion(),
                route.to().getId(),
                route.to().getVersion(),
                innovations.size(),
                innovations.size() - staying.size(),
                counted(route, touched, innovations.size()),
                staying.stream().limit(MOST_SHOWN).toList(),
                route.digest());
    }

    private List<Staying> staying(
            Route route, Map<String, Set<String>> touched, Map<String, String> innovations, Predicate<Reason> against) {
        Map<String, Set<String>> done = waiting.doneInVersion(route.from().getId(), route.forgotten());
        List<Staying> staying = new ArrayList<>();
        innovations.forEach((instance, innovation) -> {
            List<String> obstacles = route.obstacles(
                    touched.getOrDefault(instance, Set.of()), done.getOrDefault(instance, Set.of()), against);
            if (!obstacles.isEmpty()) {
                staying.add(new Staying(instance, innovation, obstacles));
            }
        });
        return staying;
    }

    private List<Place> counted(Route route, Map<String, Set<String>> touched, int all) {
        Map<String, Integer> drafts = waiting.drafts(route.from().getId());
        return route.places().stream()
                .map(place -> place.counted(
                        place.type().equals("process") ? all : waitingAt(place, touched),
                        drafts.getOrDefault(place.element(), 0)))
                .toList();
    }

    private static int waitingAt(Place place, Map<String, Set<String>> touched) {
        return (int) touched.values().stream()
                .filter(elements -> elements.contains(place.element()))
                .count();
    }

    /**
     * Orders what the plan shows; it is worked off by and by.
     *
     * @param who account; null for Semai itself
     * @throws RefusedMigration if the plan is not what would be generated now (who waits where does not count), or
     *     another migration from this version is under way
     */
    @Transactional
    public UUID start(MigrationPlan plan, String who) {
        String now = routes.find(plan.fromDefinition(), plan.toDefinition()).digest();
        if (!now.equals(plan.digest())) {
            throw new RefusedMigration("Rencana ini bukan lagi rencana yang berlaku. Muat ulang, lalu periksa lagi.");
        }
        UUID id = open(plan, who);
        trail.append(
                Kind.MODELS,
                who,
                "Migration started",
                plan.process(),
                "%d → %d, %s".formatted(plan.fromVersion(), plan.toVersion(), id));
        wakeAfterCommit();
        return id;
    }

    private UUID open(MigrationPlan plan, String who) {
        try {
            return orders.open(plan, who);
        } catch (DuplicateKeyException underWay) {
            throw new RefusedMigration("Pemindahan dari %s versi %d sedang berjalan; tunggu atau lanjutkan yang itu."
                    .formatted(plan.process(), plan.fromVersion()));
        }
    }

    @Transactional
    public void pause(UUID id) {
        pause(id, null);
    }

    /**
     * No instance moves after this has returned.
     *
     * @param who account; null for Semai itself
     */
    @Transactional
    public void pause(UUID id, String who) {
        pass(id, "running", "paused");
        trail.append(Kind.MODELS, who, "Migration paused", id.toString(), null);
    }

    @Transactional
    public void resume(UUID id) {
        resume(id, null);
    }

    /** @param who account; null for Semai itself */
    @Transactional
    public void resume(UUID id, String who) {
        pass(id, "paused", "running");
        trail.append(Kind.MODELS, who, "Migration resumed", id.toString(), null);
        wakeAfterCommit();
    }

    private void pass(UUID id, String from, String to) {
        if (!orders.pass(id, from, to)) {
            throw new RefusedMigration("Pemindahan ini tidak ada atau tidak sedang %s."
                    .formatted(from.equals("running") ? "berjalan" : "dijeda"));
        }
    }

    /** The first page of all instances. */
    public MigrationReport report(UUID id) {
        return report(id, null, "", MOST_SHOWN);
    }

    /**
     * @param state waiting, moved, stays, ended or failed; null for all
     * @param after the last page's {@code next}; empty for the first page
     */
    public MigrationReport report(UUID id, String state, String after, int most) {
        return orders.report(id, state == null ? null : State.of(state), after, Math.min(most, MOST_SHOWN))
                .orElseThrow(() -> new RefusedMigration("Pemindahan ini tidak ada."));
    }

    /** The newest first, without their instances. */
    public List<MigrationReport> newest(int most) {
        return orders.newest(most).stream().map(id -> report(id, null, "", 0)).toList();
    }

    /**
     * Right after a release has been committed, if the setting says so: whoever is where the plan has nothing to look at
     * moves, and the others stay and are listed. Whatever goes wrong here takes nothing of the release back.
     */
    public void released(String fromDefinitionId, String toDefinitionId) {
        if (settings.migrate() != Mode.AUTO_WHEN_SAFE) {
            return;
        }
        try {
            moveWhoIsSafe(plan(fromDefinitionId, toDefinitionId, Reason.ANY));
        } catch (RuntimeException trouble) {
            log.warn("Running instances of {} stay until somebody moves them", fromDefinitionId, trouble);
        }
    }

    private void moveWhoIsSafe(MigrationPlan plan) {
        if (plan.moving() < plan.instances()) {
            log.info(
                    "{} of {} running instances of {} {} stay until an administrator has looked at the plan",
                    plan.instances() - plan.moving(),
                    plan.instances(),
                    plan.process(),
                    plan.fromVersion());
        }
        if (plan.moving() > 0) {
            transaction.executeWithoutResult(status -> start(plan, null));
        }
    }

    @Override
    public boolean isUnderWay() {
        return orders.underWay();
    }

    private void wakeAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.wake();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.wake();
            }
        });
    }
}

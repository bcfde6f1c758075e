package id.semai.models;

import id.semai.audit.AuditTrail;
import id.semai.journal.ModelJournal;
import id.semai.journal.ModelRelease;
import id.semai.migration.Migrations;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a version of what has changed: the deployment, its row and its event are committed together, or none of them. Of
 * several nodes that see the same content one releases it, and what was released before is not released again.
 */
@Service
class Releases {

    private static final Logger log = LoggerFactory.getLogger(Releases.class);
    private static final String NAME = "semai";

    /** Set while this thread deploys what was looked through here. */
    private static final ThreadLocal<Boolean> DEPLOYING = ThreadLocal.withInitial(() -> false);

    private final RepositoryService repository;
    private final ReleaseTable table;
    private final ModelJournal journal;
    private final AuditTrail trail;
    private final Migrations migrations;
    private final TransactionTemplate transaction;

    Releases(
            RepositoryService repository,
            ReleaseTable table,
            ModelJournal journal,
            AuditTrail trail,
            Migrations migrations,
            TransactionTemplate transaction) {
        this.repository = repository;
        this.table = table;
        this.journal = journal;
        this.trail = trail;
        this.migrations = migrations;
        this.transaction = transaction;
    }

    static boolean isDeploying() {
        return DEPLOYING.get();
    }

    /** What a content is to what was released. */
    Standing standing(Bundle bundle) {
        return standing(bundle.meaning(), table.of(bundle.id()));
    }

    static Standing standing(String meaning, List<Release> newestFirst) {
        Optional<Release> current = newestFirst.stream().filter(Release::exists).findFirst();
        if (current.filter(it -> it.meaning().equals(meaning)).isPresent()) {
            return new Standing(Standing.Is.LIVE, current.get());
        }
        return newestFirst.stream()
                .filter(it -> it.meaning().equals(meaning))
                .findFirst()
                .map(it -> new Standing(Standing.Is.EARLIER, it))
                .orElse(new Standing(Standing.Is.NEW, null));
    }

    /**
     * All of them or none, leaving out what is live already and, unless it is a rollback, what ever was. What runs in the
     * version before moves afterwards, if the settings say so.
     *
     * @param last done within the transaction before it is committed; if it fails nothing has happened
     * @throws EngineRefusal if the engine does not take one of them
     */
    Map<Bundle, DeploymentWithDefinitions> release(
            Collection<Bundle> group, Origin origin, Release.By by, Runnable last) {
        List<Runnable> afterwards = new ArrayList<>();
        Map<Bundle, DeploymentWithDefinitions> done = transaction.execute(status -> {
            table.lock();
            Map<Bundle, DeploymentWithDefinitions> deployed = new LinkedHashMap<>();
            for (Bundle bundle : group) {
                adopt(bundle.id(), by.node());
                if (isDue(bundle, origin)) {
                    deployed.put(bundle, release(bundle, origin, by, afterwards));
                }
            }
            last.run();
            return deployed;
        });
        done.forEach((bundle, deployment) -> log.info(
                "Released {} of {} ({})",
                bundle.id(),
                String.join(", ", bundle.files().keySet()),
                origin.code()));
        afterwards.forEach(Runnable::run);
        return done;
    }

    private boolean isDue(Bundle bundle, Origin origin) {
        Standing.Is is = standing(bundle).is();
        return is == Standing.Is.NEW || (is == Standing.Is.EARLIER && origin == Origin.ROLLBACK);
    }

    private DeploymentWithDefinitions release(Bundle bundle, Origin origin, Release.By by, List<Runnable> afterwards) {
        Optional<Release> previous = table.current(bundle.id());
        DeploymentWithDefinitions deployment = deploy(bundle);
        Definition definition = table.deployed(bundle.id(), deployment.getId());
        table.add(bundle, definition, origin, by.account(), by.node());
        tell(bundle, definition.version(), previous.map(Release::version).orElse(null), origin, by);
        previous.filter(before -> bundle.id().kind() == Kind.PROCESS)
                .ifPresent(before -> afterwards.add(() -> migrations.released(before.definition(), definition.id())));
        trail.append(
                id.semai.audit.Kind.MODELS,
                by.account(),
                "Release " + bundle.id().kind().code(),
                bundle.id().id(),
                "version=%d, origin=%s".formatted(definition.version(), origin.code()));
        return deployment;
    }

    private DeploymentWithDefinitions deploy(Bundle bundle) {
        DeploymentBuilder deployment =
                repository.createDeployment().name(bundle.id().id()).source(NAME);
        bundle.files().forEach((file, content) -> deployment.addInputStream(file, new ByteArrayInputStream(content)));
        DEPLOYING.set(true);
        try {
            return deployment.deployWithResult();
        } catch (RuntimeException refused) {
            log.debug("{} was not deployed", bundle.id(), refused);
            throw EngineRefusal.of(bundle, refused);
        } finally {
            DEPLOYING.remove();
        }
    }

    private void tell(Bundle bundle, int version, Integer previous, Origin origin, Release.By by) {
        if (bundle.id().kind() != Kind.PROCESS) {
            return;
        }
        try {
            journal.append(new ModelRelease(
                    bundle.id().id(),
                    bundle.name(),
                    version,
                    previous,
                    origin.code(),
                    by.account() == null ? null : "administrator",
                    bundle.meaning(),
                    new String(bundle.files().get(bundle.file()), StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException tooLarge) {
            throw EngineRefusal.ofJournal(bundle, tooLarge);
        }
    }

    /**
     * What the engine has and the table does not know is taken over as it is. Before the table there were versions without a
     * change of this model, of which the last stands for all.
     */
    private void adopt(ModelId model, String node) {
        List<Definition> unknown = table.unknown(model);
        if (unknown.isEmpty()) {
            return;
        }
        Integer previous = table.current(model).map(Release::version).orElse(null);
        Origin origin = table.of(model).isEmpty() ? Origin.START : Origin.DEPLOYMENT;
        List<Found> found = distinct(found(model, unknown));
        for (Found version : found) {
            table.add(version.bundle(), version.definition(), origin, null, node);
        }
        if (!found.isEmpty()) {
            Found newest = found.get(found.size() - 1);
            tell(newest.bundle(), newest.definition().version(), previous, origin, new Release.By(null, node));
            log.info(
                    "Took over {} in version {}, which the engine had",
                    model,
                    newest.definition().version());
        }
    }

    private List<Found> found(ModelId model, List<Definition> unknown) {
        List<Found> found = new ArrayList<>();
        for (Definition definition : unknown) {
            Bundles.of(table.files(definition.deployment()))
                    .find(model)
                    .ifPresent(bundle -> found.add(new Found(bundle, definition, bundle.meaning())));
        }
        return found;
    }

    private static List<Found> distinct(List<Found> found) {
        Map<String, Found> newest = new LinkedHashMap<>();
        found.forEach(it -> {
            newest.remove(it.meaning());
            newest.put(it.meaning(), it);
        });
        return List.copyOf(newest.values());
    }

    private record Found(Bundle bundle, Definition definition, String meaning) {}
}

package id.semai.models;

import id.semai.rulebook.Finding;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.springframework.stereotype.Service;

/**
 * What an administrator gives instead of saving it into the folder: it is checked, released and written there, or nothing
 * of it happens.
 */
@Service
class Edits {

    private final ModelFolder folder;
    private final FolderWriter writer;
    private final Publisher publisher;
    private final Releases releases;
    private final ReleaseTable table;
    private final NodeFolders nodes;
    private final ModelState state;

    Edits(
            ModelFolder folder,
            FolderWriter writer,
            Publisher publisher,
            Releases releases,
            ReleaseTable table,
            NodeFolders nodes,
            ModelState state) {
        this.folder = folder;
        this.writer = writer;
        this.publisher = publisher;
        this.releases = releases;
        this.table = table;
        this.nodes = nodes;
        this.state = state;
    }

    /** Files by their names; one that the folder has in a folder below takes its place there. */
    Edited put(Map<String, byte[]> given, Origin origin, String who) {
        return withTheFolder(before -> {
            Map<String, byte[]> files = new LinkedHashMap<>();
            given.forEach((name, content) -> {
                writer.permit(name);
                if (files.put(before.place(name), content) != null) {
                    throw new RefusedModels(400, "Berkas %s dikirim dua kali.".formatted(before.place(name)));
                }
            });
            return edit(before, files, null, origin, who);
        });
    }

    /**
     * Brings the content of an earlier release back as a new one, with what else shares a file with it.
     *
     * @throws RefusedModels 404 if there is no such release, 409 if it begins already
     */
    Edited rollBack(ModelId model, int version, String who) {
        return withTheFolder(before -> {
            Release wanted = table.of(model).stream()
                    .filter(it -> it.version() == version)
                    .filter(Release::exists)
                    .findFirst()
                    .orElseThrow(
                            () -> new RefusedModels(404, "Rilis %d dari %s tidak ada.".formatted(version, model.id())));
            Map<String, byte[]> files = new LinkedHashMap<>();
            Snapshot kept = table.files(wanted.deployment());
            wanted.files()
                    .keySet()
                    .forEach(name -> files.put(before.place(name), kept.files().get(name)));
            if (isLive(wanted) && before.with(files).equals(before)) {
                throw new RefusedModels(409, "Rilis %d sudah berlaku.".formatted(version));
            }
            return edit(before, files, model, Origin.ROLLBACK, who);
        });
    }

    Optional<Release> current(Bundle bundle) {
        return table.current(bundle.id());
    }

    private <T> T withTheFolder(Function<Snapshot, T> action) {
        folder.hand.lock();
        try {
            return action.apply(folder.read());
        } finally {
            folder.hand.unlock();
        }
    }

    private boolean isLive(Release wanted) {
        return table.current(wanted.model())
                .filter(it -> it.meaning().equals(wanted.meaning()))
                .isPresent();
    }

    /** @param wanted the model that is rolled back; null if none is */
    private Edited edit(Snapshot snapshot, Map<String, byte[]> files, ModelId wanted, Origin origin, String who) {
        Review before = publisher.review(snapshot);
        Review after = publisher.review(snapshot.with(files));
        Set<Bundle> concerned = after.bundles().all().values().stream()
                .filter(it -> it.files().keySet().stream().anyMatch(files::containsKey))
                .filter(it -> wanted == null || it.id().equals(wanted) || hasChanged(it, before))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        refuseErrors(before, after, concerned, files.keySet());
        if (wanted == null) {
            concerned.stream()
                    .filter(it -> files.containsKey(it.file()) || hasChanged(it, before))
                    .forEach(this::refuseEarlier);
        }
        Map<Bundle, DeploymentWithDefinitions> released =
                release(after.bundles().inOrder(concerned), files, origin, who);
        state.count(released.size());
        state.saw(after);
        return new Edited(List.copyOf(files.keySet()), concerned, released, after.findings());
    }

    private static boolean hasChanged(Bundle bundle, Review before) {
        return before.bundles()
                .find(bundle.id())
                .filter(it -> it.meaning().equals(bundle.meaning()))
                .isEmpty();
    }

    /** Errors in what was given and in what needs it, and any that there were not before; others are none of this. */
    private static void refuseErrors(Review before, Review after, Set<Bundle> concerned, Set<String> given) {
        Set<Finding> against = new LinkedHashSet<>();
        concerned.forEach(it -> against.addAll(after.against(it)));
        after.errors().stream()
                .filter(it -> given.contains(it.file()) || !before.errors().contains(it))
                .forEach(against::add);
        if (!against.isEmpty()) {
            throw new RefusedModels(List.copyOf(against));
        }
    }

    private void refuseEarlier(Bundle bundle) {
        Standing standing = releases.standing(bundle);
        if (standing.isEarlier()) {
            throw new RefusedModels(409, standing.sentence(bundle));
        }
    }

    private Map<Bundle, DeploymentWithDefinitions> release(
            List<Bundle> concerned, Map<String, byte[]> files, Origin origin, String who) {
        AtomicReference<Runnable> putBack = new AtomicReference<>(() -> {});
        try {
            return releases.release(
                    concerned, origin, new Release.By(who, nodes.name()), () -> putBack.set(writer.write(files)));
        } catch (RuntimeException failure) {
            putBack.get().run();
            throw failure;
        }
    }

    /**
     * What came of it.
     *
     * @param concerned whatever holds one of the files, whether it was released or has not changed in meaning
     */
    record Edited(
            List<String> files,
            Set<Bundle> concerned,
            Map<Bundle, DeploymentWithDefinitions> released,
            List<Finding> findings) {}
}

package id.semai.models;

import id.semai.rulebook.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What administrators are shown of the models: what runs, in which versions, and what stands in the way of an edit. */
@Component
class ModelOverview {

    private static final int MOST_INNOVATIONS = 100;

    private final ModelState state;
    private final ReleaseTable table;
    private final Running running;
    private final Removed removed;
    private final NodeFolders nodes;
    private volatile Meanings meanings = new Meanings(null, Map.of());

    ModelOverview(ModelState state, ReleaseTable table, Running running, Removed removed, NodeFolders nodes) {
        this.state = state;
        this.table = table;
        this.running = running;
        this.removed = removed;
        this.nodes = nodes;
    }

    Shown now() {
        Review review = Optional.ofNullable(state.review()).orElseGet(Review::ofNothing);
        Map<ModelId, List<Release>> releases = table.all().stream().collect(Collectors.groupingBy(Release::model));
        Map<String, Integer> counts = running.counts();
        List<ModelId> differing = nodes.differing();
        Map<ModelId, String> known = meanings(review);
        SortedMap<ModelId, Model> models = new TreeMap<>();
        review.bundles()
                .all()
                .values()
                .forEach(bundle -> models.put(
                        bundle.id(),
                        model(
                                bundle,
                                known.get(bundle.id()),
                                review,
                                releases.getOrDefault(bundle.id(), List.of()),
                                counts,
                                differing)));
        removed.of(review).forEach(last -> models.put(last.model(), removed(last, releases.get(last.model()), counts)));
        removed.unreadable(review)
                .forEach(
                        last -> models.put(last.model(), unreadable(last, review, releases.get(last.model()), counts)));
        return new Shown(
                nodes.name(),
                state.lookedAt(),
                state.failure(),
                new ArrayList<>(models.values()),
                review.findings(),
                nodes.live());
    }

    /** Worked out once for each look at the folder: it takes a while, and the page asks every few seconds. */
    private Map<ModelId, String> meanings(Review review) {
        Meanings known = meanings;
        if (known.review() != review) {
            known = Meanings.of(review);
            meanings = known;
        }
        return known.all();
    }

    private static Model model(
            Bundle bundle,
            String meaning,
            Review review,
            List<Release> releases,
            Map<String, Integer> counts,
            List<ModelId> differing) {
        List<Finding> against = review.against(bundle);
        Standing standing = Releases.standing(meaning, releases);
        return new Model(
                bundle.id().id(),
                bundle.id().kind().code(),
                bundle.name(),
                bundle.file(),
                List.copyOf(bundle.files().keySet()),
                state(standing, against),
                sentence(standing, against, bundle),
                versions(releases, counts),
                against,
                List.of(),
                differing.contains(bundle.id()));
    }

    private static String state(Standing standing, List<Finding> against) {
        return switch (standing.is()) {
            case LIVE -> "live";
            case EARLIER -> "earlier";
            case NEW -> against.isEmpty() ? "waiting" : "refused";
        };
    }

    private static String sentence(Standing standing, List<Finding> against, Bundle bundle) {
        if (standing.isEarlier()) {
            return standing.sentence(bundle);
        }
        return standing.isNew() && !against.isEmpty() ? refused(against) : null;
    }

    private static String refused(List<Finding> against) {
        return "Perubahan belum dirilis: perbaiki %d temuan di bawah ini. Rilis yang berlaku tidak berubah."
                .formatted(against.size());
    }

    private static Model unreadable(Release last, Review review, List<Release> releases, Map<String, Integer> counts) {
        List<Finding> against = review.errors().stream()
                .filter(finding -> finding.file().equals(last.file()))
                .toList();
        return new Model(
                last.model().id(),
                last.model().kind().code(),
                last.model().id(),
                last.file(),
                List.of(last.file()),
                "refused",
                refused(against),
                versions(releases, counts),
                against,
                List.of(),
                false);
    }

    private Model removed(Release last, List<Release> releases, Map<String, Integer> counts) {
        return new Model(
                last.model().id(),
                last.model().kind().code(),
                last.model().id(),
                null,
                List.of(),
                "removed",
                removed.sentence(last),
                versions(releases, counts),
                List.of(),
                running.innovations(last.model().id(), MOST_INNOVATIONS),
                false);
    }

    private static List<Version> versions(List<Release> releases, Map<String, Integer> counts) {
        return releases.stream()
                .map(it -> new Version(
                        it.version(),
                        it.definition(),
                        it.deployment(),
                        counts.getOrDefault(it.definition(), 0),
                        it.origin().code(),
                        it.who(),
                        it.node(),
                        it.at(),
                        it.checksum(),
                        it.files(),
                        it.exists()))
                .toList();
    }

    private record Meanings(Review review, Map<ModelId, String> all) {

        static Meanings of(Review review) {
            return new Meanings(
                    review,
                    review.bundles().all().values().stream().collect(Collectors.toMap(Bundle::id, Bundle::meaning)));
        }
    }

    /**
     * @param node which answers, and its folder
     * @param failure why the folder could not be read or released; null if it could
     * @param findings all, warnings too
     */
    record Shown(
            String node,
            Instant lookedAt,
            String failure,
            List<Model> models,
            List<Finding> findings,
            List<NodeFolders.Node> nodes) {}

    /**
     * @param kind process, decision or form
     * @param file null if it is gone
     * @param state live; refused; earlier, if it equals an earlier release; waiting, for the next look; removed
     * @param sentence what an administrator should know of the state; null if nothing
     * @param versions the newest first
     * @param findings errors that keep this one from being released
     * @param innovations that are under way in a process whose file is gone
     * @param differs whether the nodes' folders hold different contents of it
     */
    record Model(
            String id,
            String kind,
            String name,
            String file,
            List<String> files,
            String state,
            String sentence,
            List<Version> versions,
            List<Finding> findings,
            List<String> innovations,
            boolean differs) {}

    /**
     * @param running instances of this version
     * @param who account; null for the folder
     * @param files names, each with the SHA-256 of its bytes
     * @param exists false if its deployment was deleted
     */
    record Version(
            int version,
            String definitionId,
            String deploymentId,
            int running,
            String origin,
            String who,
            String node,
            Instant at,
            String checksum,
            Map<String, String> files,
            boolean exists) {}
}

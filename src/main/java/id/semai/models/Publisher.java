package id.semai.models;

import id.semai.check.ModelCheck;
import id.semai.rulebook.Finding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Releases what is new in a folder and fine; the rest waits, with a reason, and what runs goes on. */
@Component
class Publisher {

    private static final Runnable NOTHING_ELSE = () -> {};

    private final ModelCheck check;
    private final Releases releases;

    Publisher(ModelCheck check, Releases releases) {
        this.check = check;
        this.releases = releases;
    }

    /** A copy beside a file is said to be one and looked at no further: it stands in nobody's way. */
    Review review(Snapshot snapshot) {
        Bundles bundles = Bundles.of(snapshot);
        Map<String, byte[]> files = new TreeMap<>(snapshot.files());
        files.keySet().removeAll(bundles.copies());
        return Review.of(snapshot, bundles, check.check(files));
    }

    /** The review with what the engine had against it, too. */
    Published publish(Review review, Origin origin, Release.By by) {
        Set<Bundle> fresh = review.bundles().all().values().stream()
                .filter(bundle -> review.against(bundle).isEmpty())
                .filter(bundle -> releases.standing(bundle).isNew())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Finding> refused = new ArrayList<>();
        int released = 0;
        for (Set<Bundle> group : groups(review.bundles(), fresh)) {
            released += release(review.bundles(), group, origin, by, refused);
        }
        return new Published(review.and(refused), released);
    }

    /** Which contents are not new, and why they are not released. */
    List<String> earlier(Review review) {
        List<String> sentences = new ArrayList<>();
        for (Bundle bundle : review.bundles().all().values()) {
            Standing standing = releases.standing(bundle);
            if (standing.isEarlier()) {
                sentences.add(standing.sentence(bundle));
            }
        }
        return sentences;
    }

    /** Whatever the engine refuses stays behind with what needs it; the rest of the group goes on. */
    private int release(Bundles bundles, Set<Bundle> group, Origin origin, Release.By by, List<Finding> refused) {
        Set<Bundle> left = new LinkedHashSet<>(group);
        while (!left.isEmpty()) {
            try {
                return releases.release(bundles.inOrder(left), origin, by, NOTHING_ELSE)
                        .size();
            } catch (EngineRefusal refusal) {
                refused.addAll(refusal.findings());
                left.removeIf(bundle -> bundles.around(bundle).contains(refusal.bundle()));
            }
        }
        return 0;
    }

    /** What needs one another, directly or not, comes together. */
    private static List<Set<Bundle>> groups(Bundles bundles, Set<Bundle> fresh) {
        List<Set<Bundle>> groups = new ArrayList<>();
        for (Bundle bundle : fresh) {
            List<Set<Bundle>> tied = groups.stream()
                    .filter(group -> group.stream().anyMatch(it -> areTied(bundles, it, bundle)))
                    .toList();
            Set<Bundle> merged = new LinkedHashSet<>();
            tied.forEach(merged::addAll);
            merged.add(bundle);
            groups.removeAll(tied);
            groups.add(merged);
        }
        return groups;
    }

    private static boolean areTied(Bundles bundles, Bundle one, Bundle other) {
        return bundles.around(one).contains(other) || bundles.around(other).contains(one);
    }

    record Published(Review review, int released) {}
}

package id.semai.changes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Two inventories side by side. */
final class Comparison {

    private final Inventory before;
    private final Inventory after;
    private final Map<String, String> renames;

    Comparison(Inventory before, Inventory after) {
        this.before = before;
        this.after = after;
        this.renames = new Renames(before, after).found();
    }

    List<Change> changes() {
        Map<String, String> earlierKeys = new HashMap<>();
        renames.forEach((earlier, later) -> earlierKeys.put(later, earlier));
        List<Change> changes = new ArrayList<>();
        for (String key : order()) {
            Part later = after.part(key);
            Part earlier = before.part(earlierKeys.getOrDefault(key, key));
            if (later == null) {
                changes.add(change(earlier, Change.Kind.REMOVED, Aspect.ELEMENT, earlier.summary(), null));
            } else if (earlier == null) {
                changes.add(change(later, Change.Kind.ADDED, Aspect.ELEMENT, null, later.summary()));
            } else {
                changes.addAll(changes(earlier, later));
            }
        }
        return changes;
    }

    /** The keys of the later file, those that are gone behind the one that they stood behind. */
    private List<String> order() {
        Map<String, List<String>> goneBehind = new LinkedHashMap<>();
        String anchor = "";
        for (String key : before.parts().keySet()) {
            String later = renames.getOrDefault(key, key);
            if (after.has(later)) {
                anchor = later;
            } else {
                goneBehind.computeIfAbsent(anchor, none -> new ArrayList<>()).add(key);
            }
        }
        List<String> order = new ArrayList<>(goneBehind.getOrDefault("", List.of()));
        for (String key : after.parts().keySet()) {
            order.add(key);
            order.addAll(goneBehind.getOrDefault(key, List.of()));
        }
        return order;
    }

    private List<Change> changes(Part earlier, Part later) {
        List<Change> changes = new ArrayList<>();
        if (!earlier.key().equals(later.key())) {
            changes.add(change(later, Change.Kind.CHANGED, Aspect.ID, earlier.key(), later.key()));
        }
        Set<String> keys = new TreeSet<>(earlier.facets().keySet());
        keys.addAll(later.facets().keySet());
        for (String key : keys) {
            compare(earlier.facets().get(key), later.facets().get(key), later, changes);
        }
        changes.sort(Comparator.comparing(change -> Aspect.of(change.aspect())));
        return changes;
    }

    private void compare(Facet earlier, Facet later, Part part, List<Change> changes) {
        if (isOrder(earlier, later)) {
            return;
        }
        if (earlier == null) {
            changes.add(change(part, Change.Kind.CHANGED, later.aspect(), null, later.words()));
        } else if (later == null) {
            changes.add(change(part, Change.Kind.CHANGED, earlier.aspect(), earlier.words(), null));
        } else if (!earlier.renamed(renames).says(later)) {
            boolean alike = Objects.equals(earlier.words(), later.words());
            changes.add(change(
                    part,
                    Change.Kind.CHANGED,
                    later.aspect(),
                    alike ? exact(earlier) : earlier.words(),
                    alike ? exact(later) : later.words()));
        }
    }

    /** Where one side has nothing to put in order, what came or went is told of. */
    private static boolean isOrder(Facet earlier, Facet later) {
        return (earlier == null && later.kind() == Facet.Kind.ORDER)
                || (later == null && earlier.kind() == Facet.Kind.ORDER);
    }

    private static String exact(Facet facet) {
        return facet.words() + " (" + facet.raw().replace('\n', ' ') + ")";
    }

    private static Change change(Part part, Change.Kind kind, Aspect aspect, String before, String after) {
        return new Change(part.key(), part.type(), part.name(), kind, aspect.code(), before, after);
    }
}

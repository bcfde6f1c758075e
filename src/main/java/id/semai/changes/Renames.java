package id.semai.changes;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Elements of which nothing but the id is another: not gone and come, but renamed. */
final class Renames {

    /** What holds all the others: the only one that is gone is the only one that has come, whatever else changed. */
    private static final Set<String> FRAMES = Set.of("definitions", "process", "decision", "decisionTable");

    private final Inventory before;
    private final Inventory after;
    private final List<Part> gone;
    private final List<Part> come;
    private final Map<String, String> found = new LinkedHashMap<>();

    Renames(Inventory before, Inventory after) {
        this.before = before;
        this.after = after;
        this.gone = only(before, after);
        this.come = only(after, before);
    }

    /** What still refers to the earlier id does not mean what is called otherwise now. */
    private boolean isStillReferredTo(String key) {
        return after.parts().values().stream()
                .flatMap(part -> part.facets().values().stream())
                .anyMatch(facet -> facet.refersTo(key));
    }

    private static List<Part> only(Inventory inventory, Inventory other) {
        return inventory.parts().values().stream()
                .filter(part -> !other.has(part.key()))
                .toList();
    }

    /** Later keys by earlier ones. Alike parts are found first; what they refer to may then make others alike. */
    Map<String, String> found() {
        pair(part -> FRAMES.contains(part.type()) ? part.type() : part.key() + '\0');
        pair(part -> spelled(part, true));
        pair(part -> spelled(part, false));
        pair(part -> spelled(part, true));
        found.keySet().removeIf(this::isStillReferredTo);
        while (found.entrySet().removeIf(pair -> !isRenamed(before.part(pair.getKey()), after.part(pair.getValue())))) {
            // A pair that falls may have held up another.
        }
        return found;
    }

    private void pair(Function<Part, String> spelling) {
        Map<String, List<Part>> open = open(gone, found.keySet(), spelling);
        Map<String, List<Part>> fitting = open(come, found.values(), spelling);
        open.forEach((spelled, earlier) -> {
            List<Part> later = fitting.getOrDefault(spelled, List.of());
            if (earlier.size() == 1 && later.size() == 1) {
                found.put(earlier.get(0).key(), later.get(0).key());
            }
        });
    }

    private static Map<String, List<Part>> open(
            List<Part> parts, Collection<String> paired, Function<Part, String> spelling) {
        Collection<String> settled = List.copyOf(paired);
        return parts.stream()
                .filter(part -> !settled.contains(part.key()))
                .collect(Collectors.groupingBy(spelling, LinkedHashMap::new, Collectors.toList()));
    }

    private String spelled(Part part, boolean withReferences) {
        Map<String, String> renames = new HashMap<>(found);
        StringBuilder spelled = new StringBuilder(part.type());
        new TreeMap<>(part.facets()).forEach((key, facet) -> {
            if (facet.kind() == Facet.Kind.PLAIN || (withReferences && facet.kind() == Facet.Kind.REFERENCE)) {
                spelled.append('\0')
                        .append(key)
                        .append('\0')
                        .append(facet.renamed(renames).raw());
            }
        });
        return spelled.toString();
    }

    private boolean isRenamed(Part earlier, Part later) {
        if (FRAMES.contains(earlier.type()) && earlier.type().equals(later.type())) {
            return true;
        }
        return earlier.type().equals(later.type())
                && earlier.facets().keySet().equals(later.facets().keySet())
                && earlier.facets().keySet().stream().allMatch(key -> earlier.facets()
                        .get(key)
                        .renamed(found)
                        .says(later.facets().get(key)));
    }
}

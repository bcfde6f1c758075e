package id.semai.changes;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One thing that a model says of an element.
 *
 * @param raw as the model says it; ids of elements, one a line, where it refers to such
 * @param words as people read it
 */
record Facet(Aspect aspect, Kind kind, String raw, String words) {

    enum Kind {
        PLAIN,
        REFERENCE,
        ORDER
    }

    static Facet plain(Aspect aspect, String raw, String words) {
        return new Facet(aspect, Kind.PLAIN, raw, words);
    }

    static Facet plain(Aspect aspect, String raw) {
        return plain(aspect, raw, raw);
    }

    static Facet reference(Aspect aspect, List<String> ids, String words) {
        return new Facet(aspect, Kind.REFERENCE, String.join("\n", ids), words);
    }

    static Facet order(List<String> ids, String words) {
        return new Facet(Aspect.ORDER, Kind.ORDER, String.join("\n", ids), words);
    }

    /** The same facet where the elements that it refers to are called otherwise. */
    Facet renamed(Map<String, String> renames) {
        if (kind == Kind.PLAIN || renames.isEmpty()) {
            return this;
        }
        String renamed = ids().stream().map(id -> renames.getOrDefault(id, id)).collect(Collectors.joining("\n"));
        return new Facet(aspect, kind, renamed, words);
    }

    boolean refersTo(String id) {
        return kind == Kind.REFERENCE && ids().contains(id);
    }

    /** Of two orders only what both have counts; what one of them lacks is told of as itself. */
    boolean says(Facet other) {
        if (kind == Kind.ORDER && other.kind == Kind.ORDER) {
            return among(other).equals(other.among(this));
        }
        return kind == other.kind && raw.equals(other.raw);
    }

    private List<String> among(Facet other) {
        Set<String> known = Set.copyOf(other.ids());
        return ids().stream().filter(known::contains).toList();
    }

    private List<String> ids() {
        return Arrays.asList(raw.split("\n", -1));
    }
}

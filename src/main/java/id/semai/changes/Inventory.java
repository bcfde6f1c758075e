package id.semai.changes;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All elements of a file in its own order; two files mean the same if, and only if, their inventories say the same. */
record Inventory(Map<String, Part> parts) {

    static final Inventory NOTHING = of(List.of());

    static Inventory of(List<Part> parts) {
        Map<String, Part> byKey = new LinkedHashMap<>();
        parts.stream().sorted(Comparator.comparingInt(Part::position)).forEach(part -> byKey.put(part.key(), part));
        return new Inventory(byKey);
    }

    Part part(String key) {
        return parts.get(key);
    }

    boolean has(String key) {
        return parts.containsKey(key);
    }
}

package id.semai.changes;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Collects what is said of one element; saying the same thing twice makes two facets. */
final class Facets {

    private final Map<String, Facet> all = new LinkedHashMap<>();

    /** The key under which it is kept. */
    String add(String key, Facet facet) {
        String free = key;
        for (int n = 2; all.containsKey(free); n++) {
            free = key + "#" + n;
        }
        all.put(free, facet);
        return free;
    }

    /** As it stands. */
    void addOther(String key, String canonical) {
        add("other:" + key, Facet.plain(Aspect.OTHER, canonical, Wording.brief(canonical)));
    }

    Map<String, Facet> all() {
        return all;
    }

    /** Null if none of these aspects is there. */
    String summary(Aspect... aspects) {
        String summary = Arrays.stream(aspects)
                .flatMap(aspect -> all.values().stream().filter(facet -> facet.aspect() == aspect))
                .map(facet -> facet.aspect().label() + " " + facet.words())
                .collect(Collectors.joining("; "));
        return summary.isEmpty() ? null : summary;
    }
}

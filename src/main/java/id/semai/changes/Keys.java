package id.semai.changes;

import java.util.HashSet;
import java.util.Set;

/** What elements are kept under: their ids, or where they stand; each once. */
final class Keys {

    private final Set<String> taken = new HashSet<>();

    String next(String id, String parent, String name) {
        String key = id == null || id.isBlank() ? parent + "/" + name : id;
        String free = key;
        for (int n = 2; !taken.add(free); n++) {
            free = key + "#" + n;
        }
        return free;
    }
}

package id.semai.rulebook;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a rule is broken, as a change of the small folder {@code check/contoh}, in which nothing is wrong.
 *
 * @param good what stands in the file; a file's name where the name is what matters
 * @param bad what is put in its place
 */
record Example(Kind kind, String file, String good, String bad) {

    enum Kind {
        TEXT,
        NAME,
        EXTRA
    }

    static Example in(String file, String good, String bad) {
        return new Example(Kind.TEXT, file, good, bad);
    }

    static Example named(String good, String bad) {
        return new Example(Kind.NAME, good, good, bad);
    }

    /** A file more. */
    static Example extra(String good, String bad) {
        return new Example(Kind.EXTRA, bad, good, bad);
    }

    Map<String, byte[]> broken(Map<String, byte[]> folder) {
        Map<String, byte[]> changed = new LinkedHashMap<>(folder);
        switch (kind) {
            case TEXT -> changed.put(file, bytes(text(folder).replace(good, bad)));
            case NAME -> changed.put(bad, changed.remove(good));
            default -> changed.put(bad, folder.getOrDefault(good, bytes("…")));
        }
        return changed;
    }

    /** Whether the folder holds what the example shows as good. */
    boolean isFoundIn(Map<String, byte[]> folder) {
        return kind == Kind.TEXT ? text(folder).contains(good) : kind == Kind.EXTRA || folder.containsKey(good);
    }

    private String text(Map<String, byte[]> folder) {
        return new String(folder.get(file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

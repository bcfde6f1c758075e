package id.semai.people;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One mapping of the organisation's file; notes what is wrong with it instead of stopping at the first fault. */
final class Entry {

    private final String label;
    private final Map<?, ?> values;
    private final List<String> faults;
    private final Set<String> asked = new HashSet<>();
    private boolean sound = true;

    Entry(String label, Object values, List<String> faults) {
        this.label = label;
        this.faults = faults;
        this.values = values instanceof Map<?, ?> map ? map : Map.of();
        if (!(values instanceof Map)) {
            fault("harus berisi pasangan «isian: nilai»");
        }
    }

    /** The same entry under the name it turned out to have. */
    Entry named(String name) {
        Entry named = new Entry(name, values, faults);
        named.asked.addAll(asked);
        return named;
    }

    boolean isSound() {
        return sound;
    }

    void fault(String what) {
        sound = false;
        faults.add(label + ": " + what + ".");
    }

    /** Never null; the empty text, and a fault noted, when it is missing. */
    String text(String key) {
        String text = optionalText(key);
        if (text == null) {
            fault("isian «" + key + "» wajib diisi");
            return "";
        }
        return text;
    }

    /** Null when it is missing. */
    String optionalText(String key) {
        Object value = value(key);
        if (value == null || value.toString().isBlank()) {
            return null;
        }
        if (value instanceof Map || value instanceof List) {
            fault("isian «" + key + "» harus berupa satu teks");
            return null;
        }
        if (value.toString().length() > 200) {
            fault("isian «" + key + "» paling panjang 200 karakter");
        }
        return value.toString().strip();
    }

    boolean flag(String key, boolean otherwise) {
        Object value = value(key);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        fault("isian «" + key + "» harus true atau false, bukan «" + value + "»");
        return otherwise;
    }

    List<String> texts(String key) {
        return list(key).stream().map(String::valueOf).toList();
    }

    List<Entry> entries(String key) {
        List<Entry> entries = new ArrayList<>();
        for (Object value : list(key)) {
            entries.add(new Entry(key + " ke-" + (entries.size() + 1), value, faults));
        }
        return entries;
    }

    /** Notes every key that nobody asked for: a typing error would otherwise pass unseen. */
    void nothingElse() {
        for (Object key : values.keySet()) {
            if (!asked.contains(String.valueOf(key))) {
                fault("isian «" + key + "» tidak dikenal");
            }
        }
    }

    private List<?> list(String key) {
        Object value = value(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        fault("isian «" + key + "» harus berupa daftar");
        return List.of();
    }

    private Object value(String key) {
        asked.add(key);
        return values.get(key);
    }
}

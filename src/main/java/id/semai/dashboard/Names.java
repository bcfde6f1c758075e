package id.semai.dashboard;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What people read for a code: whatever the order in which events arrive, the newest of them decides. */
class Names {

    private final Map<String, Map<String, Name>> names = new ConcurrentHashMap<>();

    void say(String what, String code, String text, long at) {
        if (code == null || text == null) {
            return;
        }
        Map<String, Name> ofKind = names.computeIfAbsent(what, any -> new ConcurrentHashMap<>());
        Name before = ofKind.get(code);
        if (before == null || before.at < at || before.at == at && before.text.compareTo(text) < 0) {
            ofKind.put(code, new Name(text, at));
        }
    }

    String of(String what, String code) {
        Name name = code == null ? null : names.getOrDefault(what, Map.of()).get(code);
        return name == null ? code : name.text;
    }

    Map<String, Map<String, Name>> all() {
        Map<String, Map<String, Name>> all = new HashMap<>();
        names.forEach((what, ofKind) -> all.put(what, Map.copyOf(ofKind)));
        return all;
    }

    void replace(Map<String, Map<String, Name>> all) {
        names.clear();
        all.forEach((what, ofKind) -> names.put(what, new ConcurrentHashMap<>(ofKind)));
    }

    /** @param at business time of the event that said so */
    record Name(String text, long at) {}
}

package id.semai.fold;

import id.semai.dashboard.Happening;
import id.semai.events.Told;
import id.semai.fold.Snapshot.Name;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What people read for a code: whatever the order in which events arrive, the newest of them decides. */
class Names {

    private final Map<String, Map<String, Name>> names = new ConcurrentHashMap<>();

    void ofInnovation(Told told) {
        say("stage", told, "stage", "stageName");
        say(told.what() == Happening.FINISHED ? "outcome" : "stage-outcome", told, "outcome", "outcomeLabel");
        say("reason", told, "reasonCode", "reasonLabel");
        say("kind", told, "kind", "kindLabel");
        say("instrument", told, "instrument", "instrumentLabel");
        ofUnit(told);
    }

    void ofUnit(Told told) {
        say("government", told, "government", "governmentName");
        say("unit", told, "unit", "unitName");
        say("unit-kind", told, "unitKind", "unitKindLabel");
    }

    String of(String what, String code) {
        Name name = code == null ? null : names.getOrDefault(what, Map.of()).get(code);
        return name == null ? code : name.text();
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

    private void say(String what, Told told, String codeFact, String textFact) {
        String code = told.text(codeFact);
        String text = told.text(textFact);
        if (code == null || text == null) {
            return;
        }
        Map<String, Name> ofKind = names.computeIfAbsent(what, any -> new ConcurrentHashMap<>());
        Name name = new Name(text, told.at());
        Name before = ofKind.get(code);
        if (before == null || name.isNewerThan(before)) {
            ofKind.put(code, name);
        }
    }
}

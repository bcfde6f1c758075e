package id.semai.events;

import java.util.HashMap;
import java.util.Map;

/** Gives equal texts as one object: codes and labels come a million times. For one thread. */
class Texts {

    private static final int MOST = 50_000;
    private static final int LONGEST = 200;

    private final Map<String, String> known = new HashMap<>();

    String shared(String text) {
        String before = known.get(text);
        if (before != null) {
            return before;
        }
        if (known.size() < MOST && text.length() <= LONGEST) {
            known.put(text, text);
        }
        return text;
    }
}

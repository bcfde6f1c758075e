package id.semai.people;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.stereotype.Component;

/**
 * What was created once, kept among the engine's own properties. A mark outlives the thing: what an administrator
 * removed is not created again.
 */
@Component
class Marks {

    private static final String PREFIX = "semai.";
    /** Width of the column that holds a property's name. */
    private static final int LONGEST = 64;

    private final ManagementService management;
    private final Map<String, String> known = new HashMap<>();

    Marks(ManagementService management) {
        this.management = management;
    }

    /** Call it inside the transaction that creates things, after other nodes have been waited for. */
    void read() {
        known.clear();
        known.putAll(management.getProperties());
    }

    boolean has(String what) {
        return known.containsKey(PREFIX + what);
    }

    /** What was noted with the mark, null without a mark. */
    String note(String what) {
        return known.get(PREFIX + what);
    }

    void set(String what, String note) {
        String name = PREFIX + what;
        if (name.length() > LONGEST) {
            throw new IllegalArgumentException("The mark " + name + " is longer than " + LONGEST);
        }
        management.setProperty(name, note);
        known.put(name, note);
    }
}

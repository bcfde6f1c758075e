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
        return known.containsKey(name(what));
    }

    /** What was noted with the mark, null without a mark. */
    String note(String what) {
        return known.get(name(what));
    }

    void set(String what, String note) {
        management.setProperty(name(what), note);
        known.put(name(what), note);
    }

    /** A name that is too long for its column, as that of a deeply nested stage, ends in its checksum. */
    private static String name(String what) {
        String name = PREFIX + what;
        String checksum = "-" + Integer.toHexString(name.hashCode());
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - checksum.length()) + checksum;
    }
}

package id.semai.dashboard;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What the topics have told so far. Safe to read from any thread while it goes on. */
public interface Board {

    /** Grows with each change of what can be asked here; the same as long as nothing changed. */
    long version();

    /** All innovations at this moment; each of them consistent in itself. */
    Collection<Journey> journeys();

    Optional<Journey> journey(String id);

    /** By code. */
    Map<String, UnitFacts> units();

    /** By id of the process. */
    Map<String, ModelFacts> models();

    /**
     * What people read for a code, as the newest event said it: names of stages, labels of outcomes, reasons and kinds,
     * names of governments; the code itself if no event named it.
     *
     * @param what {@code stage}, {@code outcome}, {@code reason}, {@code kind}, {@code instrument} or {@code government}
     */
    String label(String what, String code);

    Freshness freshness();
}

package id.semai.dashboard;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the topics have told so far. Safe to read from any thread while it goes on. */
public interface Board {

    /**
     * Grows with each change of what can be asked here, but for {@link Freshness#heardAt}, {@link Freshness#lag} and
     * {@link Freshness#repeated}; the same as long as nothing changed. Ask for it first, then for the rest: what is then
     * read is of this version or newer.
     */
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
     * @param what {@code stage}, {@code outcome} (of a journey), {@code stage-outcome}, {@code reason}, {@code kind},
     *     {@code instrument}, {@code government}, {@code unit} or {@code unit-kind}
     */
    String label(String what, String code);

    Freshness freshness();

    /** Records that are no events, the newest first; no more than the newest thousand. */
    default List<Aside> asides() {
        return List.of();
    }
}

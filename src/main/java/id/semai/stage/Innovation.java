package id.semai.stage;

import java.util.Objects;

/**
 * The facts of an innovation that every one of its events carries.
 *
 * @param id the business key of its journey, a UUID
 * @param title never null; a made-up one as long as {@code titleProvisional}
 * @param unit code of the unit that owns it; the journal adds what it knows of the unit and its government
 * @param workshopId null when the unit proposed it by itself
 * @param kind code of the decision table {@code innovation-kind}; null until decided
 */
public record Innovation(
        String id, String title, boolean titleProvisional, String unit, String workshopId, int cycleYear, String kind) {

    public Innovation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(unit, "unit of " + id);
        if (title == null || title.isBlank()) {
            throw new IllegalArgumentException("Innovation " + id + " has no title");
        }
    }
}

package id.semai.dashboard;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An innovation as far as its events have told it; its facts are those of the last event.
 *
 * @param government area code of the Ministry of Home Affairs: {@code 52.04}
 * @param unit code
 * @param workshopId null when the unit proposed it by itself
 * @param kind code; null until decided
 * @param steps in the order of their sequence; 1, 2, 3 … without gap if {@code whole}
 * @param results further facts of the last event that had some (instrument, indicators, baseline, target, value
 *     afterwards, sources of demands), by the contract's names; empty for most
 * @param whole false if events before the last are missing from the topic, also after it was read anew
 */
public record Journey(
        String id,
        String title,
        boolean titleProvisional,
        String government,
        String unit,
        String workshopId,
        int cycleYear,
        String kind,
        List<Step> steps,
        Map<String, Object> results,
        boolean whole) {

    public Journey {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(government, "government of " + id);
        Objects.requireNonNull(unit, "unit of " + id);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("Innovation " + id + " without a step");
        }
    }

    public Step last() {
        return steps.get(steps.size() - 1);
    }
}

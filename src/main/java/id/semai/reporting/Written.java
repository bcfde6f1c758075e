package id.semai.reporting;

import id.semai.dashboard.Journey;
import id.semai.dashboard.Step;
import java.util.List;

/**
 * A journey as it is in the tables.
 *
 * @param journey null if it was written before this node's turn
 * @param kept how many of its steps were there before, and are the same
 * @param fingerprint of its steps
 */
record Written(Journey journey, int kept, int steps, long fingerprint) {

    static Written before(int steps, long fingerprint) {
        return new Written(null, steps, steps, fingerprint);
    }

    /** @param before null if it is not there yet */
    static Written of(Journey journey, Written before) {
        List<Step> all = journey.steps();
        int kept = before != null && before.begins(all) ? before.steps : 0;
        return new Written(journey, kept, all.size(), Fingerprint.of(all));
    }

    private boolean begins(List<Step> all) {
        return steps <= all.size() && Fingerprint.of(all.subList(0, steps)) == fingerprint;
    }

    List<Step> news() {
        return journey.steps().subList(kept, steps);
    }
}

package id.semai.dashboardpages;

import id.semai.dashboard.Freshness;
import java.time.Instant;

/**
 * How fresh the figures are, said only as far as it matters to whoever reads them, so that it changes seldom.
 *
 * @param silentSince when the broker was last heard; null while it answers
 * @param others events of types that this board does not know
 */
record Stamp(
        Instant lastEvent,
        long lag,
        boolean connected,
        Instant silentSince,
        boolean catchingUp,
        long setAside,
        long incomplete,
        long others) {

    static Stamp of(Freshness freshness) {
        return new Stamp(
                freshness.lastEvent(),
                freshness.lag(),
                freshness.connected(),
                freshness.connected() ? null : freshness.heardAt(),
                freshness.catchingUp(),
                freshness.setAside(),
                freshness.incomplete(),
                freshness.others().values().stream().mapToLong(Long::longValue).sum());
    }
}

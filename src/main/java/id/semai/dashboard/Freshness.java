package id.semai.dashboard;

import java.time.Instant;
import java.util.Map;

/**
 * How far a board is to be trusted at this moment.
 *
 * @param lastEvent business time of the newest event; null before the first
 * @param heardAt when the broker last answered; null if it never did
 * @param lag records that lie in the topics and are not applied yet; -1 while that is not known
 * @param connected false when the broker does not answer: the figures are those of {@code heardAt}
 * @param catchingUp true from the start, or a gap, until everything that lay in the topics then is applied
 * @param events applied so far, of innovations
 * @param repeated events that were there already
 * @param setAside records that are no events, kept for inspection
 * @param incomplete innovations with missing events
 * @param others events of types or versions that this board does not know, by type
 */
public record Freshness(
        Instant lastEvent,
        Instant heardAt,
        long lag,
        boolean connected,
        boolean catchingUp,
        long events,
        long repeated,
        long setAside,
        long incomplete,
        Map<String, Long> others) {}

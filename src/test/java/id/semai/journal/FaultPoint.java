package id.semai.journal;

/** Where the chaos proof can stop, freeze or kill a node: the gaps between two steps of shipping. */
public enum FaultPoint {
    /** It knows what waits and is about to claim it. */
    BEFORE_CLAIM,
    /** The batch is claimed, no Kafka transaction has begun. */
    CLAIMED,
    /** All records are sent, the Kafka transaction is open. */
    SENT,
    /** Kafka has committed, the database still holds the batch. */
    COMMITTED,
    /** The lease is taken, the predecessor is not fenced yet. */
    LEASED,
    /** The predecessor is fenced, the mark is not read yet. */
    FENCED,
    /** The mark is read, the batch under way is not settled yet. */
    MARKED;

    /** Reached by a node that takes over, not by one that ships. */
    public boolean isTakeOver() {
        return compareTo(LEASED) >= 0;
    }

    /** Told each time a relay comes to a point; may block, or throw what Kafka might throw there. */
    public interface Listener {
        void reach(FaultPoint point);
    }
}

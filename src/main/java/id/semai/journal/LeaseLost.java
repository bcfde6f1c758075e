package id.semai.journal;

/** Another node ships now; whatever this one was about to do has not been done. */
class LeaseLost extends RuntimeException {

    LeaseLost(long epoch) {
        super("Another node has taken over from epoch " + epoch);
    }
}

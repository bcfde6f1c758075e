package id.semai.fold;

import id.semai.dashboard.Aside;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest records that were set aside. */
class Asides {

    private static final int MOST = 1_000;

    private final Deque<Aside> newest = new ArrayDeque<>();

    synchronized void add(Aside aside) {
        newest.addFirst(aside);
        if (newest.size() > MOST) {
            newest.removeLast();
        }
    }

    /** The newest first. */
    synchronized List<Aside> all() {
        return List.copyOf(newest);
    }

    /** @param asides the newest first */
    synchronized void replace(List<Aside> asides) {
        newest.clear();
        asides.stream().limit(MOST).forEach(newest::addLast);
    }
}

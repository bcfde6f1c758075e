package id.semai.chaos;

import id.semai.journal.FaultPoint;
import id.semai.journal.SeededBug;
import java.time.Duration;

/** For each mistake that a relay can be built with, the situation in which it does harm. */
final class Aims {

    private static final Duration SOON = Duration.ofSeconds(40);

    private final Cluster cluster;
    private final Faults faults;

    Aims(Cluster cluster, Faults faults) {
        this.cluster = cluster;
        this.faults = faults;
    }

    void aimAt(SeededBug bug) {
        cluster.shipper();
        switch (bug) {
            case CURSOR_ON_ID -> often(Load.Act.OVERLAP);
            case ORDER_BY_TRANSACTION_ID -> often(Load.Act.EARLY_TRANSACTION);
            case JOURNAL_OUTSIDE_TRANSACTION -> often(Load.Act.ROLL_BACK);
            case SEQUENCE_WITHOUT_LOCK -> often(Load.Act.RACE);
            case DELETE_BEFORE_ACK -> killAfter(FaultPoint.CLAIMED);
            case UNSTABLE_MARK_READ -> killAfter(FaultPoint.SENT);
            case NO_FENCING -> sleepThroughTakeOver(FaultPoint.CLAIMED);
            case STATE_BY_STALE_NODE -> sleepThroughTakeOver(FaultPoint.COMMITTED);
            case NO_EPOCH_CHECK -> claimFromTheGrave();
            case MARK_BEFORE_FENCE -> commitDuringTakeOver();
            case RESEND_AFTER_UNKNOWN_COMMIT ->
                faults.hold(FaultPoint.COMMITTED).lose();
        }
        cluster.tally.fault("aimed at " + bug.code());
    }

    private void often(Load.Act act) {
        int done = 0;
        for (int attempt = 0; done < 3 && attempt < 20; attempt++) {
            if (cluster.shipper().act(act)) {
                done++;
            } else {
                Load.sleep(300);
            }
        }
        if (done == 0) {
            throw new AssertionError("Could not " + act);
        }
    }

    private void killAfter(FaultPoint point) {
        NodeProcess held = faults.hold(point);
        // What was sent is with the broker before the node dies.
        Load.sleep(400);
        cluster.kill(held);
        cluster.awaitShipping(cluster.other(held));
        cluster.start(held);
    }

    /** The node wakes up when the other has shipped its batch and much more, and goes on where it was. */
    private void sleepThroughTakeOver(FaultPoint point) {
        NodeProcess held = faults.hold(point);
        held.freeze();
        cluster.awaitShipping(cluster.other(held));
        Load.sleep(3_000);
        wake(held);
    }

    /** The node claims what the other has claimed since, while the other is about to commit it. */
    private void claimFromTheGrave() {
        NodeProcess held = faults.hold(FaultPoint.BEFORE_CLAIM);
        NodeProcess heir = cluster.other(held);
        heir.arm(FaultPoint.SENT);
        held.freeze();
        awaitAt(heir, FaultPoint.SENT);
        wake(held);
        heir.go();
    }

    /** The node commits its batch after the other has the lease, and before it is fenced. */
    private void commitDuringTakeOver() {
        NodeProcess held = faults.hold(FaultPoint.CLAIMED);
        NodeProcess heir = cluster.other(held);
        heir.arm(FaultPoint.LEASED);
        held.freeze();
        awaitAt(heir, FaultPoint.LEASED);
        wake(held);
        heir.go();
    }

    private void wake(NodeProcess held) {
        held.thaw();
        held.go();
        Load.sleep(1_000);
    }

    private void awaitAt(NodeProcess node, FaultPoint point) {
        Patience.await("node " + node.name + " at " + point, SOON, () -> node.at() == point);
        cluster.tally.point(point);
    }
}

package id.semai.handover;

import id.semai.drafts.Drafts;
import id.semai.engine.HeldTask;
import id.semai.engine.HeldTasks;
import id.semai.engine.Overseer;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Passes tasks with their drafts into other hands: all of an order or nothing, each with its line in the record. */
@Service
class Handovers {

    private final HeldTasks held;
    private final Drafts drafts;
    private final HandoverLog log;

    Handovers(HeldTasks held, Drafts drafts, HandoverLog log) {
        this.held = held;
        this.drafts = drafts;
        this.log = log;
    }

    /**
     * @return by which the record finds what was handed over
     * @throws id.semai.engine.Refusal naming the task that may not pass; then none has
     */
    @Transactional
    public UUID carryOut(Order order, Overseer actor) {
        UUID batch = UUID.randomUUID();
        for (String task : order.tasks()) {
            HeldTask passed = held.pass(task, order.giver(), order.receiver());
            log.append(batch, actor, order, passed, drafts.pass(task, order.giver(), order.receiver()));
        }
        return batch;
    }
}

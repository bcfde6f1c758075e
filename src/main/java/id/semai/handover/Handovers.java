package id.semai.handover;

import id.semai.drafts.Drafts;
import id.semai.drafts.Drafts.Passed;
import id.semai.engine.HeldTask;
import id.semai.engine.HeldTasks;
import id.semai.engine.Overseer;
import id.semai.evidence.EvidenceFiles;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Passes tasks with drafts and files into other hands: all of an order or nothing, each with its line in the record. */
@Service
class Handovers {

    private final HeldTasks held;
    private final Drafts drafts;
    private final EvidenceFiles files;
    private final HandoverLog log;

    Handovers(HeldTasks held, Drafts drafts, EvidenceFiles files, HandoverLog log) {
        this.held = held;
        this.drafts = drafts;
        this.files = files;
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
            Passed draft = drafts.pass(task, order.giver(), order.receiver());
            files.pass(task, order.giver(), order.receiver());
            log.append(batch, actor, order, passed, draft);
        }
        return batch;
    }
}

package id.semai.handover;

import id.semai.drafts.Drafts.Passed;
import id.semai.engine.Overseer;
import java.time.Instant;

/**
 * One task that was handed over, as recorded.
 *
 * @param actorRole as in {@link Overseer#role()}
 * @param note what was added to the reason, for overseers only; often null
 * @param stage its name; null outside of every stage
 */
public record Handover(
        Instant at,
        String actor,
        String actorRole,
        String giver,
        String receiver,
        Reason reason,
        String note,
        String task,
        String taskName,
        String caseId,
        String unit,
        String stage,
        Passed draft) {

    /** The role as a sentence says it. */
    public String actorTitle() {
        return Overseer.title(actorRole);
    }
}

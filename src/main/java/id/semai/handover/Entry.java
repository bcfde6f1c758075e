package id.semai.handover;

import id.semai.drafts.Drafts.Passed;
import java.time.Instant;

/** One task that was handed over, as recorded. */
record Entry(
        Instant at,
        String actor,
        String actorRole,
        String giver,
        String receiver,
        Reason reason,
        String note,
        String taskName,
        String caseId,
        String unit,
        String stage,
        Passed draft) {}

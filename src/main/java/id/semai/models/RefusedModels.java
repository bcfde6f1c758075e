package id.semai.models;

import id.semai.rulebook.Finding;
import java.util.List;

/** What somebody wants to release is not released, and nothing was written; the sentence is for them. */
class RefusedModels extends RuntimeException {

    private final int status;
    private final List<Finding> findings;

    /** @param status the HTTP status that says the same */
    RefusedModels(int status, String sentence) {
        super(sentence);
        this.status = status;
        this.findings = List.of();
    }

    RefusedModels(List<Finding> findings) {
        super(findings.get(0).file() + ": " + findings.get(0).message());
        this.status = 422;
        this.findings = findings;
    }

    int status() {
        return status;
    }

    List<Finding> findings() {
        return findings;
    }
}

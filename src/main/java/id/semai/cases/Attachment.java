package id.semai.cases;

import id.semai.evidence.EvidenceFile;

/**
 * A file in the journey.
 *
 * @param roles names of the roles that its task was offered to; empty where whoever asks may not know
 */
record Attachment(EvidenceFile file, String roles) {

    /** Who attached it, in which role. */
    public String who() {
        return roles.isEmpty() ? file.person() : roles + " (" + file.person() + ")";
    }
}

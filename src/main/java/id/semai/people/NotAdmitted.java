package id.semai.people;

import java.util.Optional;
import org.springframework.http.HttpStatus;

/** A provider vouches for somebody who has no business here; the sentence is for that person. */
public class NotAdmitted extends RefusedRequest {

    private final String account;
    private final String reason;

    NotAdmitted(String account, String reason, String sentence) {
        super(HttpStatus.FORBIDDEN, sentence);
        this.account = account;
        this.reason = reason;
    }

    /** That was claimed or found; empty if there is none of that name. */
    public Optional<String> account() {
        return Optional.ofNullable(account);
    }

    /** For administrators, in a few words. */
    public String reason() {
        return reason;
    }
}

package id.semai.openid;

import org.springframework.http.HttpStatus;

/** Nobody is let in; the sentence is for whoever wanted to be. */
public class Refusal extends RuntimeException {

    private final HttpStatus status;
    private final String reason;

    /** @param reason for administrators, in a few words without names */
    Refusal(HttpStatus status, String reason, String sentence, Throwable cause) {
        super(sentence, cause);
        this.status = status;
        this.reason = reason;
    }

    public HttpStatus status() {
        return status;
    }

    /** For administrators, in a few words without names. */
    public String reason() {
        return reason;
    }
}

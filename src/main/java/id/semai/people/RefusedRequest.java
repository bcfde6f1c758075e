package id.semai.people;

import org.springframework.http.HttpStatus;

/** A request to one of our own resources that is understood and not granted; the sentence is for the person who made it. */
public class RefusedRequest extends RuntimeException {

    private final HttpStatus status;

    public RefusedRequest(HttpStatus status, String sentence) {
        super(sentence);
        this.status = status;
    }

    public HttpStatus status() {
        return status;
    }
}

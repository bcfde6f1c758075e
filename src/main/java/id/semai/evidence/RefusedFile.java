package id.semai.evidence;

import org.springframework.http.HttpStatus;

/** A file that is not taken; the sentence is for the person who chose it. */
class RefusedFile extends RuntimeException {

    private final HttpStatus status;

    RefusedFile(HttpStatus status, String sentence) {
        super(sentence);
        this.status = status;
    }

    RefusedFile(String sentence) {
        this(HttpStatus.UNPROCESSABLE_ENTITY, sentence);
    }

    HttpStatus status() {
        return status;
    }
}

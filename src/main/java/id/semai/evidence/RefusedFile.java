package id.semai.evidence;

import id.semai.people.RefusedRequest;
import org.springframework.http.HttpStatus;

/** A file that is not taken; the sentence is for the person who chose it. */
class RefusedFile extends RefusedRequest {

    RefusedFile(HttpStatus status, String sentence) {
        super(status, sentence);
    }

    RefusedFile(String sentence) {
        this(HttpStatus.UNPROCESSABLE_ENTITY, sentence);
    }
}

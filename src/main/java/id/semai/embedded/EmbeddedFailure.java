package id.semai.embedded;

/** The embedded servers cannot run; the message is the whole sentence that the person at the terminal reads. */
class EmbeddedFailure extends RuntimeException {

    EmbeddedFailure(String sentence) {
        super(sentence);
    }

    EmbeddedFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

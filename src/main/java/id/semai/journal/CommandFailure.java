package id.semai.journal;

/** A command cannot do what it was asked to; the message is the whole sentence that the person at the terminal reads. */
class CommandFailure extends RuntimeException {

    CommandFailure(String sentence) {
        super(sentence);
    }

    CommandFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

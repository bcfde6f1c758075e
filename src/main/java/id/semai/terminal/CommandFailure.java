package id.semai.terminal;

/** A command cannot do what it was asked to; the message is the whole sentence that the person at the terminal reads. */
public class CommandFailure extends RuntimeException {

    public CommandFailure(String sentence) {
        super(sentence);
    }

    public CommandFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

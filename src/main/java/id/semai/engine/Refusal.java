package id.semai.engine;

/**
 * A request on a task that is understood and not granted; the sentence is for the person who made it. Not an engine
 * exception, since the engine's REST resources put a prefix before those and turn them into failures of the server.
 */
public class Refusal extends RuntimeException {

    private final int status;
    private final String field;

    /** @param status the HTTP status that says the same */
    public Refusal(int status, String sentence) {
        this(status, null, sentence);
    }

    /** @param field key of what was sent; null if the sentence speaks of nothing in particular */
    Refusal(int status, String field, String sentence) {
        super(sentence);
        this.status = status;
        this.field = field;
    }

    public int status() {
        return status;
    }

    String field() {
        return field;
    }
}

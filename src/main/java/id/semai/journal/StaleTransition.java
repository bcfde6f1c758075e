package id.semai.journal;

/**
 * The innovation has gone on since the caller looked: the stage that a transition leaves, say, is left already. As with
 * any optimistic lock, the other transaction stands and this one is rolled back.
 */
public class StaleTransition extends IllegalStateException {

    StaleTransition(String message) {
        super(message);
    }
}

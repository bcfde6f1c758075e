package id.semai.events;

/** A record is not what the contract promises; the message says why, in an Indonesian phrase. */
public class NoEvent extends RuntimeException {

    NoEvent(String reason) {
        super(reason, null, false, false);
    }
}

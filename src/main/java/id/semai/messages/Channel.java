package id.semai.messages;

/** A way to people. */
interface Channel {

    /** Never changed: what was told over a channel is kept under its name. */
    String name();

    /**
     * Returns once the other side has taken the letter, and within a bounded time.
     *
     * @throws RuntimeException if it has not, or has not said so
     */
    void send(Letter letter, Content content);
}

package id.semai.changes;

/** The content is not what the ending of its file's name says. */
class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    Unreadable(String why, Throwable cause) {
        super(why, cause);
    }
}

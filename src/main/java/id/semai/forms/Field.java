package id.semai.forms;

/** What may be filled in at one place: its type and bounds, whatever the rest of the form says. */
interface Field {

    String key();

    String label();

    /** What is stored while nobody is asked. */
    default Object nothing() {
        return null;
    }

    /** What is stored when nothing was sent. */
    default Object absent(Answers answers) {
        return nothing();
    }

    /**
     * @param raw never null
     * @throws RefusedSubmission if it is not of the field's type or out of its bounds
     */
    Object read(Object raw, Answers answers);
}

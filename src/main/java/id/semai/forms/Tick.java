package id.semai.forms;

/** A check box; one that nobody touched is false. */
record Tick(String key, String label) implements Field {

    @Override
    public Object nothing() {
        return false;
    }

    @Override
    public Object read(Object raw, Answers answers) {
        if (!(raw instanceof Boolean)) {
            throw new RefusedSubmission(key, Sentences.noTick(label));
        }
        return raw;
    }
}

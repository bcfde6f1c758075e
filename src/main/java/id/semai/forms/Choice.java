package id.semai.forms;

/** One of several options. */
record Choice(String key, String label, Options options) implements Field {

    @Override
    public Object read(Object raw, Answers answers) {
        if (!(raw instanceof String value) || !options.values(answers).contains(value)) {
            throw options.refuse(this, raw);
        }
        return value;
    }
}

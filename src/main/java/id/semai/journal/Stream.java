package id.semai.journal;

/** The kinds of events the journal keeps apart; each has its own sequence per key. */
enum Stream {
    STAGE_TRANSITION("stage-transition"),
    MODEL("model"),
    UNIT("unit");

    /** What the topic of stage transitions carries, as a list in SQL. No two of its keys are the same. */
    static final String OF_STAGE_TRANSITIONS = "('%s', '%s')".formatted(STAGE_TRANSITION.code, MODEL.code);

    private final String code;

    Stream(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static Stream of(String code) {
        for (Stream stream : values()) {
            if (stream.code.equals(code)) {
                return stream;
            }
        }
        throw new IllegalArgumentException("\"" + code + "\" is not a stream of the journal");
    }
}

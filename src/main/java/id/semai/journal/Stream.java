package id.semai.journal;

/** The kinds of events the journal keeps apart; each goes to a topic of its own and has its own sequence per key. */
enum Stream {
    STAGE_TRANSITION("stage-transition"),
    UNIT("unit");

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

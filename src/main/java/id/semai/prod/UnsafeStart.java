package id.semai.prod;

/** Semai does not start like this in earnest; both are for the administrator at the terminal. */
class UnsafeStart extends RuntimeException {

    private final String cure;

    UnsafeStart(String sentence, String cure) {
        super(sentence);
        this.cure = cure;
    }

    String cure() {
        return cure;
    }
}

package id.semai.forms;

/** Lengths count characters as people do, not UTF-16 units. */
record Text(String key, String label, int minLength, int maxLength) implements Field {

    /** What one column of the engine's tables holds; whatever a form says, nothing longer passes. */
    static final int LONGEST = 4000;

    Text {
        maxLength = Math.min(maxLength, LONGEST);
    }

    @Override
    public Object read(Object raw, Answers answers) {
        if (!(raw instanceof String text)) {
            throw refuse(Sentences.noText(label));
        }
        if (text.length() > 2 * maxLength || text.codePointCount(0, text.length()) > maxLength) {
            throw refuse(Sentences.tooLong(label, maxLength));
        }
        if (!storable(text)) {
            throw refuse(Sentences.noStorableText(label));
        }
        if (text.isBlank()) {
            return null;
        }
        if (text.codePointCount(0, text.length()) < minLength) {
            throw refuse(Sentences.tooShort(label, minLength));
        }
        return text;
    }

    /** PostgreSQL keeps no NUL, UTF-8 no half of a surrogate pair. */
    private static boolean storable(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
    }

    private RefusedSubmission refuse(String sentence) {
        return new RefusedSubmission(key, sentence);
    }
}

package id.semai.rulebook;

/** What is an error is not deployed; a warning is told and does no harm. */
public enum Severity {
    ERROR("kesalahan", "error"),
    WARNING("peringatan", "warning");

    private final String indonesian;
    private final String english;

    Severity(String indonesian, String english) {
        this.indonesian = indonesian;
        this.english = english;
    }

    String in(Language language) {
        return language == Language.EN ? english : indonesian;
    }
}

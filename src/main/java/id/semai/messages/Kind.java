package id.semai.messages;

import java.util.Locale;

/** What is told of a task, the most pressing first. */
enum Kind {
    PASSED("Lewat batas waktu"),
    COMING("Mendekati batas waktu"),
    RETURNED("Dikembalikan"),
    HANDED("Tugas serah terima"),
    NEW("Tugas baru");

    private final String title;

    Kind(String title) {
        this.title = title;
    }

    /** @throws IllegalArgumentException naming the code, if no kind has it */
    static Kind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }
}

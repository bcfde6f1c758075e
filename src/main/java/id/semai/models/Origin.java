package id.semai.models;

import java.util.Locale;

/** What a release came from. */
enum Origin {
    START,
    FOLDER,
    UPLOAD,
    DEPLOYMENT,
    ROLLBACK;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Origin of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}

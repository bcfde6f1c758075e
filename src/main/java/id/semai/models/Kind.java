package id.semai.models;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a file of the folder declares. */
enum Kind {
    PROCESS("bpmn", "proses"),
    DECISION("dmn", "keputusan"),
    FORM("form", "formulir");

    private final String extension;
    private final String label;

    Kind(String extension, String label) {
        this.extension = extension;
        this.label = label;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String label() {
        return label;
    }

    static Kind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    static Optional<Kind> ofFile(String name) {
        return Arrays.stream(values())
                .filter(kind -> name.endsWith("." + kind.extension))
                .findFirst();
    }
}

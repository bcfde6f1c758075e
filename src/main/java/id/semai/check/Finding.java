package id.semai.check;

import java.util.Objects;

/**
 * Something that is wrong with a file.
 *
 * @param line 1-based; 0 if unknown
 * @param rule kebab-case code, see {@code check --rules}
 * @param element id of the element; null if none
 * @param name of the element, as people read it; null if it has none
 * @param message a sentence that holds the cure
 */
public record Finding(
        String file, int line, Severity severity, String rule, String element, String name, String message) {

    public Finding {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(message, "message");
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}

package id.semai.rulebook;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

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

    private static final int MOST = 20;

    public Finding {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(message, "message");
    }

    /** As one text, a line each: twenty at most, then how many more. */
    public static String text(List<Finding> findings) {
        String lines = findings.stream().limit(MOST).map(Finding::sentence).collect(Collectors.joining("\n"));
        return findings.size() > MOST ? lines + "\n… dan %d kesalahan lain.".formatted(findings.size() - MOST) : lines;
    }

    /** The same under another name of the file. */
    public Finding in(String otherFile) {
        return new Finding(otherFile, line, severity, rule, element, name, message);
    }

    private String sentence() {
        return "%s:%d%s: %s".formatted(file, line, element == null ? "" : " " + element, message);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}

package id.semai.rulebook;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is found in one file. */
public final class Report {

    /** Nobody reads more, and a hostile file shall not fill the memory. */
    private static final int MOST = 300;

    private static final int LONGEST_WORD = 160;

    private final String file;
    private final Language language;
    private final Set<Finding> findings = new LinkedHashSet<>();

    public Report(String file, Language language) {
        this.file = file;
        this.language = language;
    }

    public String file() {
        return file;
    }

    public void add(Rule rule, Place at, Object... words) {
        add(rule, at.line(), at.id(), at.name(), words);
    }

    public void add(Rule rule, int line, String element, String name, Object... words) {
        if (findings.size() < MOST) {
            Object[] shown = Stream.of(words).map(Report::clipped).toArray();
            findings.add(new Finding(
                    file,
                    line,
                    rule.severity(),
                    rule.code(),
                    element == null ? null : clipped(element),
                    name == null ? null : clipped(name),
                    rule.sentence(language).formatted(shown)));
        }
    }

    public boolean hasErrors() {
        return findings.stream().anyMatch(Finding::isError);
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** One line of readable text, whatever the file brings. */
    private static String clipped(Object word) {
        String text = word instanceof Collection<?> several
                ? String.join(
                        ", ", several.stream().map(String::valueOf).sorted().toList())
                : String.valueOf(word);
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= LONGEST_WORD ? line : line.substring(0, LONGEST_WORD) + "…";
    }
}

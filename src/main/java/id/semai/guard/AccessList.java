package id.semai.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who may call what, read from above: the first line whose path and method fit decides. A path that stands there with
 * other methods only is forbidden, one that does not stand there is unknown.
 */
class AccessList {

    private static final Pattern BLANK = Pattern.compile("\\s+");

    private final List<AccessRule> rules;

    AccessList(List<AccessRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * Reads the list's own form: method, path and roles, in three columns; {@code #} begins a remark.
     *
     * @param names what a name in braces stands for, one or several
     * @throws IllegalArgumentException naming the line that cannot be read
     */
    static AccessList read(String text, Map<String, List<String>> names) {
        List<AccessRule> rules = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String said = line.replaceFirst("#.*", "").strip();
            if (!said.isEmpty()) {
                written(said, names).map(AccessList::rule).forEach(rules::add);
            }
        }
        return new AccessList(rules);
    }

    private static Stream<String> written(String line, Map<String, List<String>> names) {
        Stream<String> lines = Stream.of(line);
        for (Map.Entry<String, List<String>> name : names.entrySet()) {
            String used = "{" + name.getKey() + "}";
            lines = lines.flatMap(each -> each.contains(used)
                    ? name.getValue().stream().map(meaning -> each.replace(used, meaning))
                    : Stream.of(each));
        }
        return lines;
    }

    private static AccessRule rule(String line) {
        String[] columns = BLANK.split(line, 3);
        try {
            return new AccessRule(
                    Set.of(columns[0].split(",")), AccessRule.segments(columns[1]), Set.of(BLANK.split(columns[2])));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("The list of who may call what cannot be read: " + line, e);
        }
    }

    Verdict ask(String method, String path, Caller caller) {
        List<String> segments = AccessRule.segments(path);
        boolean known = false;
        for (AccessRule rule : rules) {
            if (rule.leadsTo(segments)) {
                if (rule.takes(method)) {
                    return rule.judge(caller);
                }
                known = true;
            }
        }
        return known ? Verdict.FORBIDDEN : Verdict.UNKNOWN;
    }
}
